package org.vigie.dispatch.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.Categories;
import org.vigie.notification.Message;
import org.vigie.notification.Messages;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Requests that nobody touches. */
@ServiceTest
class RemindingTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    Dormancies dormancies;

    @Autowired
    Categories categories;

    @Autowired
    Reminding reminding;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    private TestCity.City city;
    private SignedInAccount owner;

    @BeforeEach
    void city() {
        city = cities.make();
        cities.account(city, Role.TEAM_MEMBER, city.west());
        owner = cities.account(city, Role.FRONT_OFFICE);
        after(Optional.of(10), Map.of());
    }

    @Test
    void teamAndOwnerAreRemindedOnceInEachPeriodAndTheHistorySaysSo() throws Exception {
        Resident.Case it = idle(11);
        remind();
        assertThat(mails(it)).hasSize(2);
        assertThat(mails(it).getFirst().subject()).contains(it.number(), "11");
        assertThat(entries(it)).contains("REMINDED");
        remind();
        assertThat(mails(it)).hasSize(2);

        aPeriodLater(it);
        remind();
        assertThat(mails(it)).hasSize(4);
    }

    @Test
    void whoeverDoesSomethingIsLeftInPeace() throws Exception {
        Resident.Case it = idle(11);
        resident.atDesk(it, "/notes", "{\"text\":\"pièce commandée\"}");
        remind();
        assertThat(mails(it)).isEmpty();
    }

    @Test
    void aCategoryMayHaveItsOwnDaysOrNone() throws Exception {
        UUID pothole = inside(
                () -> categories.findOffered("nid-de-poule").orElseThrow().id());
        Resident.Case it = idle(11);
        after(Optional.of(10), Map.of(pothole, Optional.of(20)));
        remind();
        assertThat(mails(it)).isEmpty();
        after(Optional.of(10), Map.of(pothole, Optional.empty()));
        remind();
        assertThat(mails(it)).isEmpty();
        after(Optional.empty(), Map.of(pothole, Optional.of(5)));
        remind();
        assertThat(mails(it)).isNotEmpty();
    }

    @Test
    void theDaysAreSetAtTheDesk() throws Exception {
        SignedInAccount administrator = cities.account(city, Role.ADMINISTRATOR);
        String path = "/" + city.jurisdiction().code() + "/api/desk/reminders";
        String body =
                "{\"days\":7,\"categories\":[{\"category\":\"lampadaire\",\"days\":3},{\"category\":\"question\"}],\"reason\":\"essai\"}";
        Answers saved = Answers.to(
                http,
                put(path).with(as(administrator)).header("If-Match", "\"0\"").content(body));
        assertThat(saved.status()).isEqualTo(200);
        Answers read = Answers.to(http, get(path).with(as(administrator)));
        assertThat(read.<Integer>at("$.days")).isEqualTo(7);
        assertThat(read.<List<Integer>>at("$.categories[?(@.category=='lampadaire')].days"))
                .containsExactly(3);
        assertThat(read.<List<Object>>at("$.categories[?(@.category=='question')]"))
                .hasSize(1);
        assertThat(read.<String>at("$.setting.changedBy")).isEqualTo(administrator.name());
    }

    /** The reminder was sent so long ago that the next one is due. */
    private void aPeriodLater(Resident.Case it) {
        inside(() -> jdbc.sql("""
                        update dispatch.reminder
                        set reminded_at = reminded_at - interval '10 days', idle_since = idle_since - interval '10 days'
                        where request_id = :id
                        """).param("id", it.id()).update());
    }

    private Resident.Case idle(int days) throws Exception {
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        inside(() -> jdbc.sql("""
                        update request.request
                        set changed_at = changed_at - :days * interval '1 day', received_at = received_at - :days * interval '1 day',
                            owner_account_id = :owner
                        where request_id = :id
                        """)
                .param("days", days)
                .param("owner", owner.accountId())
                .param("id", it.id())
                .update());
        return it;
    }

    private void after(Optional<Integer> days, Map<UUID, Optional<Integer>> categories) {
        inside(() -> {
            dormancies.write(new Dormancies.Dormancy(days, categories));
            return true;
        });
    }

    private void remind() {
        CurrentJurisdiction.inside(city.jurisdiction(), reminding::remind);
    }

    private <T> T inside(java.util.function.Supplier<T> work) {
        return cities.inside(city.jurisdiction(), work);
    }

    private List<Message> mails(Resident.Case it) {
        return inside(() -> messages.listByOccasion("reminder/" + it.id()));
    }

    private List<String> entries(Resident.Case it) throws Exception {
        return Answers.to(http, get(it.desk("")).with(as(it.dispatcher()))).at("$.history[*].entry");
    }
}
