package org.vigie.request;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Draws numbers in transactions of their own, over connections that no report holds. Whoever comes while one draws is served by the next
 * draw together with all who came meanwhile.
 */
@Component
class NumberDraws {

    private static final Logger LOG = LoggerFactory.getLogger(NumberDraws.class);

    record Series(UUID jurisdictionId, int year) {}

    private final DataSource aside;
    private final ConcurrentMap<Series, Counter> counters = new ConcurrentHashMap<>();

    NumberDraws(@Qualifier("asideDataSource") DataSource asideDataSource) {
        this.aside = asideDataSource;
    }

    /** @return in ascending order */
    List<Integer> draw(Series series, int count) {
        return counters.computeIfAbsent(series, Counter::new).take(count);
    }

    /** What cannot be given back just now is found unused later. */
    void giveBack(Series series, List<Integer> numbers) {
        try (Connection connection = aside.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select request.give_numbers_back(?, ?, ?)")) {
            Array given = connection.createArrayOf("int4", numbers.toArray());
            statement.setObject(1, series.jurisdictionId());
            statement.setInt(2, series.year());
            statement.setArray(3, given);
            statement.execute();
        } catch (SQLException e) {
            LOG.warn("{} numbers of {} stay unused for some minutes: {}", numbers.size(), series, e.getMessage());
        }
    }

    private List<Integer> ask(Series series, int count) {
        try (Connection connection = aside.getConnection();
                PreparedStatement statement = connection.prepareStatement("select request.draw_numbers(?, ?, ?)")) {
            statement.setObject(1, series.jurisdictionId());
            statement.setInt(2, series.year());
            statement.setInt(3, count);
            List<Integer> drawn = new ArrayList<>(count);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    drawn.add(rows.getInt(1));
                }
            }
            return drawn;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("no number can be drawn", e);
        }
    }

    private static final class Wanted {
        private final int count;
        private final List<Integer> numbers;

        Wanted(int count) {
            this.count = count;
            this.numbers = new ArrayList<>(count);
        }
    }

    /** Where those who want numbers of one series come. */
    private final class Counter {

        private final Series series;
        private final ConcurrentLinkedQueue<Wanted> waiting = new ConcurrentLinkedQueue<>();
        private final ReentrantLock drawing = new ReentrantLock();

        Counter(Series series) {
            this.series = series;
        }

        List<Integer> take(int count) {
            Wanted wanted = new Wanted(count);
            waiting.add(wanted);
            drawing.lock();
            try {
                if (wanted.numbers.isEmpty()) {
                    serve(wanted);
                }
            } finally {
                drawing.unlock();
            }
            return wanted.numbers;
        }

        private void serve(Wanted first) {
            List<Wanted> together = new ArrayList<>();
            for (Wanted next = waiting.poll(); next != null; next = waiting.poll()) {
                together.add(next);
            }
            try {
                Iterator<Integer> drawn = ask(
                                series,
                                together.stream()
                                        .mapToInt(wanted -> wanted.count)
                                        .sum())
                        .iterator();
                together.forEach(wanted -> {
                    for (int i = 0; i < wanted.count; i++) {
                        wanted.numbers.add(drawn.next());
                    }
                });
            } catch (RuntimeException e) {
                // The others try for themselves.
                together.remove(first);
                waiting.addAll(together);
                throw e;
            }
        }
    }
}
