package org.vigie.citizen.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.Vigie;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.geo.Wgs84Point;
import org.vigie.testing.FreshDatabase;
import org.vigie.testing.TestCity;
import org.vigie.testing.TestJurisdictions;

/**
 * A hundred thousand circles of 100 m to 1 km, saved over a city of 7.6 by 11.1 km: which of them hold a new request? The first question
 * reads them all from the database, as the first one after a change does.
 */
public final class WatchMeasure {

    private static final int AREAS = Integer.getInteger("areas", 100_000);
    private static final int QUESTIONS = 20_000;

    private WatchMeasure() {}

    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(
                        Vigie.class, TestJurisdictions.class, TestCity.class)
                .initializers(new FreshDatabase())
                .run("--server.port=0", "--db-scheduler.polling-interval=1h", "--logging.level.root=warn")) {
            TestCity cities = service.getBean(TestCity.class);
            TestCity.City city = cities.make();
            fill(cities, city, service.getBean(JdbcClient.class));
            CurrentJurisdiction.inside(city.jurisdiction(), () -> ask(service.getBean(WatchedAreas.class)));
        }
        System.exit(0);
    }

    private static void fill(TestCity cities, TestCity.City city, JdbcClient jdbc) {
        cities.inside(city.jurisdiction(), () -> jdbc.sql("""
                        insert into citizen.watched_area (jurisdiction_id, watched_area_id, name, ground, email, since, confirmed_at, removal_on)
                        select access.current_jurisdiction(), gen_random_uuid(), 'x',
                            st_multi(st_buffer(st_makepoint(2 + 0.1 * random(), 47 + 0.1 * random())::geography, 100 + 900 * random())::geometry),
                            n || '@example.org', now(), now(), current_date + 1
                        from generate_series(1, :areas) g (n)
                        """).param("areas", AREAS).update());
    }

    private static int ask(WatchedAreas areas) {
        long begun = System.nanoTime();
        areas.covering(new Wgs84Point(2.05, 47.05));
        System.out.printf("%,d areas read and indexed in %.1f s%n", AREAS, (System.nanoTime() - begun) / 1e9);
        Random random = new Random(7);
        long found = 0;
        long[] nanos = new long[QUESTIONS];
        for (int i = -QUESTIONS; i < QUESTIONS; i++) {
            Wgs84Point point = new Wgs84Point(2 + 0.1 * random.nextDouble(), 47 + 0.1 * random.nextDouble());
            long before = System.nanoTime();
            List<UUID> covering = areas.covering(point);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - before;
                found += covering.size();
            }
        }
        Arrays.sort(nanos);
        System.gc();
        System.out.printf(
                "%,d questions, %,d areas each: p50 %.2f ms, p99 %.2f ms, longest %.2f ms; %,d MiB in all%n",
                QUESTIONS,
                found / QUESTIONS,
                nanos[QUESTIONS / 2] / 1e6,
                nanos[QUESTIONS * 99 / 100] / 1e6,
                nanos[QUESTIONS - 1] / 1e6,
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        return 0;
    }
}
