package org.vigie.access.database;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the database look at tables into which much came at once, so that it plans by what is in them now and not minutes later. */
@Component
public class FilledTables {

    private final JdbcClient jdbc;

    FilledTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a second or two even of ten million rows; sees what the running transaction has written. */
    public void lookAt(Collection<String> tables) {
        jdbc.sql("select access.look_at(cast(:tables as regclass[]))")
                .param("tables", tables.toArray(String[]::new))
                .query(row -> {});
    }
}
