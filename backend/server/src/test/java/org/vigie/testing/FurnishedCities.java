package org.vigie.testing;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.vigie.testing.TestCity.as;

import com.jayway.jsonpath.JsonPath;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.CalendarDraft;
import org.vigie.catalogue.CatalogueDraft;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.CompetenceDraft;
import org.vigie.catalogue.calendar.HolidayRule;
import org.vigie.catalogue.calendar.Hours;
import org.vigie.notification.Messages;

/**
 * Cities that have one real thing of every kind that an address can name, so that a 404 means "not yours" and not "there is none".
 *
 * <p>A new operation with a variable that is not known fails by name: say in {@link OperationAddress} what it is, and make one in {@link #make}.
 */
@TestComponent
public class FurnishedCities {

    /** What is not here to be found: a letter that was signed, an address, a request that ended and is followed. */
    public static final Set<String> NOT_FURNISHED = Set.of(
            "GET /api/track/{token}/letters/{id}.pdf",
            "GET /api/addresses/nearest",
            "GET /api/assets/named",
            "GET /api/followed/{token}",
            "POST /api/followed/{token}/reopening");

    /** @param things real ids by kind */
    public record Furnished(TestCity.City city, Map<Role, SignedInAccount> accounts, Map<String, String> things) {

        public SignedInAccount account(Role role) {
            return Objects.requireNonNull(accounts.get(role));
        }
    }

    private final MockMvc http;
    private final TestCity cities;
    private final Messages messages;
    private final CatalogueDraft catalogue;
    private final CompetenceDraft competences;
    private final Categories categories;
    private final CalendarDraft calendars;
    private final FurnishedStaffing staffing;
    private final JdbcClient jdbc;

    FurnishedCities(
            MockMvc http,
            TestCity cities,
            Messages messages,
            CatalogueDraft catalogue,
            CompetenceDraft competences,
            Categories categories,
            CalendarDraft calendars,
            FurnishedStaffing staffing,
            JdbcClient jdbc) {
        this.http = http;
        this.cities = cities;
        this.messages = messages;
        this.catalogue = catalogue;
        this.competences = competences;
        this.categories = categories;
        this.calendars = calendars;
        this.staffing = staffing;
        this.jdbc = jdbc;
    }

