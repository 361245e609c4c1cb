package org.vigie.webhook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.Vigie;
import org.vigie.access.Accounts;
import org.vigie.access.OnlyWhenServing;
import org.vigie.access.Role;
import org.vigie.bench.Node;
import org.vigie.testing.FreshDatabase;
import org.vigie.testing.TestCity;
import org.vigie.testing.TestJurisdictions;

/**
 * A receiver is down for ten minutes while a town goes on working and the two processes of its service are killed in turns; then it is up
 * again and cuts some connections before it has answered. Every event must have come at least once, in the order of its request, signed,
 * and what was refused until it was given up comes when it is sent again from the desk. Fewer minutes compress the pauses between
 * attempts by as much.
 */
public final class WebhookDrill {

    private static final int MINUTES = Integer.getInteger("minutes", 10);
    private static final int REPORTS = Integer.getInteger("reports", 60);
    private static final int KILLS = Integer.getInteger("kills", 6);
    private static final int PORT = Integer.getInteger("port", 8105);
    private static final int STEPS_OF_A_REPORT = 3;
    private static final int CUT_EVERY = 7;
    private static final double SHARE_OF_TEN_MINUTES = MINUTES / 10.0;
    private static final Duration DOWN = Duration.ofMinutes(MINUTES);
    /** Before, a quarter of the time that it is down, and after that as much again. */
    private static final Duration WHOLE = DOWN.plus(DOWN.dividedBy(2));

    private static final Duration GIVE_UP_AFTER = DOWN.multipliedBy(2).plusMinutes(1);
    private static final String PASSWORD = "une-phrase-pour-l-exercice";

    private final ConfigurableApplicationContext context;
    private final TestCity cities;
    private final TestCity.City city;
    private final Receiver receiver = new Receiver();
    private boolean isDown;

    private WebhookDrill(ConfigurableApplicationContext context) {
        this.context = context;
        this.cities = context.getBean(TestCity.class);
        this.city = cities.make();
        cities.inside(city.jurisdiction(), () -> {
            Accounts accounts = context.getBean(Accounts.class);
            accounts.add("regulation@drill.example", "Régulation", Role.DISPATCHER, Optional.of(Accounts.hash(PASSWORD)));
            return accounts.add("admin@drill.example", "Admin", Role.ADMINISTRATOR, Optional.of(Accounts.hash(PASSWORD)));
        });
    }

