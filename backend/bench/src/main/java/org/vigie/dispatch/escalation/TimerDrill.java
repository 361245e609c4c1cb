package org.vigie.dispatch.escalation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.Vigie;
import org.vigie.access.Ids;
import org.vigie.access.OnlyWhenServing;
import org.vigie.access.Role;
import org.vigie.bench.Node;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Commitment;
import org.vigie.testing.FreshDatabase;
import org.vigie.testing.TestCity;
import org.vigie.testing.TestJurisdictions;

/**
 * A day of simulated time in some minutes, with two processes of the service on one throw-away cluster, which are killed in turns and
 * started again. Afterwards every deadline must have rung exactly once, none before it was due, none not at all.
 */
public final class TimerDrill {

    private static final int TIMERS = Integer.getInteger("timers", 5_000);
    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final int MINUTES = Integer.getInteger("minutes", 10);
    private static final int PORT = Integer.getInteger("port", 8105);
    private static final int EVERY_FIFTH = 5;
    private static final double SPEED = Duration.ofDays(1).toSeconds() / (60.0 * MINUTES);

    private final ConfigurableApplicationContext context;
    private final TestCity cities;
    private final TestCity.City city;
    private final JdbcClient jdbc;
    private final Clock clock;

    private TimerDrill(ConfigurableApplicationContext context) {
        this.context = context;
        this.cities = context.getBean(TestCity.class);
        this.city = cities.make();
        this.jdbc = context.getBean(JdbcClient.class);
        this.clock = context.getBean(Clock.class);
    }

