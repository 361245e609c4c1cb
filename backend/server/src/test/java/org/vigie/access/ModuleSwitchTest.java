package org.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.module.ModuleName;
import org.vigie.catalogue.CatalogueDraft;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** What a town does without does nothing, and is there again as it was. */
@ServiceTest
class ModuleSwitchTest {

    private static final String ANA = "{\"name\":\"Ana\",\"email\":\"ana@example.org\"}";
    private static final String ANYTHING =
            "{\"schema\":1,\"if\":{\"domain\":[\"voirie\"]},\"then\":{\"priority\":\"LOW\"}}";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    CatalogueDraft catalogue;

    private TestCity.City city;
    private SignedInAccount administrator;

    @BeforeEach
    void city() {
        city = cities.make();
        administrator = cities.account(city, Role.ADMINISTRATOR);
    }

    @Test
    void whoSwitchedWhatAndWhyIsKeptAndTheSecondOfTwoChangesIsRefused() throws Exception {
        assertThat(turn(ModuleName.REVIEW, false, 0, "trop tôt").status()).isEqualTo(200);

        Answers read = Answers.to(http, get(path("/desk/modules")).with(as(administrator)));
        assertThat(read.<List<String>>at("$.items[?(@.on==false)].module")).containsExactly("REVIEW");
        assertThat(read.<List<String>>at("$.items[?(@.module=='REVIEW')].setting.reason"))
                .containsExactly("trop tôt");
        assertThat(read.<List<String>>at("$.items[?(@.module=='REVIEW')].setting.changedBy"))
                .containsExactly(administrator.name());
        Answers second = turn(ModuleName.REVIEW, true, 0, "");
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.problem()).isEqualTo("setting-changed-meanwhile");
        assertThat(Answers.to(
                                http,
                                put(path("/desk/modules/CANTEEN"))
                                        .with(as(administrator))
                                        .header("If-Match", "\"0\"")
                                        .content("{\"on\":false,\"reason\":\"\"}"))
                        .problem())
                .isEqualTo("parameter-malformed");
    }

    @Test
    void aRuleDecidesNothingWhileRulesAreOffAndDecidesAgainAfterwards() throws Exception {
        Answers draft = Answers.to(
                http,
                post(path("/desk/rules"))
                        .with(as(administrator))
                        .content("{\"id\":\"%s\",\"code\":\"TOUT\",\"name\":\"Tout\",\"text\":%s}"
                                .formatted(UUID.randomUUID(), ANYTHING)));
        String rule = "/desk/rules/" + draft.at("$.id");
        Answers tried = Answers.to(
                http, post(path(rule + "/trial")).with(as(administrator)).content("{}"));
        Answers active = Answers.to(
                http,
                post(path(rule + "/activation")).with(as(administrator)).header("If-Match", tried.header("ETag")));
        assertThat(active.status()).as(active.text()).isEqualTo(200);
        assertThat(priorityOfAReport()).isEqualTo("LOW");

        turn(ModuleName.RULES, false, 0, "");
        assertThat(priorityOfAReport()).isEqualTo("NORMAL");

        turn(ModuleName.RULES, true, 1, "");
        assertThat(priorityOfAReport()).isEqualTo("LOW");
        Answers again = Answers.to(http, get(path(rule)).with(as(administrator)));
        assertThat(again.<String>at("$.state")).isEqualTo("ACTIVE");
    }

    @Test
    void noLetterIsDemandedBeforeAClosingWhileFormalRepliesAreOff() throws Exception {
        Resident.Case it = resident.report(city, "nid-de-poule", ANA, "[]");
        cities.inside(city.jurisdiction(), () -> {
            catalogue.requireFormalReply("nid-de-poule", true);
            return true;
        });
        transition(it, "RESOLVED");
        assertThat(transition(it, "CLOSED").problem()).isEqualTo("formal-reply-missing");

        turn(ModuleName.FORMAL_REPLIES, false, 0, "");

        assertThat(transition(it, "CLOSED").status()).isEqualTo(200);
    }

    @Test
    void nobodyIsAskedHowItWentWhileReopeningIsOffAndFollowersGetNoLink() throws Exception {
        turn(ModuleName.REOPENING, false, 0, "");
        Resident.Case it = resident.report(city, "nid-de-poule", ANA, "[]");
        resident.follow(it, "voisin@example.org");
        resident.inTheField(it, UUID.randomUUID().toString(), "DONE", "fait");

        assertThat(resident.read(it).<Boolean>at("$.asksSatisfaction")).isFalse();
        assertThat(resident.read(it).text()).doesNotContain("reopenableUntil");
        assertThat(resident.mails(it))
                .filteredOn(mail -> mail.recipient().equals("voisin@example.org"))
                .isNotEmpty()
                .noneMatch(mail -> mail.body().contains("/reopen/"));

        turn(ModuleName.REOPENING, true, 1, "");
        assertThat(resident.read(it).<Boolean>at("$.asksSatisfaction")).isTrue();
        assertThat(resident.read(it).<String>at("$.reopenableUntil")).isNotEmpty();
    }

    private String priorityOfAReport() throws Exception {
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        return Answers.to(http, get(it.desk("")).with(as(it.dispatcher()))).at("$.priority");
    }

    private Answers transition(Resident.Case it, String to) throws Exception {
        return resident.atDesk(it, "/transitions", "{\"to\":\"" + to + "\",\"reason\":\"fait\"}");
    }

    private Answers turn(ModuleName module, boolean on, int revision, String reason) throws Exception {
        return Answers.to(
                http,
                put(path("/desk/modules/" + module))
                        .with(as(administrator))
                        .header("If-Match", "\"" + revision + "\"")
                        .content("{\"on\":%s,\"reason\":\"%s\"}".formatted(on, reason)));
    }

    private String path(String below) {
        return "/" + city.jurisdiction().code() + "/api" + below;
    }
}
