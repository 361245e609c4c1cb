package org.vigie.citizen.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Jurisdiction;
import org.vigie.access.module.ModuleName;
import org.vigie.access.module.Modules;
import org.vigie.notification.Message;
import org.vigie.notification.Messages;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

@ServiceTest
class WatchingTest {

    private static final Pattern LINK = Pattern.compile("/watch/([\\w-]+)");
    private static final String CIRCLE = """
            "centre":{"type":"Point","coordinates":[2.02,47.05]},"radiusMetres":300""";
    private static final String FAR_CIRCLE = CIRCLE.replace("2.02", "2.08");

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Messages messages;

    @Autowired
    Resident resident;

    @Autowired
    TellingWatchers telling;

    @Autowired
    WatchedAreas areas;

    @Autowired
    Modules modules;

    @Test
    void whoHasSaidYesIsToldOnceOfEachNewRequestInTheArea() throws Exception {
        TestCity.City city = cities.make();
        String token = watch(city, "Gare", "Martine@example.org", CIRCLE);
        watch(city, "Quartier", "martine@example.org", CIRCLE);
        watch(city, "Loin", "loin@example.org", FAR_CIRCLE);

        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");

        List<Message> told = awaitTold(it, 1);
        assertThat(told.getFirst().recipient()).isEqualTo("martine@example.org");
        assertThat(told.getFirst().body())
                .contains(it.number(), "Nid-de-poule", "?request=" + it.number())
                .doesNotContain("Trou profond", "/track/");
        assertThat(link(told.getFirst())).isNotBlank();

        cities.inside(city.jurisdiction(), () -> {
            telling.tell(it.id());
            return true;
        });
        assertThat(told(it)).hasSize(1);

        assertThat(Answers.to(http, get(path(city, "/" + token))).<Boolean>at("$.confirmed"))
                .isTrue();
    }