    public static void main(String[] arguments) throws Exception {
        boolean holds;
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        Vigie.class, TestJurisdictions.class, TestCity.class)
                .web(WebApplicationType.NONE)
                .profiles(OnlyWhenServing.COMMAND_PROFILE)
                .lazyInitialization(true)
                .initializers(new FreshDatabase())
                .run("--vigie.time.simulated=true", "--vigie.time.speed=0", "--logging.level.root=error")) {
            holds = new TimerDrill(context).run();
        }
        System.exit(holds ? 0 : 1);
    }

    private boolean run() throws Exception {
        Instant from = clock.instant();
        fill(from);
        Path directory = Files.createTempDirectory("vigie-drill-");
        System.out.printf("%,d deadlines within a day, %.0f simulated seconds in one of ours, logs in %s%n", TIMERS, SPEED, directory);
        try (Node one = new Node(PORT, directory, settings(directory));
                Node two = new Node(PORT + 1, directory, settings(directory))) {
            while (!one.listens() || !two.listens()) {
                Thread.sleep(200);
            }
            Instant ready = clock.instant();
            System.out.printf("both nodes serve; their clock shows %s after the beginning%n", Duration.between(from, ready));
            kill(List.of(one, two));
            await(from.plus(Duration.ofDays(1)));
            System.out.printf("node one was started %d times, node two %d times%n", one.starts(), two.starts());
        }
        return tell();
    }

    private void kill(List<Node> nodes) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(1);
        long pause = 60_000L * MINUTES * 9 / 10 / (KILLS + 1);
        for (int i = 0; i < KILLS; i++) {
            Thread.sleep(pause / 2 + random.nextLong(pause));
            nodes.get(i % 2).kill();
        }
    }

    private void await(Instant end) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (clock.instant().isBefore(end) || (rung() < expected() || unsent() > 0) && System.nanoTime() < until) {
            Thread.sleep(1_000);
        }
    }

    private void fill(Instant from) {
        cities.account(city, Role.HEAD);
        cities.inside(city.jurisdiction(), () -> {
            UUID danger = context.getBean(Categories.class).findOffered("danger").orElseThrow().id();
            context.getBean(Ladders.class)
                    .add(new LadderStep(
                            Ids.next(),
                            Optional.of(danger),
                            Commitment.RESOLVE,
                            1,
                            Duration.ofMinutes(30),
                            Role.HEAD,
                            "Toujours rien",
                            Optional.empty(),
                            0,
                            LadderStep.StopsOn.KEPT));
            insert(from);
            AlarmClock timers = context.getBean(AlarmClock.class);
            jdbc.sql("select request_id, due_at from request.deadline")
                    .query((row, n) -> Map.entry(
                            row.getObject("request_id", UUID.class),
                            row.getTimestamp("due_at").toInstant()))
                    .list()
                    .forEach(deadline -> timers.set(deadline.getKey(), deadline.getValue()));
            return true;
        });
    }

    /** Due at any microsecond from the second hour of the day to its last but one. */
    private void insert(Instant from) {
        jdbc.sql("""
                        insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel, location,
                            location_source, address, placement_rule, metres_to_edge, sector_id, sector_version_id, service_id, team_id,
                            assignment_rule, next_commitment, next_starts_at, next_due_at, received_at, changed_at)
                        select c.jurisdiction_id, gen_random_uuid(), '2026-' || lpad(n::text, 6, '0'), 'INCIDENT', 'ASSIGNED', c.category_id, '',
                            'WEB', st_setsrid(st_makepoint(2.02, 47.05), 4326), 'PIN', '', 'INSIDE', 100, s.sector_id, v.sector_version_id,
                            c.service_id, t.team_id, 'SECTOR', 'RESOLVE', :from, cast(:from as timestamptz) + interval '1 hour' + random() * interval '22 hours',
                            :from, :from
                        from generate_series(1, :timers) g (n)
                        join catalogue.category c on c.code = case when n % :fifth = 0 then 'danger' else 'nid-de-poule' end
                        join territory.sector s on s.code = 'W'
                        join territory.sector_version v on v.sector_set_id = s.sector_set_id
                        join team.team t on t.code = 'E1'
                        """)
                .param("from", Timestamp.from(from))
                .param("timers", TIMERS)
                .param("fifth", EVERY_FIFTH)
                .update();
        jdbc.sql("""
                        insert into request.deadline (jurisdiction_id, request_id, commitment, starts_at, due_at, amount, unit)
                        select jurisdiction_id, request_id, next_commitment, next_starts_at, next_due_at, 1, 'DAYS' from request.request
                        """).update();
    }

    private Map<String, String> settings(Path directory) {
        Map<String, String> settings =
                Node.settings(context.getEnvironment().getRequiredProperty("vigie.database.url"), directory);
        settings.put("VIGIE_SIMULATED_TIME", "true");
        settings.put("VIGIE_SIMULATED_SPEED", Double.toString(SPEED));
        return settings;
    }

    private static long expected() {
        return TIMERS + TIMERS / EVERY_FIFTH;
    }

    private long rung() {
        return count("select count(*) from dispatch.alarm");
    }

    private long unsent() {
        return count("select count(*) from notification.message where sent_at is null");
    }

    private long count(String sql) {
        return cities.inside(city.jurisdiction(), () -> jdbc.sql(sql).query(Long.class).single());
    }

    private boolean tell() {
        long lost = count("select count(*) from request.deadline d where not exists (select from dispatch.alarm a "
                + "where a.request_id = d.request_id and a.kind = 'BREACH')");
        long steps = count("select count(*) from dispatch.alarm where kind = 'STEP'");
        long early = count("select count(*) from dispatch.alarm where rang_at < due_at");
        long written = count("select count(*) from request.history where entry = 'ESCALATED'");
        long messages = count("select count(*) from notification.message where occasion like 'escalation/%'");
        long unsent = unsent();
        long disorder = count("select count(*) from dispatch.alarm b join dispatch.alarm s using (request_id) "
                + "where b.kind = 'BREACH' and s.kind = 'STEP' and s.rang_at < b.rang_at");
        long left = count("select count(*) from notification.scheduled_task where task_name = 'alarm'");
        System.out.printf("%,d of %,d rung: %d lost, %d of %d steps, %d early, %d steps before their breach%n",
                rung(), expected(), lost, steps, TIMERS / EVERY_FIFTH, early, disorder);
        System.out.printf("%d entries in histories and %d messages for %d steps; %d messages unsent, %d timers left%n",
                written, messages, steps, unsent, left);
        lateness();
        boolean holds = rung() == expected() && lost == 0 && early == 0 && disorder == 0 && written == steps && messages == steps
                && unsent == 0;
        System.out.println(holds ? "It holds." : "IT DOES NOT HOLD.");
        return holds;
    }

    private void lateness() {
        cities.inside(city.jurisdiction(), () -> {
            jdbc.sql("""
                            select percentile_disc(array[0.5, 0.9, 0.99, 1]) within group (order by extract(epoch from rang_at - due_at) / :speed) as late,
                                count(*) filter (where rang_at - due_at > make_interval(secs => 3 * :speed)) as waited
                            from dispatch.alarm
                            """).param("speed", SPEED).query(row -> {
                System.out.printf("late, in seconds of ours: p50, p90, p99, most %s; %d waited longer than 3 s%n",
                        row.getArray("late"), row.getLong("waited"));
            });
            jdbc.sql("""
                            select percentile_disc(array[0.5, 0.9, 0.99, 1]) within group (order by greatest(0, extract(epoch from before - due_at)) / :speed) as behind
                            from (select due_at, max(due_at) over (order by rang_at, due_at rows between unbounded preceding and 1 preceding) as before
                                from dispatch.alarm) rung
                            """).param("speed", SPEED).query(row -> {
                System.out.printf("overtaken by one that was due later by, in seconds of ours: p50, p90, p99, most %s%n", row.getArray("behind"));
            });
            return true;
        });
    }
}
