package org.vigie.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts everything anew by {@code sql/recount} and holds the service's figures to it. A jurisdiction and a transaction are open. */
final class Recounts {

    private final JdbcClient jdbc;

    Recounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return how many numbers were compared */
    int hold(Figures figures, ZoneId zone) {
        Map<String, Object> values = new HashMap<>();
        values.put("from", Timestamp.from(figures.period().from(zone)));
        values.put("asof", Timestamp.from(figures.asOf()));
        values.put("zone", zone.getId());
        String what = figures.period().toString();
        Map<String, String> counted = new LinkedHashMap<>();
        Map<String, String> recounted = new LinkedHashMap<>();
        totals(figures, counted);
        figures.states().forEach(each -> counted.put("state " + each.state(), micros(each.time())));
        if (!figures.states().isEmpty()) {
            counted.put("state age", micros(figures.age()));
        }
        figures.months()
                .forEach(month -> counted.put(
                        "month " + month.month(),
                        month.received() + " " + rounded(String.valueOf(month.expected())) + " " + month.years()));
        figures.groups()
                .forEach((dimension, groups) -> groups.stream()
                        .filter(Recounts::tells)
                        .forEach(group -> counted.put(dimension + " " + group.code(), group(group.sums()))));

        // Of steps that count whole tables the database expects few rows, and would look through all of them for each.
        jdbc.sql("set local enable_nestloop = off").update();
        rows("volumes", values).forEach(row -> recounted.put(row.get("figure"), row.get("n")));
        for (String file : List.of("durations", "working_time")) {
            String prefix = file.equals("durations") ? "wall " : "working ";
            rows(file, values).forEach(row -> recounted.put(prefix + row.get("figure"), row.of("n", "median", "p90")));
        }
        rows("states", values).stream()
                .filter(row -> !row.get("seconds").equals("null"))
                .forEach(row -> recounted.put(
                        "state " + row.get("figure"),
                        new BigDecimal(row.get("seconds")).setScale(6).toString()));
        rows("promises", values)
                .forEach(row -> recounted.put("promise " + row.get("figure"), row.of("due", "kept", "warned")));
        rows("months", values)
                .forEach(row -> recounted.put(
                        "month " + row.get("figure"),
                        row.get("received") + " " + rounded(row.get("expected")) + " " + row.get("years")));
        rows("groups", values)
                .forEach(row -> recounted.put(
                        row.get("dimension") + " " + row.get("code"),
                        row.of("received", "settled", "open_at_end", "median", "due", "kept")));
        jdbc.sql("set local enable_nestloop = on").update();
        List<String> service = sorted(counted);
        List<String> database = sorted(recounted);
        assertThat(without(service, database)).as(what).isEqualTo(without(database, service));
        return counted.size();
    }

    private static void totals(Figures figures, Map<String, String> counted) {
        Sums total = figures.total();
        counted.put("received", String.valueOf(total.received()));
        counted.put("praise", String.valueOf(figures.praise()));
        counted.put("selfReports", String.valueOf(total.selfReports()));
        counted.put("online", String.valueOf(total.online()));
        counted.put("phone", String.valueOf(total.phone()));
        counted.put("settled", String.valueOf(total.settled()));
        counted.put("openAtEnd", String.valueOf(total.openAtEnd()));
        counted.put("overdue", String.valueOf(total.overdue()));
        counted.put("reopened", String.valueOf(total.reopened()));
        counted.put("visited", String.valueOf(total.visited()));
        counted.put("secondVisits", String.valueOf(total.secondVisits()));
        counted.put("handOvers", String.valueOf(total.handOvers()));
        counted.put("handedOverAgain", String.valueOf(total.handedOverAgain()));
        spread("firstAction", total.firstAction(), counted);
        spread("settlement", total.settlement(), counted);
        total.promises()
                .forEach(kept -> counted.put(
                        "promise " + kept.commitment(), kept.due() + " " + kept.kept() + " " + kept.warned()));
    }

    private static void spread(String name, Spread spread, Map<String, String> counted) {
        if (spread.n() > 0) {
            counted.put("wall " + name, spread.n() + " " + spread.medianSeconds() + " " + spread.p90Seconds());
        }
        if (spread.workingMedianSeconds() != null) {
            counted.put(
                    "working " + name,
                    spread.n() + " " + spread.workingMedianSeconds() + " " + spread.workingP90Seconds());
        }
    }

    private static String group(Sums sums) {
        return sums.received() + " " + sums.settled() + " " + sums.openAtEnd() + " "
                + sums.settlement().medianSeconds() + " " + sums.due() + " " + sums.kept();
    }

    private static boolean tells(Figures.Group group) {
        Sums sums = group.sums();
        return sums.received() + sums.settled() + sums.openAtEnd() + sums.due() > 0;
    }

    /** One row of a recount: what stands in each column, as text. */
    private record Row(Map<String, String> columns) {
        String get(String column) {
            return columns.getOrDefault(column, "null");
        }

        String of(String... names) {
            return Arrays.stream(names).map(this::get).collect(Collectors.joining(" "));
        }
    }

    private List<Row> rows(String file, Map<String, Object> values) {
        try {
            String sql =
                    new ClassPathResource("sql/recount/" + file + ".sql").getContentAsString(StandardCharsets.UTF_8);
            return jdbc.sql(sql.replaceAll("(?m);\\s*$", ""))
                    .params(values)
                    .query((row, n) -> {
                        Map<String, String> columns = new HashMap<>();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            columns.put(row.getMetaData().getColumnLabel(i), String.valueOf(row.getString(i)));
                        }
                        return new Row(columns);
                    })
                    .list();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rounded(String mean) {
        return mean.equals("null") ? mean : String.format(Locale.ROOT, "%.6f", Double.parseDouble(mean));
    }

    private static String micros(Duration time) {
        long micros = time.dividedBy(ChronoUnit.MICROS.getDuration());
        return BigDecimal.valueOf(micros, 6).toString();
    }

    private static List<String> without(List<String> all, List<String> others) {
        return all.stream().filter(each -> !others.contains(each)).toList();
    }

    private static List<String> sorted(Map<String, String> figures) {
        return figures.entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue())
                .sorted()
                .collect(Collectors.toList());
    }
}