    @Test
    void whoHasNotAnsweredIsToldNothingAndIsForgottenAfterAWeek() throws Exception {
        TestCity.City city = cities.make();
        String token = ask(city, "Gare", "voisin@example.org", CIRCLE);
        assertThat(Answers.to(http, get(path(city, "/" + token))).<Boolean>at("$.confirmed"))
                .isFalse();
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        cities.inside(city.jurisdiction(), () -> {
            telling.tell(it.id());
            return true;
        });
        assertThat(told(it)).isEmpty();

        LocalDate today = LocalDate.now(city.jurisdiction().zone());
        assertThat(cities.inside(city.jurisdiction(), () -> areas.removeExpired(today.plusDays(7))))
                .isZero();
        assertThat(cities.inside(city.jurisdiction(), () -> areas.removeExpired(today.plusDays(8))))
                .isEqualTo(1);
        assertThat(Answers.to(http, post(path(city, "/" + token + "/confirmation")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodyHearsOfWhatIsPrivate() throws Exception {
        TestCity.City city = cities.make();
        watch(city, "Gare", "martine@example.org", CIRCLE);
        Resident.Case it = resident.report(city, "habitat-indigne", "{}", "[]");
        cities.inside(city.jurisdiction(), () -> {
            telling.tell(it.id());
            return true;
        });
        assertThat(told(it)).isEmpty();
    }

    @Test
    void nobodyIsToldWhileThatIsSwitchedOffAndWhoeverWatchedWatchesAfterwards() throws Exception {
        TestCity.City city = cities.make();
        watch(city, "Gare", "martine@example.org", CIRCLE);
        Resident.Case it = switched(city, false, () -> resident.report(city, "nid-de-poule", "{}", "[]"));
        cities.inside(city.jurisdiction(), () -> {
            telling.tell(it.id());
            return true;
        });
        assertThat(told(it)).isEmpty();

        Resident.Case heard = switched(city, true, () -> resident.report(city, "lampadaire", "{}", "[]"));
        assertThat(awaitTold(heard, 1)).hasSize(1);
    }

    private <T> T switched(TestCity.City city, boolean on, Callable<T> then) throws Exception {
        cities.inside(city.jurisdiction(), () -> {
            modules.turn(ModuleName.WATCHED_AREAS, on, on ? 1 : 0, "");
            return true;
        });
        return then.call();
    }

    @Test
    void oneClickEndsItAndTheNextRequestIsNotTold() throws Exception {
        TestCity.City city = cities.make();
        String token = watch(city, "Gare", "martine@example.org", CIRCLE);
        assertThat(Answers.to(http, delete(path(city, "/" + token))).status()).isEqualTo(204);
        assertThat(Answers.to(http, delete(path(city, "/" + token))).status()).isEqualTo(204);
        assertThat(Answers.to(http, get(path(city, "/" + token))).status()).isEqualTo(404);

        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        cities.inside(city.jurisdiction(), () -> {
            telling.tell(it.id());
            return true;
        });
        assertThat(told(it)).isEmpty();
    }

    @Test
    void aLinkIsGoodInItsOwnJurisdictionAndForItsOwnPurposeOnly() throws Exception {
        TestCity.City city = cities.make();
        TestCity.City other = cities.make();
        String token = watch(city, "Gare", "martine@example.org", CIRCLE);
        assertThat(Answers.to(http, get(path(other, "/" + token))).status()).isEqualTo(404);
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        String tracking = it.track().substring(it.track().lastIndexOf('/') + 1);
        assertThat(Answers.to(http, get(path(city, "/" + tracking))).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gare | a@example.org | \"radiusMetres\":300 | area-missing",
                "Gare | nobody | CIRCLE | email-not-understood",
                "Gare | x@example.org, y@example.org | CIRCLE | email-not-understood",
                "Gare | a@example.org | \"centre\":{\"type\":\"Point\",\"coordinates\":[9,47]},\"radiusMetres\":300 | area-outside",
                "Gare | a@example.org | \"ground\":{\"type\":\"Polygon\",\"coordinates\":[[[2.0,47.0],[2.1,47.1],[2.1,47.0],[2.0,47.1],[2.0,47.0]]]} | area-invalid",
            })
    void whatCannotBeWatchedIsRefusedWithWhatToDo(String name, String email, String area, String problem)
            throws Exception {
        TestCity.City city = cities.make();
        Answers refused = send(city, name, email, area.replace("CIRCLE", CIRCLE).strip());
        assertThat(refused.status()).isBetween(400, 422);
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(asked(city.jurisdiction())).isEmpty();
    }

    /** @return the token of the mailed link */
    private String watch(TestCity.City city, String name, String email, String area) throws Exception {
        String token = ask(city, name, email, area);
        assertThat(Answers.to(http, post(path(city, "/" + token + "/confirmation")))
                        .status())
                .isEqualTo(204);
        return token;
    }

    private String ask(TestCity.City city, String name, String email, String area) throws Exception {
        assertThat(send(city, name, email, area).status()).isEqualTo(204);
        return link(asked(city.jurisdiction()).getLast());
    }

    private Answers send(TestCity.City city, String name, String email, String area) throws Exception {
        return Answers.to(
                http,
                post(path(city, ""))
                        .header("Accept-Language", "en")
                        .content("{\"email\":\"%s\",\"name\":\"%s\",%s}".formatted(email, name, area)));
    }

    private static String path(TestCity.City city, String below) {
        return "/" + city.jurisdiction().code() + "/api/watched-areas" + below;
    }

    private List<Message> asked(Jurisdiction jurisdiction) {
        return cities.inside(jurisdiction, () -> messages.listByOccasion("watch/")).stream()
                .filter(message -> message.occasion().endsWith("/ASK"))
                .toList();
    }

    private List<Message> told(Resident.Case it) {
        return cities.inside(it.city().jurisdiction(), () -> messages.listByOccasion("watch/request/" + it.id()));
    }

    private List<Message> awaitTold(Resident.Case it, int count) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> told(it), told -> told.size() == count);
    }

    private static String link(Message message) {
        Matcher matcher = LINK.matcher(message.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
