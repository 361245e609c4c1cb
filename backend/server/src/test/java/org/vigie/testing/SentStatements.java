package org.vigie.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Tells what the service sends to the database while a test does something, on the test's own thread. Costs the other tests nothing. */
public final class SentStatements implements BeanPostProcessor {

    private static final ThreadLocal<@Nullable List<String>> SENT = new ThreadLocal<>();

    /** @return the statements in their order, a batch as one; beginning and end of transactions are none */
    public static List<String> during(Callable<?> work) throws Exception {
        List<String> sent = new ArrayList<>();
        SENT.set(sent);
        try {
            work.call();
        } finally {
            SENT.remove();
        }
        return sent;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals("serviceDataSource") ? new Heard((DataSource) bean) : bean;
    }

    private static final class Heard extends DelegatingDataSource {

        Heard(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            List<String> sent = SENT.get();
            return sent == null ? connection : heard(connection, sent);
        }

        private static Connection heard(Connection connection, List<String> sent) {
            return proxy(Connection.class, connection, (proxy, method, arguments) -> {
                Object made = call(connection, method, arguments);
                return made instanceof PreparedStatement statement
                        ? heard(statement, (String) arguments[0], sent)
                        : made;
            });
        }

        private static PreparedStatement heard(PreparedStatement statement, String sql, List<String> sent) {
            return proxy(PreparedStatement.class, statement, (proxy, method, arguments) -> {
                if (method.getName().startsWith("execute")) {
                    sent.add(sql.strip().replaceAll("\\s+", " "));
                }
                return call(statement, method, arguments);
            });
        }

        private static @Nullable Object call(
                Object target, java.lang.reflect.Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }

        private static <T> T proxy(Class<T> type, Object target, InvocationHandler handler) {
            return type.cast(
                    Proxy.newProxyInstance(target.getClass().getClassLoader(), new Class<?>[] {type}, handler));
        }
    }
}
