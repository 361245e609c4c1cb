package org.vigie.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.dispatch.ownership.LongAbsences;
import org.vigie.team.TeamDraft;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Who follows a request from its receipt on. */
@ServiceTest
class FollowingTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TeamDraft draft;

    @Autowired
    LongAbsences longAbsences;

    @Autowired
    Clock clock;

    private TestCity.City city;
    private SignedInAccount anne;
    private SignedInAccount bruno;

    @BeforeEach
    void aFrontOfficeOfTwo() {
        city = cities.make();
        anne = cities.account(city, Role.FRONT_OFFICE);
        bruno = cities.account(city, Role.FRONT_OFFICE);
    }

    @Test
    void everyRequestHasAnOwnerFromReceiptAndTheLoadIsEven() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(report("lampadaire"));
        }

        assertThat(owned()).containsExactlyInAnyOrderEntriesOf(Map.of(anne.accountId(), 3, bruno.accountId(), 3));
        Answers first = read(ids.getFirst(), anne);
        assertThat(first.<String>at("$.owner.id")).isEqualTo(anne.accountId().toString());
        assertThat(first.<List<String>>at("$.history[?(@.entry=='OWNED')].staffText"))
                .containsExactly("Suivie par Personne FRONT_OFFICE, en poste, dont la charge est la plus faible (0).");
    }

    @Test
    void intakesAtTheSameTimeCountWhatTheOthersTook() throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            List<Future<String>> reports = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                reports.add(callers.submit(() -> report("lampadaire")));
            }
            for (Future<String> each : reports) {
                each.get();
            }
        }

        // What commits while another is weighed may count twice, so that one has a little more; uncounted, all eight
        // would go to the same.
        assertThat(owned()).containsOnlyKeys(anne.accountId(), bruno.accountId());
        assertThat(owned().values()).allSatisfy(load -> assertThat(load).isBetween(10, 14));
    }

    @Test
    void whoeverSaysThatTheyAreAwayGetsNothingUntilTheyAreBack() throws Exception {
        assertThat(presence(anne, "AWAY").<List<Boolean>>at("$.agents[?(@.id=='" + anne.accountId() + "')].onDuty"))
                .containsExactly(false);
        report("lampadaire");
        report("lampadaire");
        assertThat(owned()).containsExactlyInAnyOrderEntriesOf(Map.of(bruno.accountId(), 2));

        presence(anne, "PRESENT");
        report("lampadaire");
        assertThat(owned()).containsEntry(anne.accountId(), 1);
    }

    @Test
    void withNobodyAtWorkWhoeverIsNextGetsIt() throws Exception {
        presence(anne, "AWAY");
        presence(bruno, "AWAY");
        inside(() -> draft.absent(bruno.accountId(), Optional.empty(), today(), today().plusDays(3)));

        String id = report("lampadaire");

        assertThat(read(id, anne).<List<String>>at("$.history[?(@.entry=='OWNED')].staffText"))
                .containsExactly(
                        "Suivie par Personne FRONT_OFFICE : personne n’est en poste, Personne FRONT_OFFICE prend son poste en premier (0 déjà suivies).");
        assertThat(owned()).containsOnlyKeys(anne.accountId());
    }

    @Test
    void anAbsentOwnersDeputySeesTheirsAsOnesOwnAndALongAbsenceSpreadsThem() throws Exception {
        String id = report("lampadaire");
        inside(() -> draft.absent(anne.accountId(), Optional.of(bruno.accountId()), today(), today().plusDays(2)));
        assertThat(numbers("?owner=me", bruno)).hasSize(1);
        assertThat(inside(longAbsences::spread)).isZero();

        inside(() -> draft.absent(anne.accountId(), Optional.empty(), today(), today().plusDays(20)));
        assertThat(inside(longAbsences::spread)).isEqualTo(1);

        Answers detail = read(id, bruno);
        assertThat(detail.<String>at("$.owner.id")).isEqualTo(bruno.accountId().toString());
        assertThat(detail.<List<String>>at("$.history[?(@.entry=='OWNED')].staffText"))
                .hasSize(2);
        assertThat(inside(longAbsences::spread)).isZero();
    }

    @Test
    void whoeverLeavesHandsOverAtOnceWithALineOfHistory() throws Exception {
        for (int i = 0; i < 4; i++) {
            report("lampadaire");
        }
        SignedInAccount carla = cities.account(city, Role.FRONT_OFFICE);

        inside(() -> jdbc.sql("update access.account set active = false where account_id = :id")
                .param("id", anne.accountId())
                .update());

        assertThat(owned()).containsExactlyInAnyOrderEntriesOf(Map.of(bruno.accountId(), 2, carla.accountId(), 2));
        assertThat(inside(() -> jdbc.sql(
                                "select count(*) from request.history where entry = 'OWNED' and staff_text like '%→%'")
                        .query(Integer.class)
                        .single()))
                .isEqualTo(2);
    }

    @Test
    void theDatabaseGivesAnOwnerToWhatWasForgotten() throws Exception {
        String id = report("lampadaire");

        inside(() -> jdbc.sql("update request.request set owner_account_id = null where request_id = :id")
                .param("id", UUID.fromString(id))
                .update());

        assertThat(read(id, anne).<String>at("$.owner.id"))
                .isEqualTo(bruno.accountId().toString());
    }

    @Test
    void whereNobodyWorksYetTheFirstWhoComesFollowsWhatCameBefore() throws Exception {
        city = cities.make();
        String id = reportByAResident("lampadaire");
        SignedInAccount head = cities.account(city, Role.HEAD);

        assertThat(read(id, head).<String>at("$.owner.id"))
                .isEqualTo(head.accountId().toString());
    }

    @Test
    void anotherOwnerNeedsAReasonAndMustBeOneWhoFollowsRequests() throws Exception {
        String id = report("lampadaire");
        SignedInAccount referent = cities.account(city, Role.REFERENT);

        assertThat(act(id, anne, "/owner", "{\"accountId\":\"" + bruno.accountId() + "\"}")
                        .problem())
                .isEqualTo("reason-missing");
        assertThat(act(id, anne, "/owner", "{\"accountId\":\"" + referent.accountId() + "\",\"reason\":\"x\"}")
                        .problem())
                .isEqualTo("not-an-owner");
        Answers passed =
                act(id, anne, "/owner", "{\"accountId\":\"" + bruno.accountId() + "\",\"reason\":\"connaît la rue\"}");

        assertThat(passed.<String>at("$.owner.id")).isEqualTo(bruno.accountId().toString());
        assertThat(passed.<List<String>>at("$.history[?(@.entry=='OWNED')].staffText"))
                .last()
                .isEqualTo("Personne FRONT_OFFICE → Personne FRONT_OFFICE : connaît la rue");
    }

    @Test
    void whoeverCalledAndLeftNoAddressIsToBeAcknowledgedByAPersonAndThatIsKept() throws Exception {
        String id = call("\"phone\":\"+33639981234\",\"name\":\"Mme Bonnet\"");
        String mailed = call("\"email\":\"a@b.example\",\"name\":\"M. Petit\"");
        assertThat(read(mailed, anne).<Boolean>at("$.toAcknowledge")).isFalse();
        assertThat(numbers("?toAcknowledge=true", anne)).hasSize(1);
        assertThat(Answers.to(http, get(desk("")).with(as(anne))).<Integer>at("$.counts.toAcknowledge"))
                .isEqualTo(1);

        Answers told = act(id, anne, "/acknowledgement", "{\"way\":\"CALL\",\"text\":\"rappelée à 15 h\"}");

        assertThat(told.<List<String>>at("$.history[?(@.entry=='ACKNOWLEDGED')].staffText"))
                .containsExactly("Prévenu par téléphone : rappelée à 15 h");
        assertThat(told.<List<String>>at("$.promises[?(@.commitment=='ACKNOWLEDGE')].metAt"))
                .hasSize(1);
        assertThat(numbers("?toAcknowledge=true", anne)).isEmpty();
        assertThat(act(id, anne, "/acknowledgement", "{\"way\":\"LETTER\"}").problem())
                .isEqualTo("acknowledged-already");
    }

    private Map<UUID, Integer> owned() {
        return inside(() -> {
            Map<UUID, Integer> owned = new HashMap<>();
            jdbc.sql("select owner_account_id, count(*) as n from request.request group by owner_account_id")
                    .query((row, n) -> owned.put(row.getObject("owner_account_id", UUID.class), row.getInt("n")))
                    .list();
            return owned;
        });
    }

    /** By staff, who are not limited. */
    private String report(String category) throws Exception {
        return Answers.to(
                        http,
                        post(desk(""))
                                .with(as(anne))
                                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                                .content(
                                        "{\"category\":\"%s\",\"channel\":\"PHONE\",\"position\":{\"type\":\"Point\",\"coordinates\":[2.02,47.05]}}"
                                                .formatted(category)))
                .at("$.id");
    }

    private String reportByAResident(String category) throws Exception {
        return Answers.to(
                        http,
                        post("/" + city.jurisdiction().code() + "/api/requests")
                                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                                .content(
                                        "{\"category\":\"%s\",\"position\":{\"type\":\"Point\",\"coordinates\":[2.02,47.05]}}"
                                                .formatted(category)))
                .at("$.id");
    }

    private String call(String contact) throws Exception {
        return Answers.to(
                        http,
                        post(desk(""))
                                .with(as(anne))
                                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                                .content(
                                        "{\"category\":\"lampadaire\",\"channel\":\"PHONE\",\"contact\":{%s},\"position\":{\"type\":\"Point\",\"coordinates\":[2.02,47.05]}}"
                                                .formatted(contact)))
                .at("$.id");
    }

    private Answers presence(SignedInAccount who, String state) throws Exception {
        return Answers.to(
                http,
                put("/" + city.jurisdiction().code() + "/api/desk/front-desk/presence")
                        .with(as(who))
                        .content("{\"state\":\"" + state + "\"}"));
    }

    private List<String> numbers(String filter, SignedInAccount who) throws Exception {
        return Answers.to(http, get(desk(filter)).with(as(who))).at("$.items[*].number");
    }

    private Answers read(String id, SignedInAccount who) throws Exception {
        return Answers.to(http, get(desk("/" + id)).with(as(who)));
    }

    private Answers act(String id, SignedInAccount who, String what, String body) throws Exception {
        return Answers.to(
                http,
                post(desk("/" + id + what))
                        .with(as(who))
                        .header("If-Match", read(id, who).header("ETag"))
                        .content(body));
    }

    private String desk(String path) {
        return "/" + city.jurisdiction().code() + "/api/desk/requests" + path;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
    }

    private <T> T inside(java.util.function.Supplier<T> work) {
        return cities.inside(city.jurisdiction(), work);
    }

    private void inside(Runnable work) {
        CurrentJurisdiction.inside(city.jurisdiction(), work);
    }
}
