package org.vigie.forwarding;

import static org.vigie.forwarding.Rows.at;
import static org.vigie.forwarding.Rows.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other organisations are told of the requests of the jurisdiction that is open which are no longer for them. */
@Repository
class Endings {

    private final JdbcClient jdbc;

    Endings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when it had begun before */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean begin(UUID forwardingId, String status, Instant now, Instant giveUpAt) {
        return jdbc.sql("""
                        insert into forwarding.ending (jurisdiction_id, forwarding_id, status, stage, ended_at, give_up_at)
                        values (access.current_jurisdiction(), :id, :status, 'WAITING', :now, :until) on conflict do nothing
                        """)
                        .param("id", forwardingId)
                        .param("status", status)
                        .param("now", at(now))
                        .param("until", at(giveUpAt))
                        .update()
                > 0;
    }

    Optional<Ending> find(UUID forwardingId) {
        return jdbc.sql("select * from forwarding.ending where forwarding_id = :id")
                .param("id", forwardingId)
                .query((row, n) -> read(row))
                .optional();
    }

    /** @param error empty for none */
    @Transactional(propagation = Propagation.MANDATORY)
    void tried(UUID forwardingId, Ending.Stage stage, String error) {
        jdbc.sql("""
                        update forwarding.ending set stage = :stage, attempts = attempts + 1, last_error = nullif(:error, '')
                        where forwarding_id = :id
                        """)
                .param("id", forwardingId)
                .param("stage", stage.name())
                .param("error", error)
                .update();
    }

    private static Ending read(ResultSet row) throws SQLException {
        return new Ending(
                row.getObject("forwarding_id", UUID.class),
                row.getString("status"),
                Ending.Stage.valueOf(row.getString("stage")),
                instant(row, "ended_at").orElseThrow(),
                row.getInt("attempts"),
                instant(row, "give_up_at").orElseThrow(),
                Optional.ofNullable(row.getString("last_error")));
    }
}
