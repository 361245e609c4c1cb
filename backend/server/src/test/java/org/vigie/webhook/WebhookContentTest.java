package org.vigie.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.vigie.access.Role;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** What a hook hears and reads: what it asked for, and of that what it may. */
@ServiceTest
@TestPropertySource(
        properties = {
            "vigie.outside.allow-http=true",
            "vigie.outside.allow-inner-addresses=true",
            "vigie.webhooks.first-pause=100ms"
        })
class WebhookContentTest extends HookedTown {

    private static final String MARKER = "xylographe";

    private Resident.Case report(String category, String text, double longitude) throws Exception {
        Answers receipt = Answers.to(
                http,
                post("/" + city.jurisdiction().code() + "/api/requests")
                        .header("Idempotency-Key", "key-" + UUID.randomUUID())
                        .content("""
                                {"category":"%s","description":"%s","contact":{"name":"%s"},"photos":[],"publishPhotos":false,
                                 "position":{"type":"Point","coordinates":[%s,47.05]}}
                                """.formatted(category, text, MARKER, longitude)));
        assertThat(receipt.status()).as(receipt.text()).isEqualTo(201);
        return new Resident.Case(
                city,
                UUID.fromString(receipt.at("$.id")),
                receipt.at("$.number"),
                "",
                cities.account(city, Role.DISPATCHER));
    }

    private void settled() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> desk.read("").<List<Integer>>at("$.items[*].waiting").stream()
                        .allMatch(waiting -> waiting == 0));
    }

    private List<Receiver.Delivery> of(Resident.Case it) {
        return receiver.all().stream()
                .filter(delivery -> delivery.request().equals(it.id().toString()))
                .toList();
    }

    @Test
    void aPrivateRequestGoesOutByNoPublicHookWhateverHappensToIt() throws Exception {
        desk.make(receiver.address(), "PUBLIC", "");
        desk.make(receiver.address(), "PUBLIC", ",\"categories\":[\"habitat-indigne\"]");
        Resident.Case hidden = report("habitat-indigne", MARKER, 2.02);
        resident.atDesk(hidden, "/notes", "{\"text\":\"" + MARKER + "\"}");
        resident.atDesk(
                hidden, "/transitions", "{\"to\":\"RESOLVED\",\"reason\":\"x\",\"publicText\":\"" + MARKER + "\"}");
        Resident.Case shown = report("nid-de-poule", "Trou", 2.02);
        settled();

        assertThat(of(shown)).isNotEmpty();
        assertThat(of(hidden)).isEmpty();
        assertThat(receiver.all()).noneMatch(delivery -> delivery.text().contains(MARKER));
    }

    @Test
    void whatBecomesPrivateSaysOnlyThatToWhoeverWasToldAndNothingAfterwards() throws Exception {
        desk.make(receiver.address(), "PUBLIC", ",\"kinds\":[\"CREATED\",\"STATE_CHANGED\",\"ANSWERED\"]");
        Resident.Case it = report("nid-de-poule", "Trou devant chez " + MARKER, 2.02);
        settled();
        Answers moved =
                resident.atDesk(it, "/category", "{\"category\":\"habitat-indigne\",\"reason\":\"" + MARKER + "\"}");
        assertThat(moved.status()).as(moved.text()).isLessThan(300);
        settled();
        resident.atDesk(it, "/transitions", "{\"to\":\"RESOLVED\",\"reason\":\"x\",\"publicText\":\"" + MARKER + "\"}");
        settled();

        assertThat(of(it)).extracting(Receiver.Delivery::kind).containsExactly("CREATED", "WITHDRAWN");
        assertThat(of(it).getLast().text()).doesNotContain(MARKER);
        assertThat(of(it).getLast().body().get("request")).isNull();
    }

    @Test
    void aHookForStaffContentReadsPrivateRequestsAndNotes() throws Exception {
        desk.make(receiver.address(), "STAFF", "");
        Resident.Case hidden = report("habitat-indigne", MARKER, 2.02);
        settled();
        assertThat(of(hidden)).first().satisfies(created -> {
            assertThat(created.kind()).isEqualTo("CREATED");
            assertThat(created.body().at("/request/description").asString()).isEqualTo(MARKER);
            assertThat(created.body().at("/request/private").asBoolean()).isTrue();
        });
    }

    @Test
    void aPublicHookReadsTheCardOfThePublicMapAndTheWordsForEverybody() throws Exception {
        desk.make(receiver.address(), "PUBLIC", ",\"kinds\":[\"ANSWERED\"]");
        Resident.Case it = report("nid-de-poule", "Trou profond", 2.02);
        resident.atDesk(
                it, "/transitions", "{\"to\":\"RESOLVED\",\"reason\":\"" + MARKER + "\",\"publicText\":\"Rebouché\"}");
        settled();
        assertThat(of(it)).hasSize(1);
        Receiver.Delivery told = of(it).getFirst();
        assertThat(told.kind()).isEqualTo("ANSWERED");
        assertThat(told.body().get("text").asString()).isEqualTo("Rebouché");
        assertThat(told.body().get("state").asString()).isEqualTo("RESOLVED");
        assertThat(told.body().at("/request/number").asString()).isEqualTo(it.number());
        assertThat(told.body().at("/request/description").asString()).isEqualTo("Trou profond");
        assertThat(told.body().at("/request/position/coordinates/0").asDouble()).isEqualTo(2.02);
        assertThat(told.text()).doesNotContain(MARKER);
    }

    @Test
    void onlyTheAskedForCategoryAndSectorAreToldAndWhatLeavesThemIsToldOnceMore() throws Exception {
        desk.make(
                receiver.address(),
                "PUBLIC",
                ",\"categories\":[\"nid-de-poule\"],\"sectorId\":\"" + city.westSector() + "\"");
        Resident.Case west = report("nid-de-poule", "Trou", 2.02);
        Resident.Case east = report("nid-de-poule", "Trou", 2.08);
        Resident.Case lamp = report("lampadaire", "Noir", 2.02);
        resident.atDesk(
                west,
                "/position",
                "{\"position\":{\"type\":\"Point\",\"coordinates\":[2.08,47.05]},\"reason\":\"mal placé\"}");
        settled();
        assertThat(of(west)).extracting(Receiver.Delivery::kind).containsExactly("CREATED", "MOVED");
        assertThat(of(east)).isEmpty();
        assertThat(of(lamp)).isEmpty();
    }

    @Test
    void nothingIsToldOfAChangeThatIsTakenBackAndNothingToAHookThatEnded() throws Exception {
        WebhookDesk.Made hook = desk.make(receiver.address(), "PUBLIC", "");
        Answers refused = Answers.to(
                http,
                post("/" + city.jurisdiction().code() + "/api/requests")
                        .header("Idempotency-Key", "key-" + UUID.randomUUID())
                        .content("{\"category\":\"nowhere\"}"));
        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        Answers ended = Answers.to(
                http,
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete(desk.path("/" + hook.id()))
                        .with(TestCity.as(desk.administrator()))
                        .header("If-Match", "\"1\""));
        assertThat(ended.status()).isEqualTo(204);
        report("nid-de-poule", "Trou", 2.02);
        Thread.sleep(2_500);
        assertThat(receiver.all()).isEmpty();
    }
}
