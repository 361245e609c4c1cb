package org.vigie.dispatch.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.time.SimulatedClock;
import org.vigie.catalogue.CalendarDraft;
import org.vigie.catalogue.CatalogueDraft;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.Promise;
import org.vigie.catalogue.calendar.HolidayRule;
import org.vigie.catalogue.calendar.Hours;
import org.vigie.catalogue.calendar.Length;
import org.vigie.catalogue.calendar.WorkCalendar;
import org.vigie.demo.time.PassingTime;
import org.vigie.request.HistoryEntry;
import org.vigie.request.RequestHistory;
import org.vigie.testing.Resident;
import org.vigie.testing.SimulatedTimeTest;
import org.vigie.testing.TestCity;

/** What is promised rings at its instant by the simulated clock, exactly: time stands still while what is due is done. */
@SimulatedTimeTest
class OnTimeTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    Ladders ladders;

    @Autowired
    Alarms alarms;

    @Autowired
    CalendarDraft calendars;

    @Autowired
    CatalogueDraft catalogue;

    @Autowired
    Categories categories;

    @Autowired
    RequestHistory history;

    @Autowired
    PassingTime time;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    TestCity.City city;

    @BeforeEach
    void city() {
        city = cities.make();
        cities.account(city, Role.HEAD);
        cities.account(city, Role.SIGNATORY);
        inside(() -> {
            Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
            List.of(DayOfWeek.values())
                    .subList(0, 5)
                    .forEach(day -> week.put(day, List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)))));
            WorkCalendar office = calendars.add(
                    new CalendarDraft.NewCalendar("bureau", "Jours ouvrés", PARIS, HolidayRule.NONE, week, true));
            catalogue.promise(
                    categories.findOffered("nid-de-poule").orElseThrow().id(),
                    Commitment.ACKNOWLEDGE,
                    new Promise(new Length(2, Length.Unit.WORKING_DAYS), office, Optional.empty()));
            step(Commitment.ACKNOWLEDGE, 1, Duration.ZERO, Role.HEAD);
            step(Commitment.ON_SITE, 1, Duration.ZERO, Role.HEAD);
            step(Commitment.ON_SITE, 2, Duration.ofMinutes(30), Role.SIGNATORY);
            return true;
        });
    }

    @Test
    void whatCameInOnFridayAtClosingMustBeAcknowledgedByTuesdayAtClosing() throws Exception {
        ZonedDateTime friday = next(DayOfWeek.FRIDAY, 17);
        Instant tuesday = friday.plusDays(4).toInstant();
        jump(friday.toInstant());
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        // The service acknowledges by itself; here it has not.
        inside(() -> jdbc.sql(
                        "update request.deadline set met_at = null where request_id = :id and commitment = 'ACKNOWLEDGE'")
                .param("id", it.id())
                .update());
        resident.atDesk(it, "/notes", "{\"text\":\"lettre perdue\"}");

        jump(tuesday.minusSeconds(600));
        time.passTo(tuesday.minusSeconds(1));
        assertThat(rung(it, Commitment.ACKNOWLEDGE)).isEmpty();
        time.passTo(tuesday.plusSeconds(3600));
        assertThat(rung(it, Commitment.ACKNOWLEDGE)).containsExactly("BREACH 0 " + tuesday, "STEP 1 " + tuesday);
    }

    @Test
    void whatIsUrgentOnSundayAtTwoWarnsAtHalfPastIsBrokenAtThreeAndClimbsAtItsMinutesEachOnce() throws Exception {
        ZonedDateTime sunday = next(DayOfWeek.SUNDAY, 2);
        Instant halfPast = sunday.plusMinutes(30).toInstant();
        Instant three = sunday.plusHours(1).toInstant();
        Instant halfPastThree = sunday.plusMinutes(90).toInstant();
        jump(sunday.toInstant());
        Resident.Case it = resident.report(city, "danger", "{}", "[]");

        time.passTo(halfPast.minusSeconds(1));
        assertThat(rung(it, Commitment.ON_SITE)).isEmpty();
        time.passTo(halfPast);
        assertThat(rung(it, Commitment.ON_SITE)).containsExactly("WARNING 0 " + halfPast);
        time.passTo(three.minusSeconds(1));
        assertThat(rung(it, Commitment.ON_SITE)).hasSize(1);
        time.passTo(three.plusSeconds(60));
        assertThat(rung(it, Commitment.ON_SITE))
                .containsExactly("WARNING 0 " + halfPast, "BREACH 0 " + three, "STEP 1 " + three);

        time.passTo(halfPastThree.plus(Duration.ofMinutes(20)));
        assertThat(rung(it, Commitment.ON_SITE))
                .containsExactly(
                        "WARNING 0 " + halfPast, "BREACH 0 " + three, "STEP 1 " + three, "STEP 2 " + halfPastThree);
        assertThat(toldAt(it)).containsExactly(three, halfPastThree);
        assertThat(escalatedAt(it)).containsExactly(three, halfPastThree);
    }

    @Test
    void nothingRingsOnceSomebodyIsThere() throws Exception {
        ZonedDateTime sunday = next(DayOfWeek.SUNDAY, 2);
        jump(sunday.toInstant());
        Resident.Case it = resident.report(city, "danger", "{}", "[]");
        time.passTo(sunday.plusMinutes(40).toInstant());
        resident.atDesk(it, "/transitions", "{\"to\":\"IN_PROGRESS\",\"reason\":\"sur place\"}");
        time.passTo(sunday.plusMinutes(95).toInstant());
        assertThat(rung(it, Commitment.ON_SITE))
                .containsExactly("WARNING 0 " + sunday.plusMinutes(30).toInstant());
    }

    /** What was brought in by a file has set no timer. */
    @Test
    void aWarningForWhichNobodyHasSetATimerRingsInTimeNonetheless() throws Exception {
        ZonedDateTime sunday = next(DayOfWeek.SUNDAY, 2);
        Instant halfPast = sunday.plusMinutes(30).toInstant();
        jump(sunday.toInstant());
        Resident.Case it = resident.report(city, "danger", "{}", "[]");
        jdbc.sql("delete from notification.scheduled_task where task_instance like :its")
                .param("its", it.id() + "@%")
                .update();

        time.passTo(halfPast.plusSeconds(60));
        assertThat(rung(it, Commitment.ON_SITE)).containsExactly("WARNING 0 " + halfPast);
    }

    private ZonedDateTime next(DayOfWeek weekday, int hour) {
        return clock.instant()
                .atZone(PARIS)
                .plusDays(1)
                .with(TemporalAdjusters.next(weekday))
                .toLocalDate()
                .atTime(hour, 0)
                .atZone(PARIS);
    }

    /** As if the service had not run meanwhile: what was due in between is late. */
    private void jump(Instant to) {
        ((SimulatedClock) clock).putOn(to);
        time.passTo(to);
    }

    private void step(Commitment commitment, int position, Duration afterDue, Role target) {
        ladders.add(new LadderStep(
                Ids.next(),
                Optional.empty(),
                commitment,
                position,
                afterDue,
                target,
                "Merci d’intervenir",
                Optional.empty(),
                0,
                LadderStep.StopsOn.KEPT));
    }

    /** Kind, position and when it rang; what did not ring when it was due fails here. */
    private List<String> rung(Resident.Case it, Commitment commitment) {
        return inside(() -> alarms.listRung(it.id())).stream()
                .filter(rung -> rung.key().commitment() == commitment)
                .peek(rung -> assertThat(rung.rangAt()).isEqualTo(rung.dueAt()))
                .map(rung -> rung.key().kind() + " " + rung.key().position() + " " + rung.rangAt())
                .toList();
    }

    private List<Instant> toldAt(Resident.Case it) {
        return inside(
                () -> jdbc.sql("select created_at from notification.message where occasion like :about order by 1")
                        .param("about", "escalation/" + it.id() + "/%")
                        .query((row, n) -> row.getTimestamp(1).toInstant())
                        .list());
    }

    private List<Instant> escalatedAt(Resident.Case it) {
        return inside(() -> history.list(it.id())).stream()
                .filter(entry -> entry.kind() == HistoryEntry.Kind.ESCALATED)
                .map(HistoryEntry::at)
                .toList();
    }

    private <T> T inside(Supplier<T> work) {
        return cities.inside(city.jurisdiction(), work);
    }
}
