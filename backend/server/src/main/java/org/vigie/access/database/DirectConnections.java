package org.vigie.access.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** Connections of the service outside its pool, for what holds one as long as it lives, such as listening for notifications. */
@Component
public class DirectConnections {

    private final DatabaseSettings settings;

    DirectConnections(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** The caller closes it. It belongs to no jurisdiction and so sees no row. */
    public Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "vigie_app");
        properties.setProperty("password", settings.servicePassword());
        properties.setProperty("ApplicationName", "vigie-listen");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(settings.url(), properties);
    }
}
