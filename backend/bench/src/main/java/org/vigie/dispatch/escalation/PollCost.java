package org.vigie.dispatch.escalation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.vigie.Vigie;
import org.vigie.access.OnlyWhenServing;
import org.vigie.access.database.DirectConnections;
import org.vigie.testing.FreshDatabase;

/** What the two questions that the scheduler asks again and again cost, beside more and more timers that wait. */
public final class PollCost {

    /** As db-scheduler 16.12 asks them on PostgreSQL. */
    private static final String DUE = "SELECT * FROM notification.scheduled_task WHERE picked = ? AND execution_time <= ? "
            + "ORDER BY execution_time ASC LIMIT 12";

    private static final String DEAD =
            "select * from notification.scheduled_task where picked = ? and last_heartbeat <= ? order by last_heartbeat asc";
    private static final int TIMES = 2_000;
    private static final int[] WAITING = {1_000, 10_000, 100_000};

    private PollCost() {}

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Vigie.class)
                        .web(WebApplicationType.NONE)
                        .profiles(OnlyWhenServing.COMMAND_PROFILE)
                        .lazyInitialization(true)
                        .initializers(new FreshDatabase())
                        .run("--logging.level.root=error");
                Connection connection = open(context)) {
            int there = 0;
            for (int waiting : WAITING) {
                add(connection, there, waiting);
                there = waiting;
                System.out.printf("%,7d waiting: due p50 %s; dead p50 %s%n", waiting, micros(connection, DUE), micros(connection, DEAD));
            }
            explain(connection);
        }
        System.exit(0);
    }

    private static Connection open(ConfigurableApplicationContext context) throws SQLException {
        context.getBean("flywayInitializer");
        return context.getBean(DirectConnections.class).open();
    }

    private static void add(Connection connection, int from, int to) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into notification.scheduled_task (task_name, task_instance, task_data, execution_time, picked, version)
                    select 'alarm', gen_random_uuid() || '@' || n, convert_to(repeat('x', 120), 'UTF8'), now() + interval '1 hour' + random() * interval '90 days',
                        false, 1
                    from generate_series(%d + 1, %d) g (n)
                    """.formatted(from, to));
        }
        try (Connection owner = DriverManager.getConnection(connection.getMetaData().getURL() + "&user=postgres");
                Statement statement = owner.createStatement()) {
            statement.execute("vacuum analyze notification.scheduled_task");
        }
    }

    /** p50 and p99 in microseconds. */
    private static String micros(Connection connection, String sql) throws SQLException {
        long[] nanos = new long[TIMES];
        try (PreparedStatement question = connection.prepareStatement(sql)) {
            for (int i = 0; i < TIMES; i++) {
                long begun = System.nanoTime();
                question.setBoolean(1, sql.equals(DEAD));
                question.setObject(2, OffsetDateTime.now(ZoneOffset.UTC));
                try (ResultSet rows = question.executeQuery()) {
                    while (rows.next()) {
                        rows.getString("task_instance");
                    }
                }
                nanos[i] = System.nanoTime() - begun;
            }
        }
        Arrays.sort(nanos);
        return "%.0f µs, p99 %.0f µs".formatted(nanos[TIMES / 2] / 1e3, nanos[TIMES * 99 / 100] / 1e3);
    }

    private static void explain(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("explain (analyze, buffers) "
                        + DUE.replace("picked = ?", "picked = false").replace("execution_time <= ?", "execution_time <= now()"))) {
            while (plan.next()) {
                System.out.println(plan.getString(1));
            }
        }
    }
}