    public Furnished make() throws Exception {
        TestCity.City city = cities.make();
        Map<Role, SignedInAccount> accounts = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            accounts.put(role, cities.account(city, role, city.west()));
        }
        Furnished furnished = new Furnished(city, accounts, new HashMap<>());
        Map<String, String> things = furnished.things();
        String unlike = Ids.next().toString().substring(24);
        things.put("calendar", "bureau-" + unlike);
        things.put("team", city.west().id().toString());
        things.put("sector", city.westSector().toString());
        things.put("category", "nid-" + unlike);
        cities.inside(city.jurisdiction(), () -> {
            Map<DayOfWeek, List<Hours>> week =
                    Map.of(DayOfWeek.MONDAY, List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0))));
            calendars.add(new CalendarDraft.NewCalendar(
                    "bureau-" + unlike, "Bureau", city.jurisdiction().zone(), HolidayRule.NONE, week, false));
            Category like = categories.findOffered("nid-de-poule").orElseThrow();
            things.put("service", like.service().id().toString());
            UUID category = catalogue.category(new Category(
                    Ids.next(),
                    "nid-" + unlike,
                    like.name(),
                    like.domainCode(),
                    like.keywords(),
                    like.glyph(),
                    like.kind(),
                    false,
                    false,
                    like.service(),
                    like.promises(),
                    50));
            things.put("categoryId", category.toString());
            return category;
        });
        things.putAll(staffing.furnish(city, furnished.account(Role.REFERENT)));
        report(furnished);
        draft(furnished);
        letters(furnished);
        watch(furnished);
        process(furnished);
        rule(furnished);
        where(furnished);
        otherSystem(furnished);
        things.put("followed", "none");
        return furnished;
    }

    private void report(Furnished furnished) throws Exception {
        String photo = Ids.next().toString();
        http.perform(put(path(furnished, "/api/photos/" + photo))
                .contentType("image/jpeg")
                .content(TestImages.image("jpeg", 640, 480)));
        Answers receipt = Answers.to(
                http,
                post(path(furnished, "/api/requests"))
                        .header("Idempotency-Key", "key-" + UUID.randomUUID())
                        .content("""
                                {"category":"nid-de-poule","description":"Trou profond","contact":{},"photos":["%s"],"publishPhotos":true,
                                 "position":{"type":"Point","coordinates":[2.02,47.05]}}
                                """.formatted(photo)));
        Map<String, String> things = furnished.things();
        things.put("request", receipt.at("$.id"));
        things.put("photo", photo);
        things.put("track", receipt.<String>at("$.trackingUrl").replaceFirst(".*/track/", ""));
        things.put(
                "job",
                Answers.to(
                                http,
                                get(path(furnished, "/api/field/jobs?ended=true"))
                                        .with(as(furnished.account(Role.TEAM_MEMBER))))
                        .at("$.items[0].id"));
    }

    private void draft(Furnished furnished) throws Exception {
        SignedInAccount administrator = furnished.account(Role.ADMINISTRATOR);
        Answers list =
                Answers.to(http, get(path(furnished, "/api/desk/sector-drafts")).with(as(administrator)));
        furnished.things().put("version", list.at("$.versions[0].id"));
        furnished
                .things()
                .put(
                        "draft",
                        Answers.to(
                                        http,
                                        post(path(furnished, "/api/desk/sector-drafts"))
                                                .with(as(administrator))
                                                .content("{\"name\":\"Essai\",\"setId\":\"%s\"}"
                                                        .formatted(list.<String>at("$.versions[0].setId"))))
                                .at("$.id"));
    }

    private void letters(Furnished furnished) throws Exception {
        Map<String, String> things = furnished.things();
        things.put("template", Ids.next().toString());
        things.put("chain", Ids.next().toString());
        call("PUT /api/desk/reply-templates/{id}", furnished, furnished, furnished.account(Role.ADMINISTRATOR));
        call("PUT /api/desk/approval-chains/{id}", furnished, furnished, furnished.account(Role.ADMINISTRATOR));
        Answers begun = Answers.to(
                http,
                post(path(furnished, "/api/desk/requests/" + things.get("request") + "/reply"))
                        .with(as(furnished.account(Role.DISPATCHER)))
                        .content("{}"));
        things.put("letter", begun.at("$.current.id"));
        Answers delegated = Answers.to(
                http,
                post(path(furnished, "/api/desk/delegations"))
                        .with(as(furnished.account(Role.ADMINISTRATOR)))
                        .content("{\"deputyId\":\"%s\",\"firstDay\":\"2031-01-01\",\"lastDay\":\"2031-01-02\"}"
                                .formatted(furnished.account(Role.HEAD).accountId())));
        things.put("delegation", delegated.at("$.items[0].id"));
    }

    private void process(Furnished furnished) throws Exception {
        Map<String, String> things = furnished.things();
        Answers begun = Answers.to(
                http,
                post(path(furnished, "/api/desk/catalogue/processes/" + things.get("category") + "/versions"))
                        .with(as(furnished.account(Role.ADMINISTRATOR)))
                        .content("{\"id\":\"%s\"}".formatted(Ids.next())));
        things.put("process", begun.at("$.versions[0].id"));
        things.put(
                "content",
                JsonPath.parse(begun.<Object>at("$.versions[0].content")).jsonString());
    }

    private void rule(Furnished furnished) throws Exception {
        Answers begun = Answers.to(
                http,
                post(path(furnished, "/api/desk/rules"))
                        .with(as(furnished.account(Role.ADMINISTRATOR)))
                        .content(Bodies.of("POST /api/desk/rules", furnished)));
        furnished.things().put("rule", begun.at("$.id"));
    }

    private void where(Furnished furnished) throws Exception {
        for (String kind : List.of("ground", "stop-message", "offer", "organisation", "competence")) {
            furnished.things().put(kind, Ids.next().toString());
            call("PUT /api/desk/" + kind + "s/{id}", furnished, furnished, furnished.account(Role.ADMINISTRATOR));
        }
    }

    private void otherSystem(Furnished furnished) throws Exception {
        Map<String, String> things = furnished.things();
        things.put("webhook", Ids.next().toString());
        call("PUT /api/desk/webhooks/{id}", furnished, furnished, furnished.account(Role.ADMINISTRATOR));
        things.put(
                "authority",
                cities.inside(furnished.city().jurisdiction(), () -> competences.authority("Département"))
                        .toString());
        call("PUT /api/desk/connections/{id}", furnished, furnished, furnished.account(Role.ADMINISTRATOR));
        things.put("data-key", Ids.next().toString());
        call("PUT /api/desk/data-keys/{id}", furnished, furnished, furnished.account(Role.ADMINISTRATOR));
        things.put("overlay", Ids.next().toString());
        call("PUT /api/desk/overlays/{id}", furnished, furnished, furnished.account(Role.ADMINISTRATOR));
        things.put("client", Ids.next().toString());
        things.put(
                "open311-key",
                answer(
                                "PUT /api/desk/open311-clients/{id}",
                                furnished,
                                furnished,
                                furnished.account(Role.ADMINISTRATOR))
                        .at("$.key"));
        things.put(
                "sent",
                answer("POST /open311/v2/requests.{format}", furnished, furnished, null)
                        .at("$[0].service_request_id"));
        things.put(
                "token",
                Answers.sent(
                                http,
                                post(path(furnished, "/open311/v2/requests.json"))
                                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                        .content("service_code=habitat-indigne&lat=47.05&long=2.02&api_key="
                                                + things.get("open311-key")))
                        .at("$[0].token"));
    }

    private void watch(Furnished furnished) throws Exception {
        Answers.to(
                http,
                post(path(furnished, "/api/watched-areas"))
                        .content("{\"name\":\"Gare\",\"email\":\"voisin@example.org\",\"centre\":"
                                + "{\"type\":\"Point\",\"coordinates\":[2.09,47.09]},\"radiusMetres\":100}"));
        String mail = cities.inside(
                furnished.city().jurisdiction(),
                () -> messages.listByOccasion("watch/").stream()
                        .map(message -> message.body())
                        .findFirst()
                        .orElse(""));
        Matcher link = Pattern.compile("/watch/([\\w.-]+)").matcher(mail);
        furnished.things().put("watch", link.find() ? Objects.requireNonNull(link.group(1)) : "none");
    }

    /** Whether an address of that operation names something that may be another jurisdiction's. */
    public boolean namesAnother(String operation) {
        return OperationAddress.namesAnother(operation);
    }

    /**
     * Calls an operation in one city with the ids of another, or of itself, and a body that is valid.
     *
     * @return the status
     */
    public int call(String operation, Furnished in, Furnished idsOf, @Nullable SignedInAccount who) throws Exception {
        return answer(operation, in, idsOf, who).status();
    }

    /** As {@link #call}, with all that was answered. */
    public Answers answer(String operation, Furnished in, Furnished idsOf, @Nullable SignedInAccount who)
            throws Exception {
        String[] methodAndPath = operation.split(" ", 2);
        String called = OperationAddress.of(methodAndPath[1], idsOf);
        MockHttpServletRequestBuilder request = request(
                        HttpMethod.valueOf(methodAndPath[0]), path(in, called) + Bodies.query(operation))
                .header("If-Match", "\"0\"")
                .header("Idempotency-Key", "key-" + UUID.randomUUID());
        if (operation.equals("PUT /api/photos/{id}")) {
            request = request.contentType("image/jpeg").content(TestImages.image("jpeg", 640, 480));
            return Answers.sent(http, who == null ? request : request.with(as(who)));
        }
        request = request.content(Bodies.of(operation, in));
        if (operation.startsWith("POST /open311/")) {
            request = request.contentType(MediaType.APPLICATION_FORM_URLENCODED);
            return Answers.sent(http, who == null ? request : request.with(as(who)));
        }
        return Answers.to(http, who == null ? request : request.with(as(who)));
    }

    /** All that a city has, but for what Vigie itself does to it meanwhile: messages on their way, changes that are numbered, cells that are counted. */
    public String contents(Furnished furnished) {
        return cities.inside(furnished.city().jurisdiction(), () -> {
            StringBuilder all = new StringBuilder();
            List<String> tables =
                    jdbc.sql("""
                            select a.attrelid::regclass::text as name
                            from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
                            where a.attname = 'jurisdiction_id' and not a.attisdropped
                                and c.relnamespace::regnamespace::text not in ('map', 'notification', 'cells')
                                and c.relname not in ('live_event', 'change_outbox')
                                and has_table_privilege(c.oid, 'select')
                            order by 1
                            """).query((row, n) -> row.getString("name")).list();
            for (String table : tables) {
                String rows = jdbc.sql(
                                "select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as rows from "
                                        + table + " t where t.jurisdiction_id = access.current_jurisdiction()")
                        .query((row, n) -> row.getString("rows"))
                        .single();
                all.append(table).append(' ').append(rows).append('\n');
            }
            return all.toString();
        });
    }

    private static String path(Furnished furnished, String below) {
        return "/" + furnished.city().jurisdiction().code() + below;
    }
}
