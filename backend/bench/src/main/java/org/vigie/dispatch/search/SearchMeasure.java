package org.vigie.dispatch.search;

import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.Vigie;
import org.vigie.access.Jurisdiction;
import org.vigie.demo.DemoAccount;
import org.vigie.demo.DemoCity;
import org.vigie.territory.Jurisdictions;
import org.vigie.testing.FreshDatabase;

/**
 * Ten years of requests on a throw-away cluster, asked over HTTP by a dispatcher: 200 searches of all kinds, 200 queues with their
 * deadlines, reviews of a month, a year and ten; and what the search costs those who report, with and without its triggers in turns.
 */
public final class SearchMeasure {

    private static final int SEARCHES = 200;
    private static final int REPORTS = 100;
    private static final Pattern TOKEN = Pattern.compile("\"csrfToken\":\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Environment environment;
    private String csrf = "";

    private SearchMeasure(Environment environment) {
        this.environment = environment;
    }

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(Vigie.class)
                .initializers(new FreshDatabase())
                .run("--server.port=0", "--db-scheduler.polling-interval=1h", "--logging.level.root=warn")) {
            List<DemoAccount> accounts = service.getBean(DemoCity.class).make(step -> {});
            Jurisdiction town = service.getBean(Jurisdictions.class).find(DemoCity.CODE).orElseThrow();
            JdbcClient jdbc = service.getBean(JdbcClient.class);
            TenYears years = new TenYears(jdbc, service.getBean(TransactionTemplate.class), town);
            long begun = System.nanoTime();
            years.fill();
            asOwner(service.getEnvironment(), "analyze");
            years.inside(() -> System.out.printf(
                    "%,d requests, %,d lines of history, %,d promises, %,d open, made in %.0f s%n",
                    years.count("select count(*) from request.request"),
                    years.count("select count(*) from request.history"),
                    years.count("select count(*) from request.deadline"),
                    years.count("select count(*) from request.request where state = 'ASSIGNED'"),
                    (System.nanoTime() - begun) / 1e9));
            SearchMeasure measure = new SearchMeasure(service.getEnvironment());
            DemoAccount dispatcher = accounts.stream()
                    .filter(account -> account.part().equals("dispatch"))
                    .findFirst()
                    .orElseThrow();
            measure.signIn(dispatcher);
            List<String> searches = new ArrayList<>();
            years.inside(() -> searches.addAll(searches(jdbc)));
            for (int pass = 1; pass <= 3; pass++) {
                measure.run("history search, all kinds, pass " + pass, searches);
            }
            for (String kind : List.of("words", "place", "name", "phone", "mail", "number", "asset")) {
                measure.run("  " + kind, searches.stream().filter(path -> path.endsWith("#" + kind)).toList());
            }
            for (int pass = 1; pass <= 3; pass++) {
                measure.run("queue with deadlines, pass " + pass, queues());
            }
            measure.reviews();
            measure.intake(service.getEnvironment());
        }
        System.exit(0);
    }

    /** Drawn from what is there, the same ones every time; the kind stands behind the hash, which is never sent. */
    private static List<String> searches(JdbcClient jdbc) {
        SplittableRandom random = new SplittableRandom(4);
        List<String[]> rows = jdbc.sql("""
                        select r.description, r.address, q.name, q.phone, q.email, r.number
                        from request.request r join request.requester q using (jurisdiction_id, request_id) where q.name <> ''
                        order by md5(r.number) limit 200
                        """).query((row, n) -> new String[] {
            row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6)
        }).list();
        List<String> assets = jdbc.sql("select code from territory.asset order by md5(code) limit 20").query(String.class).list();
        List<String> searches = new ArrayList<>();
        for (int i = 0; i < SEARCHES; i++) {
            String[] row = rows.get(i % rows.size());
            String[] words = Arrays.stream(row[0].split("[^\\p{L}]+")).filter(word -> word.length() > 3).toArray(String[]::new);
            searches.add(switch (i % 10) {
                case 0, 1 -> words(words, 1, random) + "#words";
                case 2 -> words(words, 2, random) + "#words";
                case 3, 4 -> path(row[1]) + "#place";
                case 5 -> path(row[2].split(" ")[row[2].split(" ").length - 1]) + "#name";
                case 6 -> path(row[2]) + "#name";
                case 7 -> row[3] == null ? path(row[2]) + "#name" : path(row[3]) + "#phone";
                case 8 -> i % 20 == 8 ? path(row[5]) + "#number" : row[4] == null ? path(row[2]) + "#name" : path(row[4]) + "#mail";
                default -> path(assets.get(i / 10 % assets.size())) + "#asset";
            });
        }
        return searches;
    }

    /** As somebody types: the last word is not finished. */
    private static String words(String[] words, int many, SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < many; i++) {
            String word = words.length == 0 ? "trou" : words[random.nextInt(words.length)];
            text.append(i == many - 1 ? word.substring(0, Math.min(word.length(), 5)) : word + " ");
        }
        return path(text.toString());
    }

    private static String path(String text) {
        return "/api/desk/search?limit=30&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> queues() {
        List<String> queues = new ArrayList<>();
        List<String> kinds = List.of("", "?late=true", "?sort=received", "?limit=200&after=200", "?domain=voirie", "?state=RECEIVED,ASSIGNED");
        for (int i = 0; i < SEARCHES; i++) {
            queues.add("/api/desk/requests" + kinds.get(i % kinds.size()));
        }
        return queues;
    }

    private void signIn(DemoAccount account) throws Exception {
        csrf = token(get("/api/session"));
        HttpResponse<String> answer = post(
                "/api/session", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(account.email(), account.password()));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        csrf = token(answer.body());
    }

    private static String token(String body) {
        Matcher found = TOKEN.matcher(body);
        return found.find() ? found.group(1) : "";
    }

    private void run(String name, List<String> paths) throws Exception {
        long[] nanos = new long[paths.size()];
        for (int i = 0; i < nanos.length; i++) {
            long before = System.nanoTime();
            get(paths.get(i).replaceAll("#.*", ""));
            nanos[i] = System.nanoTime() - before;
        }
        tell(name, nanos);
    }

    private void reviews() throws Exception {
        LocalDate today = LocalDate.now();
        for (int months : List.of(1, 12, 120)) {
            LocalDate from = today.withDayOfMonth(1).minusMonths(months);
            String path = "/api/desk/review?from=%s&to=%s".formatted(from, today.withDayOfMonth(1).minusDays(1));
            List<String> thrice = List.of(path, path, path);
            run("review of " + months + " months and those before", thrice);
        }
    }

    /** Requests of residents, with the search's triggers and without them in turns. */
    private void intake(Environment environment) throws Exception {
        long[][] nanos = new long[2][3 * REPORTS];
        report();
        for (int round = 0; round < 6; round++) {
            boolean without = round % 2 == 1;
            String act = without ? "disable" : "enable";
            asOwner(environment, "alter table request.request " + act + " trigger searchable_after_insert");
            asOwner(environment, "alter table request.requester " + act + " trigger words_after_insert");
            for (int i = 0; i < REPORTS; i++) {
                long before = System.nanoTime();
                report();
                nanos[without ? 1 : 0][round / 2 * REPORTS + i] = System.nanoTime() - before;
            }
        }
        tell("report with the search kept", nanos[0]);
        tell("report without it", nanos[1]);
    }

    private void report() throws Exception {
        HttpResponse<String> answer = post("/api/requests", """
                {"category":"nid-de-poule","description":"Un grand trou devant la boulangerie, il faut slalomer","address":"12 rue des Tanneurs",
                 "contact":{"name":"Jeanne Mesure","email":"jeanne@example.org","phone":"0611223344"},"photos":[],
                 "position":{"type":"Point","coordinates":[2.9012,47.3521]}}
                """);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer = http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("X-CSRF-Token", csrf)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        String port = environment.getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + DemoCity.CODE + path));
    }

    private static void tell(String name, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        if (sorted.length > 0) {
            System.out.printf(
                    "%-42s %4d times, p50 %6.1f ms, p95 %6.1f ms, longest %6.1f ms, load average %.1f%n",
                    name,
                    sorted.length,
                    sorted[sorted.length / 2] / 1e6,
                    sorted[(int) Math.ceil(sorted.length * 0.95) - 1] / 1e6,
                    sorted[sorted.length - 1] / 1e6,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    private static void asOwner(Environment environment, String sql) throws Exception {
        try (Connection owner = DriverManager.getConnection(
                        environment.getProperty("vigie.database.url"),
                        environment.getProperty("vigie.database.user"),
                        environment.getProperty("vigie.database.password"));
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
