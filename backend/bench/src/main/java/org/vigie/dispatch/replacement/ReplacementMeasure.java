package org.vigie.dispatch.replacement;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.Vigie;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.map.cells.Cells;
import org.vigie.territory.ImportReport;
import org.vigie.territory.SectorImport;
import org.vigie.territory.SourceFile;
import org.vigie.testing.FreshDatabase;
import org.vigie.testing.TestCity;
import org.vigie.testing.TestJurisdictions;

/**
 * A million open requests, each offered to a team, follow a publication that exchanges their two sectors: every one changes sector and
 * team. Their ids rise with time, as those of the service do. Meanwhile a visitor asks for the list again and again, and somebody counts the requests without a sector.
 */
public final class ReplacementMeasure {

    private static final int REQUESTS = Integer.getInteger("requests", 1_000_000);

    /** Between two counts of everything, which cost a second of one core each. */
    private static final int PAUSE_MILLIS = 20_000;

    private ReplacementMeasure() {}

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(
                        Vigie.class, TestJurisdictions.class, TestCity.class)
                .initializers(new FreshDatabase())
                .run("--server.port=0", "--db-scheduler.polling-interval=1h", "--logging.level.root=warn")) {
            TestCity cities = service.getBean(TestCity.class);
            TestCity.City city = cities.make();
            JdbcClient jdbc = service.getBean(JdbcClient.class);
            fill(cities, city, jdbc);
            awaitCounted(service, city);
            UUID version = publish(service, cities, city, jdbc);
            AtomicBoolean done = new AtomicBoolean();
            Visitor visitor = new Visitor(service, city, done);
            Thread visiting = Thread.ofPlatform().start(visitor);
            Counter counter = new Counter(cities, city, jdbc, done);
            Thread counting = Thread.ofPlatform().start(counter);

            long begun = System.nanoTime();
            long moved = CurrentJurisdiction.inside(
                    city.jurisdiction(), () -> service.getBean(Replacement.class).run(version));
            double seconds = (System.nanoTime() - begun) / 1e9;

            done.set(true);
            visiting.join();
            counting.join();
            System.out.printf("%,d of %,d requests moved in %.1f s%n", moved, REQUESTS, seconds);
            System.out.printf("meanwhile the public list answered %s%n", visitor);
            System.out.printf("counted %d times: at most %d requests without a sector%n", counter.times, counter.most);
        }
        System.exit(0);
    }

    private static void fill(TestCity cities, TestCity.City city, JdbcClient jdbc) {
        long begun = System.nanoTime();
        cities.inside(city.jurisdiction(), () -> {
            jdbc.sql("""
                    insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel, location,
                        location_source, address, placement_rule, metres_to_edge, sector_id, sector_version_id, service_id, team_id,
                        assignment_rule, next_commitment, next_starts_at, next_due_at, received_at, changed_at)
                    select c.jurisdiction_id, overlay(gen_random_uuid()::text placing to_char(n, 'FM00000000-0000') from 1)::uuid, '2026-' || lpad(n::text, 7, '0'), 'INCIDENT', 'ASSIGNED', c.category_id, '',
                        'WEB', st_setsrid(st_makepoint(x, 47.0 + 0.1 * random()), 4326), 'PIN', '', 'INSIDE', 100,
                        s.sector_id, v.sector_version_id, c.service_id, t.team_id, case when n % 2 = 0 then 'SECTOR_AND_CATEGORY' else 'SECTOR' end,
                        'RESOLVE', now(), now() + interval '1 day', now(), now()
                    from generate_series(1, :requests) g (n)
                    cross join lateral (select case when n % 2 = 0 then 2.0 else 2.05 end + 0.0499 * random() as x) p
                    join catalogue.category c on c.code = 'nid-de-poule'
                    join territory.sector s on s.code = case when n % 2 = 0 then 'W' else 'E' end
                    join territory.sector_version v on v.sector_set_id = s.sector_set_id
                    join team.team t on t.code = case when n % 2 = 0 then 'E1' else 'E2' end
                    """).param("requests", REQUESTS).update();
            return jdbc.sql("""
                    insert into intervention.job (jurisdiction_id, job_id, request_id, team_id, offered_at)
                    select jurisdiction_id, request_id, request_id, team_id, received_at from request.request
                    """).update();
        });
        System.out.printf("%,d requests and as many jobs made in %.0f s%n", REQUESTS, (System.nanoTime() - begun) / 1e9);
    }

    /** A million new requests are counted for the map first, in the background: that is over before a city divides itself anew. */
    private static void awaitCounted(ConfigurableApplicationContext service, TestCity.City city) throws InterruptedException {
        long begun = System.nanoTime();
        Cells cells = service.getBean(Cells.class);
        while (cells.waiting().contains(city.jurisdiction().id())) {
            Thread.sleep(500);
        }
        System.out.printf("counted for the map for the first time in %.0f s%n", (System.nanoTime() - begun) / 1e9);
    }

    /** W where E was, and E where W was. */
    private static UUID publish(
            ConfigurableApplicationContext service, TestCity cities, TestCity.City city, JdbcClient jdbc) throws Exception {
        Path file = Files.createTempFile("sectors", ".geojson");
        Files.writeString(
                file,
                "{\"type\":\"FeatureCollection\",\"features\":[%s,%s]}".formatted(half("E", 2.0, 2.05), half("W", 2.05, 2.1)));
        try (ImportReport report = new ImportReport(Files.createTempFile("report", ".jsonl"), new PrintWriter(new StringWriter()))) {
            CurrentJurisdiction.inside(
                    city.jurisdiction(),
                    () -> service.getBean(SectorImport.class)
                            .run(SectorImport.Order.partition("secteurs", "code", "name"), new SourceFile(file), report));
        }
        return cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("select sector_version_id from territory.sector_version order by version desc limit 1")
                        .query(UUID.class)
                        .single());
    }

    private static String half(String code, double west, double east) {
        return String.format(Locale.ROOT, """
                {"type":"Feature","properties":{"code":"%s","name":"x"},"geometry":{"type":"Polygon","coordinates":
                [[[%2$f,47.0],[%3$f,47.0],[%3$f,47.1],[%2$f,47.1],[%2$f,47.0]]]}}""", code, west, east);
    }

    private static final class Visitor implements Runnable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final HttpRequest list;
        private final AtomicBoolean done;
        private final long[] nanos = new long[1_000_000];
        private int asked;
        private int failed;

        Visitor(ConfigurableApplicationContext service, TestCity.City city, AtomicBoolean done) {
            String port = service.getEnvironment().getProperty("local.server.port");
            this.list = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:%s/%s/api/requests/nearby?lon=2.05&lat=47.05".formatted(port, city.jurisdiction().code())))
                    .build();
            this.done = done;
        }

        @Override
        public void run() {
            while (!done.get()) {
                long before = System.nanoTime();
                try {
                    if (http.send(list, HttpResponse.BodyHandlers.ofByteArray()).statusCode() != 200) {
                        failed++;
                    }
                    nanos[asked++] = System.nanoTime() - before;
                    Thread.sleep(200);
                } catch (Exception e) {
                    failed++;
                }
            }
        }

        @Override
        public String toString() {
            long[] sorted = LongStream.of(Arrays.copyOf(nanos, asked)).sorted().toArray();
            return "%,d times, %d failed, p50 %.0f ms, p99 %.0f ms, longest %.0f ms"
                    .formatted(asked, failed, sorted[asked / 2] / 1e6, sorted[(int) (asked * 0.99)] / 1e6, sorted[asked - 1] / 1e6);
        }
    }

    private static final class Counter implements Runnable {
        private final TestCity cities;
        private final TestCity.City city;
        private final JdbcClient jdbc;
        private final AtomicBoolean done;
        private int times;
        private long most;

        Counter(TestCity cities, TestCity.City city, JdbcClient jdbc, AtomicBoolean done) {
            this.cities = cities;
            this.city = city;
            this.jdbc = jdbc;
            this.done = done;
        }

        @Override
        public void run() {
            while (!done.get()) {
                most = Math.max(
                        most,
                        cities.inside(
                                city.jurisdiction(),
                                () -> jdbc.sql("select count(*) from request.request where sector_id is null")
                                        .query(Long.class)
                                        .single()));
                times++;
                try {
                    Thread.sleep(PAUSE_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }
}
