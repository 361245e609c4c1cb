package org.vigie.map.cells;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The cells of the open jurisdiction. The one part of {@code map} that writes, through the functions of schema cells. */
@Repository
public class Cells {

    /** On it stands which tiles of zoom 16 of a jurisdiction are no longer true: its id and x/y each, or an asterisk for all. */
    public static final String CHANNEL = "map_tiles";

    /** So many are taken in within a fifth of a second, also on a busy machine: others wait for it. */
    private static final int MOST_AT_ONCE = 500;

    /**
     * @param counted cells that there should be
     * @param differing cells that were missing, too many or held another sum
     * @param first there were none to compare with
     */
    public record Recount(long counted, long differing, boolean first) {

        public boolean held() {
            return first || differing == 0;
        }
    }

    private final JdbcClient jdbc;

    Cells(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The jurisdictions that have something to be taken in or to be counted. */
    @Transactional(readOnly = true)
    public List<UUID> waiting() {
        return jdbc.sql("select cells.waiting()")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /**
     * Takes in what was noted, at most a few hundred changes, unless another process is at it.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean takeIn() {
        int taken = jdbc.sql("select cells.fold(:most)")
                .param("most", MOST_AT_ONCE)
                .query(Integer.class)
                .single();
        return taken == MOST_AT_ONCE;
    }

    @Transactional(readOnly = true)
    public boolean areCounted() {
        return jdbc.sql(
                        "select exists (select from cells.counted where jurisdiction_id = access.current_jurisdiction())")
                .query(Boolean.class)
                .single();
    }

    /**
     * Counts the cells from the requests and holds those that are kept against them; where one differs, all are replaced.
     *
     * @return empty when another process is at it
     */
    @Transactional
    public Optional<Recount> recount() {
        boolean alone = jdbc.sql(
                        "select pg_try_advisory_xact_lock(hashtextextended('recount of cells of ' || access.current_jurisdiction(), 0))")
                .query(Boolean.class)
                .single();
        return alone
                ? Optional.of(Objects.requireNonNull(jdbc.sql("select counted, differing, first from cells.recount()")
                        .query((row, n) ->
                                new Recount(row.getLong("counted"), row.getLong("differing"), row.getBoolean("first")))
                        .single()))
                : Optional.empty();
    }
}