    public static void main(String[] arguments) throws Exception {
        boolean holds;
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        Vigie.class, TestJurisdictions.class, TestCity.class)
                .web(WebApplicationType.NONE)
                .profiles(OnlyWhenServing.COMMAND_PROFILE)
                .lazyInitialization(true)
                .initializers(new FreshDatabase())
                .run("--logging.level.root=error")) {
            holds = new WebhookDrill(context).run();
        }
        System.exit(holds ? 0 : 1);
    }

    private boolean run() throws Exception {
        Path directory = Files.createTempDirectory("vigie-drill-");
        System.out.printf("down for %d min, %d reports, %d kills, logs in %s%n", MINUTES, REPORTS, KILLS, directory);
        try (receiver;
                Node one = new Node(PORT, directory, settings(directory));
                Node two = new Node(PORT + 1, directory, settings(directory))) {
            List<Node> nodes = List.of(one, two);
            while (!one.listens() || !two.listens()) {
                Thread.sleep(200);
            }
            String town = city.jurisdiction().code();
            DrillVisitor administrator = new DrillVisitor(nodes, town).signIn("admin@drill.example", PASSWORD);
            DrillCases cases = new DrillCases(
                    new DrillVisitor(nodes, town),
                    new DrillVisitor(nodes, town).signIn("regulation@drill.example", PASSWORD));
            UUID hook = UUID.randomUUID();
            String secret = administrator
                    .send("PUT", "desk/webhooks/" + hook, Map.of("If-Match", "\"0\""), hookBody())
                    .text("/secret");
            String refused = live(cases, nodes);
            int sentAgain = sendAgain(administrator, hook);
            System.out.printf("node one was started %d times, node two %d times%n", one.starts(), two.starts());
            return new DrillVerdict(receiver, secret, cases.states()).tell(refused, sentAgain, waiting());
        }
    }

    private Map<String, Object> hookBody() {
        return Map.of(
                "name", "SIG",
                "address", receiver.address(),
                "content", "PUBLIC",
                "kinds", List.of(),
                "categories", List.of(),
                "reason", "");
    }

    /** @return the request whose events are answered with 500 all the while */
    private String live(DrillCases cases, List<Node> nodes) throws InterruptedException {
        String refused = cases.report(0);
        receiver.answer(body -> answerTo(body.get("requestId").asString(), refused));
        List<String> open = new ArrayList<>(List.of(refused));
        SplittableRandom random = new SplittableRandom(1);
        long begun = System.nanoTime();
        int steps = REPORTS * STEPS_OF_A_REPORT;
        int reported = 1;
        int killed = 0;
        for (int step = 0; step < steps; step++) {
            double share = (double) step / steps;
            while (System.nanoTime() - begun < WHOLE.toNanos() * share) {
                Thread.sleep(20);
            }
            switchReceiver(share);
            if (killed < KILLS && share * (KILLS + 1) > killed + 1) {
                nodes.get(killed++ % 2).kill();
            }
            if (step % STEPS_OF_A_REPORT == 0 && reported < REPORTS) {
                open.add(cases.report(reported++));
            } else {
                cases.further(open.get(random.nextInt(open.size())));
            }
        }
        for (String id : open) {
            cases.further(id);
            cases.further(id);
        }
        return refused;
    }

    private void switchReceiver(double share) {
        boolean down = share > 1 / 6.0 && share < 5 / 6.0;
        if (down && !isDown) {
            System.out.printf("the receiver goes down; it has heard %d%n", receiver.all().size());
            receiver.goDown();
        } else if (!down && isDown) {
            System.out.printf("the receiver comes up; %d events wait%n", waiting());
            receiver.comeUp();
        }
        isDown = down;
    }

    private int answerTo(String request, String refused) {
        if (request.equals(refused)) {
            return 500;
        }
        return receiver.all().size() % CUT_EVERY == CUT_EVERY - 1 ? Receiver.CUT : 204;
    }

    private int sendAgain(DrillVisitor administrator, UUID hook) throws InterruptedException {
        await(() -> waiting() == 0);
        System.out.printf("%d events of the request that was refused are given up%n", givenUp());
        receiver.answer(body -> 204);
        int sentAgain = administrator
                .send("POST", "desk/webhooks/" + hook + "/replay", Map.of(), Map.of())
                .body()
                .get("sentAgain")
                .asInt();
        await(() -> waiting() == 0);
        return sentAgain;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + GIVE_UP_AFTER.multipliedBy(2).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < until) {
            Thread.sleep(500);
        }
    }

    private Map<String, String> settings(Path directory) {
        Map<String, String> settings =
                Node.settings(context.getEnvironment().getRequiredProperty("vigie.database.url"), directory);
        settings.put("VIGIE_OUTSIDE_ALLOW_HTTP", "true");
        settings.put("VIGIE_OUTSIDE_ALLOW_INNER", "true");
        settings.put("VIGIE_UNLIMITED_NETWORKS", "127.0.0.0/8");
        settings.put("VIGIE_WEBHOOKS_FIRSTPAUSE", compressed(Duration.ofSeconds(10)));
        settings.put("VIGIE_WEBHOOKS_LONGESTPAUSE", compressed(Duration.ofHours(1)));
        settings.put("VIGIE_WEBHOOKS_RESTAFTERNOANSWER", compressed(Duration.ofMinutes(1)));
        settings.put("VIGIE_WEBHOOKS_GIVEUPAFTER", GIVE_UP_AFTER.toMillis() + "ms");
        return settings;
    }

    private static String compressed(Duration usual) {
        return (long) (usual.toMillis() * SHARE_OF_TEN_MINUTES) + "ms";
    }

    private int waiting() {
        return count("select count(*) from webhook.event where given_up_at is null");
    }

    private int givenUp() {
        return count("select count(*) from webhook.event where given_up_at is not null");
    }

    private int count(String sql) {
        return cities.inside(city.jurisdiction(), () -> context.getBean(JdbcClient.class)
                .sql(sql)
                .query(Integer.class)
                .single());
    }
}
