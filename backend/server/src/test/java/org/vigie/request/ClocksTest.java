package org.vigie.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.CalendarDraft;
import org.vigie.catalogue.CatalogueDraft;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.Promise;
import org.vigie.catalogue.calendar.HolidayRule;
import org.vigie.catalogue.calendar.Hours;
import org.vigie.catalogue.calendar.Length;
import org.vigie.catalogue.calendar.SpecialDay;
import org.vigie.catalogue.calendar.Warning;
import org.vigie.catalogue.calendar.WorkCalendar;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** A request's promises by a clock that is set: on a calendar from Monday to Friday, 9 to 17, with France's holidays. */
@ServiceTest
@Import(ClocksTest.SetClock.class)
class ClocksTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String CONTACT = "{\"email\":\"jeanne@example.org\"}";

    private static volatile Instant time = Instant.EPOCH;

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    CalendarDraft calendars;

    @Autowired
    CatalogueDraft catalogue;

    @Autowired
    Categories categories;

    @Autowired
    Deadlines deadlines;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("mapReader")
    JdbcClient published;

    @Autowired
    @Qualifier("mapReader")
    TransactionTemplate reading;

    TestCity.City city;

    @TestConfiguration
    static class SetClock {
        @Bean
        @Primary
        Clock setClock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Instant instant() {
                    return time;
                }
            };
        }
    }

    @BeforeEach
    void promiseOnACalendar() {
        city = cities.make();
        inside(() -> {
            Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
            List.of(DayOfWeek.values()).subList(0, 5).forEach(day -> week.put(day, List.of(hours("09:00", "17:00"))));
            WorkCalendar office = calendars.add(
                    new CalendarDraft.NewCalendar("bureau", "Jours ouvrés", PARIS, HolidayRule.FRANCE, week, true));
            UUID pothole = categories.findOffered("nid-de-poule").orElseThrow().id();
            catalogue.promise(pothole, Commitment.ACKNOWLEDGE, on(office, 2, Length.Unit.WORKING_DAYS));
            catalogue.promise(
                    pothole,
                    Commitment.RESOLVE,
                    on(office, 16, Length.Unit.WORKING_HOURS).warning(Warning.Kind.MINUTES_BEFORE, 60));
            jdbc.sql("update territory.jurisdiction set hotline_number = '0800 000 000'")
                    .update();
        });
    }

    @Test
    void anAcknowledgementPromisedInTwoWorkingDaysOnFridayAtClosingIsDueOnTuesdayAtClosing() throws Exception {
        Resident.Case it = reportAt("2026-11-20T17:00");
        assertThat(due(it, Commitment.ACKNOWLEDGE)).isEqualTo(at("2026-11-24T17:00"));
        assertThat(due(it, Commitment.RESOLVE)).isEqualTo(at("2026-11-24T17:00"));
        assertThat(deadline(it, Commitment.RESOLVE).warnsAt()).hasValue(at("2026-11-24T16:00"));
        Answers desk = atDesk(it);
        assertThat(desk.<List<String>>at("$.promises[?(@.commitment=='RESOLVE')].calendar"))
                .containsExactly("Jours ouvrés");
        assertThat(resident.read(it).<List<String>>at("$.promises[?(@.commitment=='ACKNOWLEDGE')].unit"))
                .containsExactly("WORKING_DAYS");
    }

    @Test
    void anUrgentOneOnSundayAtTwoWarnsAtHalfPastAndIsDueAtThree() throws Exception {
        time = at("2026-11-22T02:00");
        Resident.Case it = resident.report(city, "danger", CONTACT, "[]");
        Deadline onSite = deadline(it, Commitment.ON_SITE);
        assertThat(onSite.warnsAt()).hasValue(at("2026-11-22T02:30"));
        assertThat(onSite.dueAt()).isEqualTo(at("2026-11-22T03:00"));
    }

    @Test
    void whatTheRequesterIsAskedStopsTheClocksUntilTheAnswer() throws Exception {
        Resident.Case it = reportAt("2026-11-20T10:00");
        assertThat(due(it, Commitment.RESOLVE)).isEqualTo(at("2026-11-24T10:00"));
        time = at("2026-11-20T16:00");
        Answers asked = resident.atDesk(it, "/messages", "{\"text\":\"Devant quel numéro ?\",\"waits\":true}");
        assertThat(asked.<String>at("$.pause.reason")).isEqualTo("WAITING_FOR_REQUESTER");
        double frozen = asked.at("$.ring.left");

        time = at("2026-11-25T12:00");
        assertThat(atDesk(it).<Double>at("$.ring.left")).isEqualTo(frozen).isBetween(0.9, 0.95);
        assertThat(atDesk(it).<Boolean>at("$.ring.late")).isFalse();
        assertThat(counts().<Integer>at("$.counts.late")).isZero();
        assertThat(card(it).<Double>at("$.ring.left")).isCloseTo(frozen, org.assertj.core.data.Offset.offset(0.001));
        assertThat(tileLeft(it)).isCloseTo(frozen, org.assertj.core.data.Offset.offset(0.001));

        time = at("2026-11-23T10:00");
        resident.say(it, "Devant le 12.");
        // 1 hour of Friday and 1 of Monday were not counted.
        assertThat(due(it, Commitment.RESOLVE)).isEqualTo(at("2026-11-24T12:00"));
        assertThat(deadline(it, Commitment.RESOLVE).warnsAt()).hasValue(at("2026-11-24T11:00"));
        assertThat(atDesk(it).<List<String>>at("$.history[*].entry")).contains("PAUSED", "RESUMED");
        assertThat(atDesk(it).text()).doesNotContain("\"pause\":");
    }

    @Test
    void rainStopsTheClocksOnceAndWhatIsLateStaysLate() throws Exception {
        Resident.Case it = reportAt("2026-11-20T10:00");
        time = at("2026-11-24T11:00");
        assertThat(resident.atDesk(it, "/resume", "{}").problem()).isEqualTo("request-is-not-paused");
        Answers paused = resident.atDesk(it, "/pause", "{\"reason\":\"WEATHER\",\"text\":\"gel\"}");
        assertThat(paused.<Boolean>at("$.ring.late")).isTrue();
        assertThat(paused.<List<String>>at("$.promises[?(@.commitment=='REPLY')].pausedAt"))
                .containsExactly("2026-11-24T10:00:00Z");
        assertThat(resident.atDesk(it, "/pause", "{\"reason\":\"WEATHER\"}").problem())
                .isEqualTo("request-is-paused");
        Instant reply = due(it, Commitment.REPLY);
        time = at("2026-11-25T11:00");
        assertThat(resident.atDesk(it, "/resume", "{\"text\":\"dégel\"}").status())
                .isEqualTo(200);
        assertThat(due(it, Commitment.RESOLVE)).isEqualTo(at("2026-11-24T10:00"));
        assertThat(due(it, Commitment.REPLY)).isEqualTo(reply.plus(Duration.ofDays(1)));
    }

    @Test
    void reopeningLetsResolutionAndReplyBeginAnew() throws Exception {
        Resident.Case it = reportAt("2026-11-20T10:00");
        time = at("2026-11-23T11:00");
        resident.atDesk(it, "/pause", "{\"reason\":\"WEATHER\"}");
        time = at("2026-11-23T15:00");
        resident.atDesk(it, "/transitions", "{\"to\":\"RESOLVED\",\"reason\":\"fait\"}");
        assertThat(atDesk(it).text()).doesNotContain("\"pause\":");
        time = at("2026-12-24T16:00");
        resident.atDesk(it, "/transitions", "{\"to\":\"REOPENED\",\"reason\":\"revenu\"}");
        Deadline resolve = deadline(it, Commitment.RESOLVE);
        assertThat(resolve.startsAt()).isEqualTo(at("2026-12-24T16:00"));
        assertThat(resolve.metAt()).isEmpty();
        // 1 hour on Christmas Eve, 8 on the 28th, 7 on the 29th.
        assertThat(resolve.dueAt()).isEqualTo(at("2026-12-29T16:00"));
        assertThat(deadline(it, Commitment.ACKNOWLEDGE).metAt()).isPresent();
    }

    @Test
    void aDayThatIsClosedAfterwardsMovesWhatRunsAndTheHistorySaysWhy() throws Exception {
        Resident.Case it = reportAt("2026-11-20T10:00");
        inside(() ->
                calendars.day("bureau", LocalDate.of(2026, 11, 23), new SpecialDay("Panne de chauffage", List.of())));
        assertThat(due(it, Commitment.RESOLVE)).isEqualTo(at("2026-11-25T10:00"));
        // 60 counted minutes before 10:00: the closing of the day before.
        assertThat(deadline(it, Commitment.RESOLVE).warnsAt()).hasValue(at("2026-11-24T17:00"));
        assertThat(atDesk(it).<List<String>>at("$.history[?(@.entry=='RECOUNTED')].staffText"))
                .containsExactly("RESOLVE 24/11/2026 10:00 → 25/11/2026 10:00 : 2026-11-23 Panne de chauffage");
        inside(() -> calendars.usualDay("bureau", LocalDate.of(2026, 11, 23)));
        assertThat(due(it, Commitment.RESOLVE)).isEqualTo(at("2026-11-24T10:00"));
    }

    @Test
    void theHotlineKnowsHolidaysClosuresAndWhatIsAnnounced() throws Exception {
        assertThat(hotlineAt("2026-11-10T17:30")).isEqualTo("false 2026-11-12T08:00:00Z");
        assertThat(hotlineAt("2026-11-12T12:30")).isEqualTo("true 2026-11-12T16:00:00Z");
        inside(() -> calendars.day(
                "bureau", LocalDate.of(2026, 11, 12), new SpecialDay("Formation", List.of(hours("14:00", "16:00")))));
        assertThat(hotlineAt("2026-11-12T12:30")).isEqualTo("false 2026-11-12T13:00:00Z");
        inside(() -> calendars.holiday(LocalDate.of(2026, 11, 13), true, "Deuil national"));
        inside(() -> calendars.holiday(LocalDate.of(2026, 11, 11), false, "travaillé"));
        assertThat(hotlineAt("2026-11-12T17:00")).isEqualTo("false 2026-11-16T08:00:00Z");
        assertThat(hotlineAt("2026-11-11T10:00")).isEqualTo("true 2026-11-11T16:00:00Z");
    }

    @Test
    void theHotlineIsClosedOverMiddayAndOnHolidaysAndSaysWhenItOpensNext() throws Exception {
        inside(() -> {
            Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
            List.of(DayOfWeek.values())
                    .subList(0, 5)
                    .forEach(day -> week.put(day, List.of(hours("09:00", "12:00"), hours("13:30", "17:00"))));
            calendars.add(
                    new CalendarDraft.NewCalendar("telephone", "Numéro vert", PARIS, HolidayRule.FRANCE, week, true));
        });
        assertThat(hotlineAt("2026-11-23T11:59")).isEqualTo("true 2026-11-23T11:00:00Z");
        assertThat(hotlineAt("2026-11-23T12:30")).isEqualTo("false 2026-11-23T12:30:00Z");
        assertThat(hotlineAt("2026-11-23T13:30")).isEqualTo("true 2026-11-23T16:00:00Z");
        assertThat(hotlineAt("2026-11-27T17:00")).isEqualTo("false 2026-11-30T08:00:00Z");
        assertThat(hotlineAt("2026-12-25T10:00")).isEqualTo("false 2026-12-28T08:00:00Z");
    }

    @Test
    void aHeadClosesADayAndWhoeverReadsTheDeskSeesIt() throws Exception {
        time = at("2026-11-20T10:00");
        SignedInAccount head = cities.account(city, Role.HEAD);
        String calendar = "/" + city.jurisdiction().code() + "/api/desk/calendars";
        Answers closed = Answers.to(
                http,
                put(calendar + "/bureau/days/2026-11-24")
                        .with(as(head))
                        .header("If-Match", "\"0\"")
                        .content("{\"name\":\"Inventaire\",\"hours\":[{\"opens\":\"09:00\",\"closes\":\"12:00\"}]}"));
        assertThat(closed.status()).isEqualTo(200);
        Answers read = Answers.to(http, get(calendar).with(as(head)));
        assertThat(read.<Boolean>at("$.items[0].open")).isTrue();
        assertThat(read.<List<String>>at("$.items[0].days[*].name")).startsWith("Inventaire", "Noël", "Jour de l’An");
        assertThat(read.<String>at("$.items[0].days[0].hours[0].closes")).isEqualTo("12:00");
        Answers wrong = Answers.to(
                http,
                put(calendar + "/bureau/days/2026-11-24")
                        .with(as(head))
                        .header("If-Match", "\"1\"")
                        .content("{\"name\":\"x\",\"hours\":[{\"opens\":\"12:00\",\"closes\":\"09:00\"}]}"));
        assertThat(wrong.problem()).isEqualTo("calendar-hours-overlap");
    }

    private String hotlineAt(String onWall) throws Exception {
        time = at(onWall);
        Answers here = Answers.to(http, get("/" + city.jurisdiction().code() + "/api/jurisdiction"));
        boolean open = here.at("$.hotline.open");
        return open + " " + here.<String>at(open ? "$.hotline.closesAt" : "$.hotline.opensAt");
    }

    private Resident.Case reportAt(String onWall) throws Exception {
        time = at(onWall);
        return resident.report(city, "nid-de-poule", CONTACT, "[]");
    }

    private Instant due(Resident.Case it, Commitment commitment) {
        return deadline(it, commitment).dueAt();
    }

    private Deadline deadline(Resident.Case it, Commitment commitment) {
        return cities.inside(city.jurisdiction(), () -> deadlines.list(it.id())).stream()
                .filter(deadline -> deadline.commitment() == commitment)
                .findFirst()
                .orElseThrow();
    }

    private double tileLeft(Resident.Case it) {
        return CurrentJurisdiction.inside(
                city.jurisdiction(),
                () -> Objects.requireNonNull(reading.execute(status -> published
                        .sql("""
                                select map.time_left(next_starts_at, next_due_at, next_paused_at)
                                from map.request where request_id = :id
                                """)
                        .param("id", it.id())
                        .query(Double.class)
                        .single())));
    }

    private Answers atDesk(Resident.Case it) throws Exception {
        return Answers.to(http, get(it.desk("")).with(as(it.dispatcher())));
    }

    private Answers counts() throws Exception {
        return Answers.to(
                http,
                get("/" + city.jurisdiction().code() + "/api/desk/requests")
                        .with(as(cities.account(city, Role.DISPATCHER))));
    }

    private Answers card(Resident.Case it) throws Exception {
        return Answers.to(http, get("/" + city.jurisdiction().code() + "/api/requests/" + it.number()));
    }

    private void inside(Runnable work) {
        cities.inside(city.jurisdiction(), () -> {
            work.run();
            return true;
        });
    }

    private static Promise on(WorkCalendar calendar, int amount, Length.Unit unit) {
        return new Promise(new Length(amount, unit), calendar, java.util.Optional.empty());
    }

    private static Hours hours(String opens, String closes) {
        return new Hours(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static Instant at(String onWall) {
        return LocalDateTime.parse(onWall).atZone(PARIS).toInstant();
    }
}
