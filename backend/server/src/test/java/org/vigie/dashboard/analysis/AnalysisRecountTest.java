package org.vigie.dashboard.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.dashboard.Dimension;
import org.vigie.dashboard.FigureBook;
import org.vigie.dashboard.FigureFilter;
import org.vigie.dashboard.Period;
import org.vigie.dashboard.TimeStep;
import org.vigie.demo.DemoCity;
import org.vigie.demo.SharedDemoCity;
import org.vigie.geo.MetreGrid.Cell;
import org.vigie.territory.Jurisdictions;
import org.vigie.testing.ServiceTest;

/** Every number of an analysis equals its recount in plain SQL, over a year of the demo city. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalysisRecountTest {

    private static final GridChoice CHOICE = new GridChoice(Optional.of(250), Optional.of(600));
    private static final FigureFilter POTHOLES =
            new FigureFilter(List.of("nid-de-poule"), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    @Autowired
    DemoCity city;

    @Autowired
    Jurisdictions jurisdictions;

    @Autowired
    Analyses analyses;

    @Autowired
    Comparisons comparisons;

    @Autowired
    Silences silences;

    @Autowired
    FigureBook book;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Jurisdiction aubrelle;
    private Period year;

    @BeforeAll
    void make() {
        SharedDemoCity.make(city, step -> {});
        aubrelle = jurisdictions.find(DemoCity.CODE).orElseThrow();
        LocalDate today = LocalDate.ofInstant(clock.instant(), aubrelle.zone());
        year = new Period(today.minusYears(1), today.minusDays(1));
    }

    @Test
    void theDensityOfEverySquareIsRecounted() {
        for (FigureFilter filter : List.of(FigureFilter.ALL, POTHOLES)) {
            inside(() -> {
                Heat heat = analyses.heat(year, filter, CHOICE);
                Map<Cell, Double> recounted = recount("heat", heat.scope(), filter, "density");
                assertThat(recounted.keySet())
                        .containsExactlyInAnyOrderElementsOf(heat.scope().cells());
                assertThat(recounted.values().stream().filter(each -> each > 0).count())
                        .isGreaterThan(20);
                heat.cells()
                        .forEach(each -> assertThat(each.perSquareKilometre())
                                .isCloseTo(of(recounted, each.cell()), within(1e-3)));
            });
        }
    }

    @Test
    void theScoreOfEverySquareIsRecounted() {
        for (FigureFilter filter : List.of(FigureFilter.ALL, POTHOLES)) {
            inside(() -> {
                HotSpots spots = analyses.hotSpots(year, filter, CHOICE);
                Map<Cell, Double> z = recount("hot_spots", spots.scope(), filter, "z");
                Map<Cell, Double> requests = recount("hot_spots", spots.scope(), filter, "requests");
                assertThat(spots.cells())
                        .hasSameSizeAs(z.keySet())
                        .anySatisfy(each -> assertThat(each.verdict()).isEqualTo(HotSpots.Verdict.HOT));
                spots.cells().forEach(each -> {
                    assertThat((double) each.requests()).isEqualTo(of(requests, each.cell()));
                    assertThat(each.z()).isCloseTo(of(z, each.cell()), within(1e-9));
                });
            });
        }
    }

    @Test
    void everyFrameIsRecounted() {
        inside(() -> {
            Frames frames = analyses.frames(year, FigureFilter.ALL, CHOICE, TimeStep.WEEK);
            Map<String, Integer> told = new HashMap<>();
            frames.cells().forEach(film -> {
                assertThat(film.counts()).hasSameSizeAs(frames.steps());
                for (int i = 0; i < frames.steps().size(); i++) {
                    int n = film.counts().get(i);
                    if (n > 0) {
                        told.put(film.cell() + " " + frames.steps().get(i), n);
                    }
                }
            });
            Map<String, Object> values = values(frames.scope(), FigureFilter.ALL);
            values.put("unit", "week");
            values.put("zone", aubrelle.zone().getId());
            Map<String, Integer> recounted = new HashMap<>();
            jdbc.sql(sql("frames")).params(values).query((RowCallbackHandler) row -> recounted.put(
                    new Cell(row.getInt("i"), row.getInt("j")) + " " + row.getString("step"), row.getInt("requests")));
            assertThat(told).isNotEmpty().isEqualTo(recounted);
        });
    }

    @Test
    void bothSidesOfAComparisonAreRecountedByCellAndBySector() {
        inside(() -> {
            Comparison comparison = comparisons.of(year.yearBefore(), year, POTHOLES, CHOICE);
            Map<Cell, Double> then = recount("hot_spots", comparison.before(), POTHOLES, "requests");
            Map<Cell, Double> now = recount("hot_spots", comparison.after(), POTHOLES, "requests");
            comparison.cells().forEach(each -> {
                assertThat((double) each.change().before()).isEqualTo(of(then, each.cell()));
                assertThat((double) each.change().after()).isEqualTo(of(now, each.cell()));
            });
            assertThat(comparison.shareAfter()).isCloseTo(0.5, within(0.002));
            Map<String, Integer> sectorsThen = sectors(comparison.before());
            Map<String, Integer> sectorsNow = sectors(comparison.after());
            assertThat(comparison.sectors()).isNotEmpty().allSatisfy(each -> {
                assertThat(each.change().before()).isEqualTo(sectorsThen.getOrDefault(each.code(), 0));
                assertThat(each.change().after()).isEqualTo(sectorsNow.getOrDefault(each.code(), 0));
            });
        });
    }

    @Test
    void streetsPeopleAndRequestsOfEverySectorAreRecounted() {
        inside(() -> {
            String first = jdbc.sql("select min(s.code) from territory.sector s join territory.sector_set t "
                            + "using (jurisdiction_id, sector_set_id) where t.serves")
                    .query(String.class)
                    .single();
            jdbc.sql(
                            "insert into territory.sector_inhabitants select p.jurisdiction_id, p.sector_version_id, p.sector_id, 4321 "
                                    + "from territory.sector_shape p join territory.sector s using (jurisdiction_id, sector_id) where s.code = :code")
                    .param("code", first)
                    .update();
            Silence silence = silences.of(year, POTHOLES);
            Scope scope = analyses.hotSpots(year, POTHOLES, CHOICE).scope();
            Map<String, Silence.Row> told =
                    silence.sectors().stream().collect(Collectors.toMap(Silence.Row::code, each -> each));
            Map<String, Object> values = values(scope, POTHOLES);
            jdbc.sql(sql("silence")).params(values).query((RowCallbackHandler) row -> {
                Silence.Row sector =
                        Optional.ofNullable(told.remove(row.getString("code"))).orElseThrow();
                assertThat(sector.requests()).isEqualTo(row.getInt("requests"));
                assertThat(sector.inhabitants()).isEqualTo(row.getObject("inhabitants", Integer.class));
                assertThat(sector.streetKilometres() * 1_000)
                        .isCloseTo(row.getDouble("street_metres"), withinPercentage(0.1));
            });
            assertThat(told).isEmpty();
            assertThat(silence.sectors()).anySatisfy(each -> {
                assertThat(each.inhabitants()).isEqualTo(4321);
                assertThat(each.perThousand()).isEqualTo(each.requests() * 1_000.0 / 4321);
            });
            assertThat(silence.sectors())
                    .anySatisfy(each -> assertThat(each.perThousand()).isNull());
            assertThat(silence.received()).isEqualTo(scope.received());
            jdbc.sql("delete from territory.sector_inhabitants").update();
        });
    }

    private Map<String, Integer> sectors(Scope scope) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql(sql("sectors")).params(values(scope, POTHOLES)).query((RowCallbackHandler)
                row -> counts.put(row.getString("code"), row.getInt("requests")));
        return counts;
    }

    @Test
    void nobodyIsCountedTwiceOrForgotten() {
        inside(() -> {
            HotSpots spots = analyses.hotSpots(year, FigureFilter.ALL, GridChoice.USUAL);
            Scope scope = spots.scope();
            int onCells =
                    spots.cells().stream().mapToInt(HotSpots.Spot::requests).sum();
            assertThat(onCells).isPositive();
            assertThat(onCells + scope.outside() + scope.unplaced()).isEqualTo(scope.received());
            assertThat(analyses.promises(year, FigureFilter.ALL).sectors().stream()
                            .mapToInt(SectorPromises.Row::received)
                            .sum())
                    .isEqualTo(scope.received());
        });
    }

    @Test
    void whatWasPromisedAndKeptInEachSectorIsWhatTheReviewTells() {
        inside(() -> {
            Period month = new Period(year.last().minusDays(40), year.last().minusDays(10));
            for (Period period : List.of(year, month)) {
                for (FigureFilter filter : List.of(FigureFilter.ALL, POTHOLES)) {
                    List<SectorPromises.Row> expected =
                            book.of(period, filter).groups().getOrDefault(Dimension.SECTOR, List.of()).stream()
                                    .map(group -> new SectorPromises.Row(
                                            group.code(),
                                            group.name(),
                                            group.sums().received(),
                                            group.sums().due(),
                                            group.sums().kept()))
                                    .filter(row -> row.received() + row.due() > 0)
                                    .toList();
                    assertThat(analyses.promises(period, filter).sectors())
                            .isEqualTo(expected)
                            .isNotEmpty();
                }
            }
        });
    }

    private static double of(Map<Cell, Double> recounted, Cell cell) {
        return Optional.ofNullable(recounted.get(cell)).orElseThrow();
    }

    private Map<Cell, Double> recount(String file, Scope scope, FigureFilter filter, String column) {
        Map<Cell, Double> cells = new LinkedHashMap<>();
        jdbc.sql(sql(file)).params(values(scope, filter)).query((RowCallbackHandler)
                row -> cells.put(new Cell(row.getInt("i"), row.getInt("j")), row.getDouble(column)));
        return cells;
    }

    private Map<String, Object> values(Scope scope, FigureFilter filter) {
        Map<String, Object> values = new HashMap<>();
        values.put("from", Timestamp.from(scope.period().from(aubrelle.zone())));
        values.put("asof", Timestamp.from(scope.asOf()));
        values.put("epsg", scope.grid().epsgCode());
        values.put("side", scope.grid().sideMetres());
        values.put("radius", CHOICE.radiusMetres().orElseThrow());
        values.put("category", String.join("", filter.categories()));
        return values;
    }

    private static String sql(String file) {
        try {
            String text = new ClassPathResource("sql/recount/analysis/" + file + ".sql")
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
            return text.replaceAll("(?m)^--.*$|;\\s*$", "");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void inside(Runnable work) {
        CurrentJurisdiction.inside(aubrelle, () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
