package org.vigie.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.demo.DemoCity;
import org.vigie.demo.SharedDemoCity;
import org.vigie.request.Channel;
import org.vigie.territory.Jurisdictions;
import org.vigie.testing.PrivatePostgis;
import org.vigie.testing.ServiceTest;

/** Every figure of the review equals its recount in plain SQL, over three years of the demo city. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecountTest {

    @Autowired
    DemoCity city;

    @Autowired
    Jurisdictions jurisdictions;

    @Autowired
    FigureBook book;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Jurisdiction aubrelle;
    private ZoneId zone;
    private LocalDate today;

    @Value("${vigie.database.url}")
    String databaseUrl;

    @BeforeAll
    void make() throws SQLException {
        SharedDemoCity.make(city, step -> {});
        // Three years have just been written: without this the database would plan the recounts for an empty table.
        try (Connection superuser =
                        DriverManager.getConnection(PrivatePostgis.instance().superuserUrl(databaseUrl));
                Statement statement = superuser.createStatement()) {
            statement.execute("analyze");
        }
        aubrelle = jurisdictions.find(DemoCity.CODE).orElseThrow();
        zone = aubrelle.zone();
        today = LocalDate.ofInstant(clock.instant(), zone);
    }

    @TestFactory
    Stream<DynamicTest> everyFigureEqualsItsRecount() {
        LocalDate spring = sunday(Month.MARCH);
        LocalDate autumn = sunday(Month.OCTOBER);
        LocalDate month = today.withDayOfMonth(1);
        return Stream.of(
                        period("all three years", today.minusYears(3).minusDays(2), today),
                        period("the day on which summer time begins", spring, spring),
                        period("the month of it", spring.withDayOfMonth(1), lastOf(spring)),
                        period("the day on which it ends", autumn, autumn),
                        period("the month of it", autumn.withDayOfMonth(1), lastOf(autumn)),
                        period(
                                "over the end of a month",
                                month.minusMonths(2).minusDays(3),
                                month.minusMonths(2).plusDays(3)),
                        period(
                                "over the end of a year",
                                today.withDayOfYear(1).minusDays(5),
                                today.withDayOfYear(1).plusDays(5)),
                        period("the last whole month", month.minusMonths(1), month.minusDays(1)),
                        period("what still runs", month, lastOf(today)),
                        period("before there was anything", today.minusYears(5), today.minusYears(4)))
                .map(each -> DynamicTest.dynamicTest(
                        each.name() + ", " + each.period(),
                        () -> inside(() -> {
                            long begun = System.nanoTime();
                            Figures figures = book.of(each.period(), FigureFilter.ALL);
                            long millis = (System.nanoTime() - begun) / 1_000_000;
                            int compared = new Recounts(jdbc).hold(figures, zone);
                            System.out.printf(
                                    "%s: %d numbers equal, %d received, counted in %d ms%n",
                                    each.name(), compared, figures.total().received(), millis);
                        })));
    }

    @Test
    void theTimesInEachStateAddUpToTheAge() {
        inside(() -> {
            Figures figures = book.of(new Period(today.minusYears(1), today), FigureFilter.ALL);
            assertThat(figures.age()).isPositive();
            assertThat(figures.states().stream().map(Figures.StateTime::time).reduce(Duration.ZERO, Duration::plus))
                    .isEqualTo(figures.age());
        });
    }

    @Test
    void aFilterGivesWhatTheRowOfThatGroupSays() {
        inside(() -> {
            Period year = new Period(today.minusYears(1), today);
            Figures all = book.of(year, FigureFilter.ALL);
            for (String code : List.of("nid-de-poule", codeOf(all, Dimension.CATEGORY))) {
                Figures one = book.of(year, filter(List.of(code), List.of(), List.of()));
                assertThat(one.total()).isEqualTo(row(all, Dimension.CATEGORY, code));
            }
            String sector = codeOf(all, Dimension.SECTOR);
            assertThat(book.of(year, filter(List.of(), List.of(sector), List.of()))
                            .total())
                    .isEqualTo(row(all, Dimension.SECTOR, sector));
            Figures phone = book.of(year, filter(List.of(), List.of(), List.of(Channel.PHONE)));
            assertThat(phone.total()).isEqualTo(row(all, Dimension.CHANNEL, "PHONE"));
            assertThat(phone.months())
                    .hasSize(13)
                    .allSatisfy(each -> assertThat(each.received()).isLessThan(400));
        });
    }

    @Test
    void theGroupsOfEachDivisionAddUpToTheWhole() {
        inside(() -> {
            Figures figures = book.of(new Period(today.minusYears(1), today), FigureFilter.ALL);
            figures.groups().forEach((dimension, groups) -> {
                assertThat(groups.stream()
                                .mapToInt(each -> each.sums().received())
                                .sum())
                        .as(dimension.name())
                        .isEqualTo(figures.total().received());
                assertThat(groups.stream().mapToInt(each -> each.sums().kept()).sum())
                        .as(dimension.name())
                        .isEqualTo(figures.total().kept());
            });
        });
    }

    private record Named(String name, Period period) {}

    private static Named period(String name, LocalDate first, LocalDate last) {
        return new Named(name, new Period(first, last));
    }

    private LocalDate sunday(Month month) {
        LocalDate last = today.with(month).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
        return last.isBefore(today)
                ? last
                : today.minusYears(1).with(month).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
    }

    private static LocalDate lastOf(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfMonth());
    }

    private static FigureFilter filter(List<String> categories, List<String> sectors, List<Channel> channels) {
        return new FigureFilter(categories, List.of(), sectors, List.of(), List.of(), channels, List.of());
    }

    /** The one with the most. */
    private static String codeOf(Figures figures, Dimension dimension) {
        return Objects.requireNonNull(figures.groups().get(dimension)).stream()
                .filter(each -> !each.code().isEmpty())
                .max(Comparator.comparingInt(each -> each.sums().received()))
                .orElseThrow()
                .code();
    }

    private static Sums row(Figures figures, Dimension dimension, String code) {
        return Objects.requireNonNull(figures.groups().get(dimension)).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow()
                .sums();
    }

    private void inside(Runnable work) {
        CurrentJurisdiction.inside(aubrelle, () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
