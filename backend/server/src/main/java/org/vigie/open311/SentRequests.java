package org.vigie.open311;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.request.RequestState;

/** Which client sent which request and update, and what its own system calls it. */
@Repository
public class SentRequests {

    private final JdbcClient jdbc;

    SentRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    Optional<UUID> find(Client client, String externalId) {
        return jdbc.sql(
                        "select request_id from open311.client_request where client_id = :client and external_id = :external")
                .param("client", client.id())
                .param("external", externalId)
                .query(UUID.class)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(Client client, UUID requestId, @Nullable String externalId) {
        jdbc.sql("""
                        insert into open311.client_request (jurisdiction_id, request_id, client_id, external_id)
                        values (access.current_jurisdiction(), :request, :client, :external)
                        """)
                .param("request", requestId)
                .param("client", client.id())
                .param("external", externalId)
                .update();
    }

    /** A request that this client sent; empty for any other, whether it is there or not. */
    @Transactional(readOnly = true)
    Optional<UUID> findByNumber(Client client, String number) {
        return jdbc.sql("""
                        select r.request_id from request.request r join open311.client_request c using (jurisdiction_id, request_id)
                        where r.number = :number and c.client_id = :client
                        """)
                .param("number", number)
                .param("client", client.id())
                .query(UUID.class)
                .optional();
    }

    /** The id that an update has here which this client sent before. Two that come at once wait for each other here. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<UUID> findUpdate(Client client, String updateId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:client || :update, 311))")
                .param("client", client.id().toString())
                .param("update", updateId)
                .query((row, n) -> true)
                .single();
        return jdbc.sql("select heard_id from open311.client_update where client_id = :client and update_id = :update")
                .param("client", client.id())
                .param("update", updateId)
                .query(UUID.class)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keepUpdate(Client client, String updateId, UUID requestId, UUID heardId) {
        jdbc.sql("""
                        insert into open311.client_update (jurisdiction_id, client_id, update_id, request_id, heard_id)
                        values (access.current_jurisdiction(), :client, :update, :request, :heard)
                        """)
                .param("client", client.id())
                .param("update", updateId)
                .param("request", requestId)
                .param("heard", heardId)
                .update();
    }

    /** What became of requests of this client's, as states alone: oldest first. */
    @Transactional(readOnly = true)
    List<StatusUpdate> states(Client client, Instant from, Instant to) {
        return jdbc.sql("""
                        select h.entry_id, r.request_id, r.number, h.to_state, h.happened_at
                        from open311.client_request c
                        join request.request r using (jurisdiction_id, request_id)
                        join request.history h using (jurisdiction_id, request_id)
                        where c.client_id = :client and h.to_state is not null and h.entry <> 'RECEIVED'
                          and h.happened_at between :from and :to
                        order by h.happened_at, h.entry_id limit :most
                        """)
                .param("client", client.id())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("most", StatusUpdates.MOST)
                .query((row, n) -> state(row))
                .list();
    }

    private static StatusUpdate state(ResultSet row) throws SQLException {
        return new StatusUpdate(
                row.getObject("entry_id", UUID.class),
                row.getString("number"),
                RequestState.valueOf(row.getString("to_state")),
                row.getTimestamp("happened_at").toInstant(),
                "");
    }
}
