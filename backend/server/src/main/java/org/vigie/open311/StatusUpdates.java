package org.vigie.open311;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.request.RequestState;

/**
 * What happened to requests: of published ones as everybody may read it; a client reads besides what state its own came to that are not
 * published, since its residents would wait for ever otherwise.
 */
@Repository
public class StatusUpdates {

    static final int MOST = 1_000;

    private final JdbcClient published;
    private final TransactionTemplate reading;
    private final SentRequests sent;

    StatusUpdates(
            @Qualifier("mapReader") JdbcClient published,
            @Qualifier("mapReader") TransactionTemplate reading,
            SentRequests sent) {
        this.published = published;
        this.reading = reading;
        this.sent = sent;
    }

    /** Oldest first, at most {@value #MOST}. */
    public List<StatusUpdate> list(Instant from, Instant to, Optional<Client> asking) {
        List<StatusUpdate> told = Objects.requireNonNull(reading.execute(status -> published
                .sql("""
                        select s.entry_id, r.number, s.happened_at, coalesce(s.text, '') as text, coalesce(s.to_state, (
                            select b.to_state from map.request_step b
                            where b.request_id = s.request_id and b.to_state is not null
                              and (b.happened_at, b.entry_id) <= (s.happened_at, s.entry_id)
                            order by b.happened_at desc, b.entry_id desc limit 1), r.state) as state
                        from map.request_step s join map.request r using (request_id)
                        where s.happened_at between :from and :to and s.entry <> 'RECEIVED'
                          -- Whose it is now is told by the request itself; it is no news for a resident.
                          and (s.to_state is not null or (s.text <> '' and s.entry not in ('ASSIGNED', 'TRANSMITTED')))
                        order by s.happened_at, s.entry_id limit :most
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("most", MOST)
                .query((row, n) -> read(row))
                .list()));
        Set<UUID> known = told.stream().map(StatusUpdate::id).collect(Collectors.toSet());
        Stream<StatusUpdate> own = asking.stream()
                .flatMap(client -> sent.states(client, from, to).stream())
                .filter(update -> !known.contains(update.id()));
        return Stream.concat(told.stream(), own)
                .sorted(Comparator.comparing(StatusUpdate::at).thenComparing(StatusUpdate::id))
                .limit(MOST)
                .toList();
    }

    private static StatusUpdate read(ResultSet row) throws SQLException {
        return new StatusUpdate(
                row.getObject("entry_id", UUID.class),
                row.getString("number"),
                RequestState.valueOf(row.getString("state")),
                row.getTimestamp("happened_at").toInstant(),
                row.getString("text"));
    }
}
