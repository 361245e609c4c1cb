package org.vigie.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.access.FrenchSpaces;
import org.vigie.notification.Message;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

@ServiceTest
class TrackingMailsTest {

    private static final String MARTINE =
            "{\"name\":\"Martine Bonnet\",\"email\":\"Martine@example.org\",\"phone\":\"06 39 98 12 34\",\"locale\":\"fr\"}";

    @Autowired
    TestCity cities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Resident resident;

    @Test
    void tellsEachStateOnceAlsoWhenTheStepIsRepeated() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", MARTINE);
        assertThat(subjects(it)).containsExactly("Demande n° " + it.number() + " reçue : Nid-de-poule");

        for (String step : List.of("ACCEPTED", "EN_ROUTE", "ON_SITE", "DONE")) {
            String receipt = UUID.randomUUID().toString();
            resident.inTheField(it, receipt, step, "");
            resident.inTheField(it, receipt, step, "");
        }
        resident.atDesk(it, "/transitions", "{\"to\":\"CLOSED\",\"reason\":\"vérifié\"}");

        assertThat(subjects(it))
                .containsExactly(
                        "Demande n° " + it.number() + " reçue : Nid-de-poule",
                        "Demande n° " + it.number() + " : une équipe s’en charge",
                        "Demande n° " + it.number() + " : intervention en cours",
                        "Demande n° " + it.number() + " : c’est réglé",
                        "Demande n° " + it.number() + " close");
        assertThat(resident.mails(it)).allSatisfy(mail -> {
            assertThat(mail.recipient()).isEqualTo("Martine@example.org");
            assertThat(mail.body()).contains(it.track().replace("/api/", "/"));
        });
    }

    @Test
    void tellsAHandOverOfAnAssignedRequestToNobody() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", MARTINE);
        resident.atDesk(
                it,
                "/assignment",
                "{\"teamId\":\"%s\"}".formatted(it.city().west().id()));
        resident.atDesk(
                it,
                "/assignment",
                "{\"teamId\":\"%s\",\"reason\":\"plus près\"}"
                        .formatted(it.city().lighting().id()));

        assertThat(resident.mails(it)).hasSize(2);
    }

    @Test
    void writesInTheLanguageOfTheRequester() throws Exception {
        assertThat(subjects(resident.report("nid-de-poule", MARTINE)).getFirst())
                .startsWith("Demande n°");
        assertThat(subjects(resident.report("nid-de-poule", MARTINE.replace("\"fr\"", "\"en-GB\"")))
                        .getFirst())
                .startsWith("Request ");
        // Not told: the one of the page that was reported from.
        assertThat(subjects(resident.report("nid-de-poule", "{\"email\":\"a@example.org\"}"))
                        .getFirst())
                .startsWith("Request ");
    }

    @Test
    void carriesTheServicesWordsAndNoneAmongStaff() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", MARTINE);
        resident.atDesk(it, "/notes", "{\"text\":\"client difficile\"}");
        resident.say(it, "C’est devant le 12");
        resident.atDesk(it, "/messages", "{\"text\":\"Nous passons demain.\"}");
        resident.atDesk(
                it,
                "/transitions",
                "{\"to\":\"RESOLVED\",\"reason\":\"élu prévenu\",\"publicText\":\"Chaussée rouverte\"}");

        List<Message> mails = resident.mails(it);

        assertThat(mails).hasSize(3);
        assertThat(mails.get(1).subject()).contains("message");
        assertThat(mails.get(1).body()).contains("«\u202fNous passons demain.\u202f»");
        assertThat(mails.get(2).body()).contains("«\u202fChaussée rouverte\u202f»");
        assertThat(mails)
                .allSatisfy(mail -> assertThat(mail.subject() + mail.body())
                        .doesNotContain("difficile", "élu prévenu", "devant le 12", "Bonnet", "98 12", "DISPATCHER"));
    }

    @Test
    void tellsOnlyTheLineThatChangedTheRequestWhateverElseStandsLater() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", MARTINE);
        // A note of another process, whose clock is ahead.
        cities.inside(
                it.city().jurisdiction(),
                () -> jdbc.sql("""
                        insert into request.history (jurisdiction_id, request_id, entry_id, happened_at, entry, staff_text,
                            actor_account_id, actor_label)
                        select jurisdiction_id, request_id, gen_random_uuid(), now() + interval '1 minute', 'NOTE',
                            'client difficile', :staff, 'Régulation'
                        from request.request where request_id = :id
                        """)
                        .param("staff", it.dispatcher().accountId())
                        .param("id", it.id())
                        .update());

        resident.atDesk(it, "/messages", "{\"text\":\"Nous passons demain.\"}");

        assertThat(resident.mails(it).getLast().body())
                .contains("Nous passons demain.")
                .doesNotContain("difficile");
    }

    @Test
    void tellsFollowersTheStateWithoutTheRequestersLinkOrTheWordsOfStaff() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", MARTINE);
        resident.follow(it, "voisin@example.org");
        resident.follow(it, "martine@example.org");
        resident.atDesk(it, "/messages", "{\"text\":\"Nous passons demain.\"}");
        resident.atDesk(
                it, "/transitions", "{\"to\":\"RESOLVED\",\"reason\":\"\",\"publicText\":\"Vu avec M. Durand\"}");

        List<Message> toFollower = resident.mails(it).stream()
                .filter(mail -> mail.recipient().equals("voisin@example.org"))
                .toList();

        assertThat(toFollower).hasSize(1);
        assertThat(toFollower.getFirst().subject()).isEqualTo("Request " + it.number() + ": done");
        assertThat(toFollower.getFirst().body())
                .contains("/?request=" + it.number())
                .doesNotContain("/track/", "Durand", "demain", "tell us on the tracking page");
        assertThat(resident.mails(it))
                .extracting(Message::recipient)
                .containsExactly(
                        "Martine@example.org", "Martine@example.org", "Martine@example.org", "voisin@example.org");
    }

    @Test
    void tellsFollowersNothingOfARequestThatBecamePrivate() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", MARTINE);
        resident.follow(it, "voisin@example.org");
        resident.atDesk(it, "/category", "{\"category\":\"habitat-indigne\",\"reason\":\"logement\"}");
        resident.atDesk(it, "/transitions", "{\"to\":\"RESOLVED\",\"reason\":\"fait\"}");

        assertThat(resident.mails(it)).extracting(Message::recipient).containsOnly("Martine@example.org");
    }

    @Test
    void writesNothingToWhoeverLeftNoAddress() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", "{\"name\":\"Martine\"}");
        resident.inTheField(it, UUID.randomUUID().toString(), "ACCEPTED", "");

        assertThat(resident.mails(it)).isEmpty();
    }

    private List<String> subjects(Resident.Case it) {
        return resident.mails(it).stream()
                .map(Message::subject)
                .map(subject -> subject.replace(FrenchSpaces.NARROW, " "))
                .toList();
    }
}
