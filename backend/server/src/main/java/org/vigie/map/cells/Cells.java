package org.vigie.map.cells;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;

/** The cells of the open jurisdiction. The one part of {@code map} that writes, through the functions of schema cells. */
@Repository
public class Cells {

    /** On it stands which tiles of zoom 16 of a jurisdiction are no longer true: its id and x/y each, or an asterisk for all. */
    public static final String CHANNEL = "map_tiles";

    /** So many are taken in within a fifth of a second, also on a busy machine: others wait for it. */
    private static final int MOST_AT_ONCE = 500;

    /** So many requests are counted in one transaction, in two or three seconds. */
    private static final int PORTION = 100_000;

    /** Zooms whose cells are put together from those of the next. */
    private static final List<Integer> LEVELS = List.of(12, 10, 8, 6, 4, 2, 0);

    private static final Logger LOG = LoggerFactory.getLogger(Cells.class);

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

    /** @param left steps of a first count; absent when another process is at it */
    private record Step(@Nullable Integer left, long counted) {}

    private record Held(long counted, long differing) {

        Held plus(Held other) {
            return new Held(counted + other.counted, differing + other.differing);
        }
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Cells(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
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
     * Counts the cells from the requests, a portion at a time, and holds those that are kept against them; a portion in which one differs is
     * replaced. Where none are kept yet, they are counted for the first time.
     *
     * @return empty when another process is at it
     */
    public Optional<Recount> recount() {
        return within(this::areCounted) ? hold() : first();
    }

    /**
     * One step of a first count, in a transaction of its own. Whoever died at it is followed by whoever comes next.
     *
     * @return whether there is more to do, and nobody else at it
     */
    public boolean countOn() {
        Integer left = step().left();
        return left != null && left > 0;
    }

    private Optional<Recount> first() {
        Step step;
        do {
            step = step();
            if (step.left() == null) {
                return Optional.empty();
            }
        } while (step.left() > 0);
        return Optional.of(new Recount(step.counted(), step.counted(), true));
    }

    private Step step() {
        Step done = within(() -> jdbc.sql("select steps_left, counted from cells.count_on(:portion)")
                .param("portion", PORTION)
                .query((row, n) -> new Step(row.getObject("steps_left", Integer.class), row.getLong("counted")))
                .single());
        if (done.left() != null && done.left() > LEVELS.size()) {
            LOG.info(
                    "the map's cells of {} are being counted, {} steps to go",
                    CurrentJurisdiction.get().code(),
                    done.left());
        }
        return done;
    }

    private Optional<Recount> hold() {
        Held sum = new Held(0, 0);
        int from = 0;
        for (int to : portionEnds()) {
            sum = sum.plus(held("cells.hold_portion(" + from + ", " + to + ")"));
            from = to;
        }
        for (int level : LEVELS) {
            sum = sum.plus(held("cells.hold_level(" + level + ")"));
        }
        if (sum.differing() > 0) {
            within(() -> jdbc.sql("select cells.put_right()").query().singleRow());
        }
        // An import or a clock that was set back may have given them up meanwhile.
        return within(this::areCounted) ? Optional.of(new Recount(sum.counted(), sum.differing(), false)) : recount();
    }

    private List<Integer> portionEnds() {
        return within(() -> Arrays.asList(jdbc.sql("select cells.portion_ends(:portion)")
                .param("portion", PORTION)
                .query((row, n) -> (Integer[]) row.getArray(1).getArray())
                .single()));
    }

    private Held held(String portion) {
        return within(() -> jdbc.sql("select counted, differing from " + portion)
                .query((row, n) -> new Held(row.getLong("counted"), row.getLong("differing")))
                .single());
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
