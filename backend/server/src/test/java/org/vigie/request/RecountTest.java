package org.vigie.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.CalendarDraft;
import org.vigie.catalogue.Calendars;
import org.vigie.catalogue.CatalogueDraft;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.Promise;
import org.vigie.catalogue.RunningPromises;
import org.vigie.catalogue.calendar.HolidayRule;
import org.vigie.catalogue.calendar.Hours;
import org.vigie.catalogue.calendar.Length;
import org.vigie.catalogue.calendar.SpecialDay;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** What a change of promises and calendars does to the requests that run: shown first, then done, all at once. */
@ServiceTest
class RecountTest {

    private static final String TWENTY_DAYS = """
            {"promises":[{"commitment":"ACKNOWLEDGE","amount":2,"unit":"DAYS"},{"commitment":"RESOLVE","amount":20,"unit":"DAYS"},
             {"commitment":"REPLY","amount":14,"unit":"DAYS","warning":{"kind":"SHARE","value":75}}],"running":%s,"reason":"effectifs d’été"}
            """;

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    CalendarDraft calendarDraft;

    @Autowired
    Calendars calendars;

    @Autowired
    CatalogueDraft catalogue;

    @Autowired
    Categories categories;

    @Autowired
    RunningPromises running;

    @Autowired
    Deadlines deadlines;

    private TestCity.City city;
    private SignedInAccount administrator;

    @BeforeEach
    void city() {
        city = cities.make();
        administrator = cities.account(city, Role.ADMINISTRATOR);
    }

