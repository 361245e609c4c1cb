package org.vigie.team;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Role;

/** Who works in the jurisdiction that is open. */
@Repository
public class People {

    /** Somebody by name. */
    public record Person(UUID id, String name, Role role) {}

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose account is open, by name. */
    @Transactional(readOnly = true)
    public List<Person> list() {
        return jdbc.sql("""
                        select account_id, display_name, role from access.account where active
                        order by display_name, account_id
                        """)
                .query((row, n) -> new Person(
                        row.getObject("account_id", UUID.class),
                        row.getString("display_name"),
                        Role.valueOf(row.getString("role"))))
                .list();
    }
}
