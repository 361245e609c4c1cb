package org.vigie.dispatch.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.request.RequestArriving;
import org.vigie.request.RequestChanged;
import org.vigie.request.RequestsPlacedAnew;
import org.vigie.request.RequestsRecounted;

/** Changes on their way to the screens: first in the outbox of their own transaction, then numbered, then kept for a day. */
@Repository
class LiveEvents {

    static final String CHANNEL = "vigie_live";
    static final Duration KEPT = Duration.ofHours(24);

    /** @param complete nothing after the asked-for event has been thrown away */
    record Standing(long newest, boolean complete) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    LiveEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Commits or vanishes with the change itself. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(RequestChanged changed) {
        jdbc.sql(ADD)
                .param("request", changed.requestId())
                .param("change", changed.entry().kind().name())
                .param("team", changed.teamId())
                .param("previousTeam", changed.previousTeamId())
                .param("hidden", changed.hidden())
                .param("at", changed.entry().at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Of one that is about to be stored: told to the team that it is stored with. */
    void add(RequestArriving arriving) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("request", arriving.request().id());
        values.put("change", arriving.entry().kind().name());
        values.put("team", null);
        values.put("previousTeam", null);
        values.put("hidden", false);
        values.put("at", arriving.entry().at().atOffset(ZoneOffset.UTC));
        arriving.exchange().add(ADD, values);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(ScreensReadAnew all) {
        jdbc.sql("""
                        insert into dispatch.change_outbox (jurisdiction_id, change, happened_at, visibility)
                        values (access.current_jurisdiction(), 'RELOAD', :at, 'PUBLISHED')
                        """).param("at", all.at().atOffset(ZoneOffset.UTC)).update();
    }

    /** As for one, for as many as moved together. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(RequestsPlacedAnew placed) {
        UUID[] requests =
                placed.moved().stream().map(RequestsPlacedAnew.Moved::requestId).toArray(UUID[]::new);
        UUID[] previousTeams = placed.moved().stream()
                .map(moved -> moved.changesTeam() ? moved.previousTeamId() : null)
                .toArray(UUID[]::new);
        addMany("MOVED", requests, previousTeams, placed.at());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(RequestsRecounted recounted) {
        UUID[] requests = recounted.requestIds().toArray(UUID[]::new);
        addMany("RECOUNTED", requests, new UUID[requests.length], recounted.at());
    }

    private void addMany(String change, UUID[] requests, @Nullable UUID[] previousTeams, Instant at) {
        jdbc.sql(ADD_MANY)
                .param("change", change)
                .param("requests", requests)
                .param("previousTeams", previousTeams)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Numbers what has committed in the open jurisdiction and announces it. One at a time per jurisdiction, whichever process it
     * runs in: a number is visible before the next one is given.
     *
     * @return how many changes were numbered
     */
    @Transactional
    int sequence() {
        jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended('live events of ' || access.current_jurisdiction(), 0))")
                .query(rows -> {});
        // A statement of its own, so that it sees what the holder of the lock before us has committed.
        int moved = jdbc.sql(SEQUENCE).update();
        if (moved > 0) {
            jdbc.sql("select pg_notify(:channel, access.current_jurisdiction()::text)")
                    .param("channel", CHANNEL)
                    .query(rows -> {});
        }
        return moved;
    }

    /** The jurisdictions that have changes to be numbered. */
    @Transactional
    List<UUID> waiting() {
        return jdbc.sql("select dispatch.jurisdictions_waiting()")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    @Transactional(readOnly = true)
    List<LiveEvent> after(long id, int limit) {
        return jdbc.sql("""
                        select event_id, request_id, change, team_id, previous_team_id, visibility
                        from dispatch.live_event where jurisdiction_id = access.current_jurisdiction() and event_id > :id
                        order by event_id limit :limit
                        """)
                .param("id", id)
                .param("limit", limit)
                .query(LiveEvents::read)
                .list();
    }

    /** @param seen the last event that a screen saw */
    @Transactional(readOnly = true)
    Standing standing(long seen) {
        return jdbc.sql("""
                        select coalesce(max(event_id), 0) as newest, coalesce(min(event_id), 0) as oldest, min(happened_at) as since
                        from dispatch.live_event where jurisdiction_id = access.current_jurisdiction()
                        """)
                .query((row, n) -> {
                    long newest = row.getLong("newest");
                    OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
                    // The newest of those thrown away is kept: while the oldest is young, nothing has been thrown away
                    // yet.
                    boolean purged = since != null && since.toInstant().isBefore(oldestKept());
                    boolean reachesBack = !purged || seen >= row.getLong("oldest");
                    return new Standing(newest, reachesBack && seen <= newest);
                })
                .single();
    }

    /** Throws away what is too old, but for the newest of it, which marks how far back the rest reaches. */
    @Transactional
    int purge() {
        Objects.requireNonNull(CurrentJurisdiction.get());
        return jdbc.sql("""
                        delete from dispatch.live_event
                        where jurisdiction_id = access.current_jurisdiction() and happened_at < :before
                          and event_id < (select max(old.event_id) from dispatch.live_event old
                                          where old.jurisdiction_id = access.current_jurisdiction() and old.happened_at < :before)
                        """)
                .param("before", oldestKept().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Instant oldestKept() {
        return clock.instant().minus(KEPT);
    }

    private static LiveEvent read(ResultSet row, int rowNumber) throws SQLException {
        return new LiveEvent(
                row.getLong("event_id"),
                row.getObject("request_id", UUID.class),
                row.getString("change"),
                row.getObject("team_id", UUID.class),
                row.getObject("previous_team_id", UUID.class),
                LiveEvent.Visibility.valueOf(row.getString("visibility")));
    }

    /** What was private before stays unheard of, whatever happens to it. */
    private static final String ADD = """
            insert into dispatch.change_outbox (jurisdiction_id, request_id, change, team_id, previous_team_id, happened_at, visibility)
            select r.jurisdiction_id, r.request_id, :change, coalesce(cast(:team as uuid), r.team_id), cast(:previousTeam as uuid), :at,
                case when r.is_private or c.is_private then case when :hidden then 'WITHDRAWN' else 'PRIVATE' end
                     when r.state in ('REJECTED', 'DUPLICATE') then 'WITHDRAWN'
                     else 'PUBLISHED' end
            from request.request r join catalogue.category c using (jurisdiction_id, category_id)
            where r.jurisdiction_id = access.current_jurisdiction() and r.request_id = :request
            """;

    private static final String ADD_MANY = """
            insert into dispatch.change_outbox (jurisdiction_id, request_id, change, team_id, previous_team_id, happened_at, visibility)
            select r.jurisdiction_id, r.request_id, :change, r.team_id, m.previous_team_id, :at,
                case when r.is_private or c.is_private then 'PRIVATE' when r.state in ('REJECTED', 'DUPLICATE') then 'WITHDRAWN'
                     else 'PUBLISHED' end
            from unnest(:requests, :previousTeams) m (request_id, previous_team_id)
            join request.request r on r.jurisdiction_id = access.current_jurisdiction() and r.request_id = m.request_id
            join catalogue.category c using (jurisdiction_id, category_id)
            """;

    private static final String SEQUENCE = """
            with moved as (
                delete from dispatch.change_outbox where jurisdiction_id = access.current_jurisdiction() returning *
            )
            insert into dispatch.live_event (jurisdiction_id, event_id, request_id, change, team_id, previous_team_id, happened_at, visibility)
            select jurisdiction_id, nextval('dispatch.live_event_id'), request_id, change, team_id, previous_team_id, happened_at, visibility
            from (select * from moved order by change_id) in_order
            """;
}