    @Test
    void aPreviewTellsWhatWouldMoveAndMovesNothing() throws Exception {
        Resident.Case one = resident.report(city, "nid-de-poule", "{}", "[]");
        resident.report(city, "nid-de-poule", "{}", "[]");
        resident.report(city, "lampadaire", "{}", "[]");
        List<Deadline> before = deadlines(one);

        Answers preview = change("/promises/nid-de-poule?preview=true", 0, TWENTY_DAYS.formatted(true));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.<Integer>at("$.deadlines")).isEqualTo(2);
        assertThat(preview.<Integer>at("$.requests")).isEqualTo(2);
        assertThat(preview.<Integer>at("$.late")).isZero();
        assertThat(preview.<String>at("$.farthest[0].commitment")).isEqualTo("RESOLVE");
        assertThat(deadlines(one)).isEqualTo(before);
        assertThat(history(one)).doesNotContain("RECOUNTED");
        assertThat(settings("/promises").<List<Integer>>at("$.items[?(@.code=='nid-de-poule')].setting.revision"))
                .containsExactly(0);
        assertThat(settings("/promises").<List<Integer>>at("$.items[?(@.code=='nid-de-poule')].promises[1].amount"))
                .containsExactly(14_400);
    }

    @Test
    void whatWasShownMovesAndTheHistoryOfEachRequestSaysWhy() throws Exception {
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        Instant before = due(it, Commitment.RESOLVE);

        Answers done = change("/promises/nid-de-poule", 0, TWENTY_DAYS.formatted(true));

        assertThat(done.<Integer>at("$.deadlines")).isEqualTo(1);
        assertThat(Duration.between(before, due(it, Commitment.RESOLVE)).toDays())
                .isBetween(9L, 10L);
        assertThat(deadlines(it).stream()
                        .filter(deadline -> deadline.commitment() == Commitment.REPLY)
                        .findFirst()
                        .orElseThrow()
                        .warnsAt())
                .isPresent();
        Answers desk = Answers.to(http, get(it.desk("")).with(as(it.dispatcher())));
        assertThat(desk.<List<String>>at("$.history[?(@.entry=='RECOUNTED')].staffText"))
                .singleElement()
                .asString()
                .startsWith("RESOLVE ")
                .endsWith(" : effectifs d’été");
        assertThat(desk.<List<String>>at("$.history[?(@.entry=='RECOUNTED')].actor"))
                .containsExactly(administrator.name());
        assertThat(desk.<Integer>at("$.revision")).isEqualTo(2);
        assertThat(settings("/promises").<List<String>>at("$.items[?(@.code=='nid-de-poule')].setting.reason"))
                .containsExactly("effectifs d’été");
    }

    @Test
    void whatRunsKeepsWhatItBeganWithUnlessItIsAskedFor() throws Exception {
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        Instant before = due(it, Commitment.RESOLVE);
        assertThat(change("/promises/nid-de-poule", 0, TWENTY_DAYS.formatted(false))
                        .<Integer>at("$.deadlines"))
                .isZero();
        assertThat(due(it, Commitment.RESOLVE)).isEqualTo(before);
        Resident.Case next = resident.report(city, "nid-de-poule", "{}", "[]");
        assertThat(Duration.between(before, due(next, Commitment.RESOLVE)).toDays())
                .isBetween(9L, 10L);
    }

    @Test
    void whoSavesOnAnOldRevisionIsToldWhoChangedItAndNothingIsSaved() throws Exception {
        change("/promises/nid-de-poule", 0, TWENTY_DAYS.formatted(true));
        Answers second =
                change("/promises/nid-de-poule", 0, TWENTY_DAYS.formatted(true).replace("20", "30"));
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.problem()).isEqualTo("setting-changed-meanwhile");
        assertThat(second.<String>at("$.detail")).contains(administrator.name());
        assertThat(settings("/promises").<List<Integer>>at("$.items[?(@.code=='nid-de-poule')].promises[1].amount"))
                .containsExactly(20);
    }

    @Test
    void aPromiseThatCannotBeCountedIsRefusedWithWhatToDo() throws Exception {
        assertThat(change(
                                "/promises/nid-de-poule",
                                0,
                                TWENTY_DAYS.formatted(true).replace("20,\"unit\":\"DAYS", "3,\"unit\":\"WORKING_DAYS"))
                        .problem())
                .isEqualTo("promise-calendar");
        assertThat(change("/promises/nid-de-poule", 0, "{\"promises\":[],\"running\":true,\"reason\":\"x\"}")
                        .problem())
                .isEqualTo("promise-missing");
        assertThat(change("/promises/nulle-part", 0, TWENTY_DAYS.formatted(true))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aDayThatIsClosedShowsWhatItMovesThenMovesIt() throws Exception {
        everyDay();
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        Instant before = due(it, Commitment.RESOLVE);
        LocalDate day = LocalDate.ofInstant(before, ZoneId.of("Europe/Paris")).minusDays(2);
        String path = "/calendars/bureau/days/" + day;
        String closed = "{\"name\":\"Inventaire\",\"hours\":[]}";

        Answers preview = change(path + "?preview=true", 0, closed);
        assertThat(preview.<Integer>at("$.deadlines")).isEqualTo(1);
        assertThat(due(it, Commitment.RESOLVE)).isEqualTo(before);

        assertThat(change(path, 0, closed).text()).isEqualTo(preview.text());
        assertThat(due(it, Commitment.RESOLVE)).isAfter(before);
        assertThat(change(path, 0, closed).problem()).isEqualTo("setting-changed-meanwhile");
    }

    @Test
    void otherHoursMoveWhatRunsOnThem() throws Exception {
        everyDay();
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        Instant before = due(it, Commitment.RESOLVE);
        String week =
                "[{\"weekday\":1,\"hours\":[{\"opens\":\"09:00\",\"closes\":\"12:00\"},{\"opens\":\"13:30\",\"closes\":\"17:00\"}]}]";
        Answers moved = change("/calendars/bureau", 0, """
                {"name":"Bureau","holidays":"NONE","hotline":true,"week":%s,"reason":"grève"}
                """.formatted(week));
        assertThat(moved.<Integer>at("$.deadlines")).isEqualTo(1);
        assertThat(Duration.between(before, due(it, Commitment.RESOLVE)).toDays())
                .isGreaterThan(20);
        assertThat(settings("/calendars").<Boolean>at("$.items[0].hotline")).isTrue();
        assertThat(change(
                                "/calendars/bureau",
                                1,
                                "{\"name\":\"B\",\"holidays\":\"NONE\",\"hotline\":true,\"week\":[],\"reason\":\"x\"}")
                        .problem())
                .isEqualTo("calendar-never-opens");
    }

    @Test
    void aPreviewIsSeenByNobodyElse() {
        everyDay();
        LocalDate day = LocalDate.of(2031, 3, 4);
        boolean[] closedForOthers = {true};
        CurrentJurisdiction.inside(
                city.jurisdiction(),
                () -> running.preview(() -> {
                    calendarDraft.day("bureau", day, new SpecialDay("Essai", List.of()));
                    assertThat(calendars.find("bureau").orElseThrow().isWorkingDay(day))
                            .isFalse();
                    closedForOthers[0] = CompletableFuture.supplyAsync(() -> CurrentJurisdiction.inside(
                                    city.jurisdiction(),
                                    () -> !calendars
                                            .find("bureau")
                                            .orElseThrow()
                                            .isWorkingDay(day)))
                            .join();
                }));
        assertThat(closedForOthers[0]).isFalse();
        assertThat(cities.inside(
                        city.jurisdiction(),
                        () -> calendars.find("bureau").orElseThrow().isWorkingDay(day)))
                .isTrue();
    }

    /** 40 working hours on a calendar that opens 9 to 17 on every day. */
    private void everyDay() {
        cities.inside(city.jurisdiction(), () -> {
            Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                week.put(day, List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0))));
            }
            var office = calendarDraft.add(new CalendarDraft.NewCalendar(
                    "bureau", "Bureau", ZoneId.of("Europe/Paris"), HolidayRule.NONE, week, true));
            catalogue.promise(
                    categories.findOffered("nid-de-poule").orElseThrow().id(),
                    Commitment.RESOLVE,
                    new Promise(new Length(40, Length.Unit.WORKING_HOURS), office, Optional.empty()));
            return true;
        });
    }

    private Answers change(String path, int revision, String body) throws Exception {
        return Answers.to(
                http,
                put("/" + city.jurisdiction().code() + "/api/desk" + path)
                        .with(as(administrator))
                        .header("If-Match", "\"" + revision + "\"")
                        .content(body));
    }

    private Answers settings(String path) throws Exception {
        return Answers.to(
                http, get("/" + city.jurisdiction().code() + "/api/desk" + path).with(as(administrator)));
    }

    private List<Deadline> deadlines(Resident.Case it) {
        return cities.inside(city.jurisdiction(), () -> deadlines.list(it.id()));
    }

    private Instant due(Resident.Case it, Commitment commitment) {
        return deadlines(it).stream()
                .filter(deadline -> deadline.commitment() == commitment)
                .findFirst()
                .orElseThrow()
                .dueAt();
    }

    private List<String> history(Resident.Case it) throws Exception {
        return Answers.to(http, get(it.desk("")).with(as(it.dispatcher()))).at("$.history[*].entry");
    }
}
