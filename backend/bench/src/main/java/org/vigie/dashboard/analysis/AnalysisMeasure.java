package org.vigie.dashboard.analysis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.vigie.Vigie;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Refusal;
import org.vigie.dashboard.FigureFilter;
import org.vigie.dashboard.Period;
import org.vigie.dashboard.TimeStep;
import org.vigie.map.MillionPlaces;
import org.vigie.map.PublishedCity;
import org.vigie.testing.FreshDatabase;
import org.vigie.testing.PrivatePostgis;
import org.vigie.testing.TestJurisdictions;

/**
 * The analyses of a month, a quarter and a year of a million requests, or as many as {@code -Drequests} says, received in one year: 500 sectors
 * with their streets, three promises each. Three times each, the middle one counts.
 */
public final class AnalysisMeasure {

    private static final int REQUESTS = Integer.getInteger("requests", 1_000_000);
    private static final int TIMES = 3;
    private static final GridChoice FINE = new GridChoice(Optional.of(100), Optional.empty());

    /** What triggers would keep is written for all at once. */
    private static final String GROUND = """
            set session_replication_role = replica;
            create temp table here as select jurisdiction_id, gen_random_uuid() as set_id, gen_random_uuid() as version_id
                from territory.jurisdiction where code = '%1$s';
            insert into territory.sector_set (jurisdiction_id, sector_set_id, code, name, serves)
                select jurisdiction_id, set_id, 'secteurs', 'Secteurs', true from here;
            insert into territory.sector_version (jurisdiction_id, sector_version_id, sector_set_id, version, holds_from, published_at, source_sha256)
                select jurisdiction_id, version_id, set_id, 1, now() - interval '3 years', now() - interval '3 years', '' from here;
            create temp table patch as
                select jurisdiction_id, gen_random_uuid() as sector_id, i, j, st_makeenvelope(2.22 + i * 0.01, 48.81 + j * 0.005,
                    2.22 + (i + 1) * 0.01, 48.81 + (j + 1) * 0.005, 4326) as shape
                from here, generate_series(0, 24) i, generate_series(0, 19) j;
            insert into territory.sector (jurisdiction_id, sector_id, sector_set_id, code)
                select jurisdiction_id, sector_id, set_id, 's' || i * 20 + j from patch join here using (jurisdiction_id);
            insert into territory.sector_shape (jurisdiction_id, sector_version_id, sector_id, name, shape)
                select jurisdiction_id, version_id, sector_id, 'Secteur ' || i * 20 + j, st_multi(shape) from patch join here using (jurisdiction_id);
            insert into territory.basemap_feature (jurisdiction_id, kind, class, name, shape)
                select jurisdiction_id, 'STREET', 'residential', 'Rue ' || n,
                    st_setsrid(st_makeline(st_makepoint(2.22 + n %% 250 * 0.001, 48.81 + n / 250 * 0.001),
                        st_makepoint(2.22 + (n %% 250 + 1) * 0.001, 48.81 + n / 250 * 0.001 + 0.0003)), 4326)
                from here, generate_series(0, 24999) n;
            update request.request r set sector_id = p.sector_id, day_sector_id = p.sector_id, sector_version_id = h.version_id
                from patch p join here h using (jurisdiction_id)
                where r.jurisdiction_id = h.jurisdiction_id and floor((st_x(r.location) - 2.22) / 0.01) = p.i
                  and floor((st_y(r.location) - 48.81) / 0.005) = p.j;
            insert into request.deadline (jurisdiction_id, request_id, commitment, starts_at, due_at, met_at, amount, unit)
                select r.jurisdiction_id, r.request_id, c.commitment, r.received_at, r.received_at + c.days * interval '1 day', r.resolved_at, c.days, 'DAYS'
                from request.request r join here using (jurisdiction_id), (values ('ACKNOWLEDGE', 2), ('RESOLVE', 10), ('REPLY', 20)) c (commitment, days);
            vacuum analyze request.request;
            analyze request.deadline
            """;

    private final ConfigurableApplicationContext service;
    private final Jurisdiction town;

    private AnalysisMeasure(ConfigurableApplicationContext service, Jurisdiction town) {
        this.service = service;
        this.town = town;
    }

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(
                        Vigie.class, TestJurisdictions.class, PublishedCity.class)
                .initializers(new FreshDatabase())
                .run("--server.port=0", "--db-scheduler.polling-interval=1h", "--logging.level.root=warn")) {
            String superuser = PrivatePostgis.instance()
                    .superuserUrl(service.getEnvironment().getRequiredProperty("vigie.database.url"));
            Jurisdiction town = new MillionPlaces(
                            service.getBean(TestJurisdictions.class), service.getBean(PublishedCity.class), REQUESTS)
                    .fill(superuser);
            furnish(superuser, town);
            new AnalysisMeasure(service, town).run();
        }
        System.exit(0);
    }

    private static void furnish(String superuser, Jurisdiction town) throws SQLException {
        try (Connection connection = DriverManager.getConnection(superuser);
                Statement statement = connection.createStatement()) {
            for (String sql : GROUND.formatted(town.code()).split(";\\s*\n")) {
                statement.execute(sql);
            }
        }
    }

    private void run() {
        LocalDate yesterday = LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1);
        for (int days : new int[] {30, 91, 365}) {
            Period period = new Period(yesterday.minusDays(days - 1L), yesterday);
            of(period).forEach((what, analysis) -> tell(days + " days, " + what, analysis));
        }
    }

    private Map<String, Supplier<Object>> of(Period period) {
        Analyses analyses = service.getBean(Analyses.class);
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("density", () -> analyses.heat(period, FigureFilter.ALL, GridChoice.USUAL));
        all.put("density, 100 m", () -> analyses.heat(period, FigureFilter.ALL, FINE));
        all.put("hot spots", () -> analyses.hotSpots(period, FigureFilter.ALL, GridChoice.USUAL));
        all.put("film by days", () -> analyses.frames(period, FigureFilter.ALL, GridChoice.USUAL, TimeStep.DAY));
        all.put(
                "two periods",
                () -> service.getBean(Comparisons.class)
                        .of(before(period), period, FigureFilter.ALL, GridChoice.USUAL));
        all.put("silence", () -> service.getBean(Silences.class).of(period, FigureFilter.ALL));
        all.put("promises", () -> analyses.promises(period, FigureFilter.ALL));
        return all;
    }

    private void tell(String what, Supplier<Object> analysis) {
        double[] seconds = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            try {
                CurrentJurisdiction.inside(town, analysis);
            } catch (Refusal refused) {
                System.out.printf("%-28s refused: %s%n", what, refused.getMessage());
                return;
            }
            seconds[i] = (System.nanoTime() - begun) / 1e9;
        }
        Arrays.sort(seconds);
        System.out.printf(Locale.ROOT, "%-28s %.2f s%n", what, seconds[TIMES / 2]);
    }

    /** As many days. */
    private static Period before(Period period) {
        long days = ChronoUnit.DAYS.between(period.first(), period.last()) + 1;
        return new Period(period.first().minusDays(days), period.first().minusDays(1));
    }
}
