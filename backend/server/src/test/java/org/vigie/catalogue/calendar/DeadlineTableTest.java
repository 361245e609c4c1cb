package org.vigie.catalogue.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code catalogue/deadlines.csv} was computed by hand, each with its reason. */
class DeadlineTableTest {

    private static final int MINUTES_AND_OFFSET = 16;

    record Row(String calendar, String start, Length length, String pauses, String due, String why) {}

    static List<Row> rows() throws IOException {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DeadlineTableTest.class.getResourceAsStream("/catalogue/deadlines.csv")),
                StandardCharsets.UTF_8))) {
            return table.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(DeadlineTableTest::row)
                    .toList();
        }
    }

    private static Row row(String line) {
        String[] cells = line.split(";\\s*", 6);
        String[] length = cells[2].split(" ", 2);
        return new Row(
                cells[0],
                cells[1],
                new Length(Integer.parseInt(length[0]), Length.Unit.valueOf(length[1])),
                cells[3],
                cells[4],
                cells[5]);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void fallsDueWhenItWasComputedByHand(Row row) {
        WorkCalendar calendar = TestCalendars.named(row.calendar());
        PromisedTime time = new PromisedTime(calendar, row.length().unit());
        Instant due =
                time.due(instant(row.start(), calendar.zone()), row.length().amount());
        for (String pause :
                row.pauses().isEmpty() ? new String[0] : row.pauses().split(" & ")) {
            String[] ends = pause.split(" > ", 2);
            due = time.afterPause(due, instant(ends[0], calendar.zone()), instant(ends[1], calendar.zone()));
        }
        assertThat(due.atZone(calendar.zone()))
                .as(row.why())
                .isEqualTo(instant(row.due(), calendar.zone()).atZone(calendar.zone()));
    }

    @Test
    void theTableHasWhatItMustHave() throws IOException {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(120).doesNotHaveDuplicates();
    }

    private static Instant instant(String onWall, ZoneId zone) {
        return onWall.length() > MINUTES_AND_OFFSET
                ? OffsetDateTime.parse(onWall).toInstant()
                : LocalDateTime.parse(onWall).atZone(zone).toInstant();
    }
}
