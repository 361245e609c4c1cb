package org.vigie.dispatch.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.vigie.testing.TestCity.as;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Shifts, weeks on call and absences are planned at the desk, and the next urgent request goes by them. */
@ServiceTest
class RotaTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    Clock clock;

    private TestCity.City city;
    private StaffingDesk desk;
    private UUID shift;
    private LocalDate today;

    @BeforeEach
    void aShiftRoundTheClock() throws Exception {
        city = cities.make();
        desk = new StaffingDesk(http, cities, city);
        today = LocalDate.ofInstant(clock.instant(), city.jurisdiction().zone());
        shift = Ids.next();
        String spans = IntStream.rangeClosed(1, 7)
                .mapToObj(day -> span(day, "00:00", "24:00"))
                .collect(Collectors.joining(","));
        assertThat(put("/shifts/" + shift, 0, shiftBody("ASTREINTE", spans)).status())
                .isEqualTo(200);
    }

    @Test
    void theTeamThatIsOnCallGoesForWhatIsUrgentUntilThatIsTakenAway() throws Exception {
        assertThat(teamOf(urgent())).isEqualTo("U1");
        UUID duty = Ids.next();

        Answers planned = put("/duties/" + duty, 0, duty(city.east().id(), "null", today.minusDays(1), null));
        assertThat(planned.<List<String>>at("$.duties[*].teamId"))
                .containsExactly(city.east().id().toString());
        assertThat(planned.<List<Integer>>at("$.shifts[?(@.code=='ASTREINTE')].uses"))
                .containsExactly(1);
        assertThat(teamOf(urgent())).isEqualTo("E2");
        assertThat(desk.delete("/rota/shifts/" + shift, 1).problem()).isEqualTo("shift-in-use");

        assertThat(desk.delete("/rota/duties/" + duty, 0).status()).isEqualTo(412);
        assertThat(desk.delete("/rota/duties/" + duty, 1).<List<Object>>at("$.duties"))
                .isEmpty();
        assertThat(teamOf(urgent())).isEqualTo("U1");
        assertThat(desk.delete("/rota/shifts/" + shift, 1).<List<Object>>at("$.shifts"))
                .isEmpty();
    }

    @Test
    void twoTeamsAreNotOnCallAtOnceAndOneTeamMayNameAnotherOfItsMembersForAWeek() throws Exception {
        SignedInAccount member = cities.account(city, Role.TEAM_MEMBER, city.east());
        put("/duties/" + Ids.next(), 0, duty(city.east().id(), "null", today, null));

        Answers refused = put("/duties/" + Ids.next(), 0, duty(city.west().id(), "null", today.plusDays(7), null));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("duty-taken");
        assertThat(refused.<String>at("$.detail")).contains("E2, Voirie Est");

        String answers = "\"" + member.accountId() + "\"";
        assertThat(put(
                                "/duties/" + Ids.next(),
                                0,
                                duty(city.east().id(), answers, today.plusDays(7), today.plusDays(13)))
                        .status())
                .isEqualTo(200);
        assertThat(put("/duties/" + Ids.next(), 0, duty(city.west().id(), answers, today, today))
                        .problem())
                .isEqualTo("duty-member");
    }

    @Test
    void whoeverIsAwayIsStoodInForByTheDeputy() throws Exception {
        SignedInAccount away = cities.account(city, Role.TEAM_MEMBER, city.east());
        SignedInAccount deputy = cities.account(city, Role.HEAD);
        put("/duties/" + Ids.next(), 0, duty(city.east().id(), "\"" + away.accountId() + "\"", today, null));
        UUID absence = Ids.next();

        Answers planned = put("/absences/" + absence, 0, absence(away, deputy, today, today.plusDays(2)));
        assertThat(planned.<List<String>>at("$.absences[*].deputyId"))
                .containsExactly(deputy.accountId().toString());
        assertThat(planned.<List<Boolean>>at("$.people[?(@.id=='" + away.accountId() + "')].onDuty"))
                .containsExactly(false);
        assertThat(read(urgent()).<String>at("$.assignment.reason")).contains(deputy.name(), "remplace");

        assertThat(put("/absences/" + Ids.next(), 0, absence(away, away, today, today))
                        .problem())
                .isEqualTo("delegation-to-oneself");
        assertThat(put("/absences/" + Ids.next(), 0, absence(away, deputy, today, today.minusDays(1)))
                        .problem())
                .isEqualTo("period-reversed");
        assertThat(desk.delete("/rota/absences/" + absence, 1).<List<Object>>at("$.absences"))
                .isEmpty();
    }

    @Test
    void hoursAreUnderstoodOrRefusedWithWhatToDo() throws Exception {
        assertThat(put("/shifts/" + Ids.next(), 0, shiftBody("NUIT", span(1, "22h", "6h")))
                        .problem())
                .isEqualTo("shift-hours-malformed");
        assertThat(put(
                                "/shifts/" + Ids.next(),
                                0,
                                shiftBody("NUIT", span(1, "22:00", "06:00") + "," + span(1, "22:00", "23:00")))
                        .problem())
                .isEqualTo("shift-hours-twice");
        assertThat(put("/shifts/" + Ids.next(), 0, shiftBody("ASTREINTE", span(1, "22:00", "06:00")))
                        .problem())
                .isEqualTo("shift-code-taken");
        assertThat(put("/shifts/" + Ids.next(), 0, shiftBody("NUIT", "")).status())
                .isEqualTo(422);
        Answers night = put("/shifts/" + Ids.next(), 0, shiftBody("NUIT", span(5, "22:00", "06:00")));
        assertThat(night.<List<String>>at("$.shifts[?(@.code=='NUIT')].spans[*].ends"))
                .containsExactly("06:00");
    }

    @Test
    void itIsSaidDuringWhichShiftsSomebodyWorks() throws Exception {
        SignedInAccount head = cities.account(city, Role.HEAD);
        String path = "/people/" + head.accountId() + "/shifts";

        Answers told = put(path, 0, "{\"shiftIds\":[\"" + shift + "\"],\"reason\":\"rentrée\"}");
        assertThat(told.<List<String>>at("$.people[?(@.id=='" + head.accountId() + "')].shiftIds[*]"))
                .containsExactly(shift.toString());
        assertThat(put(path, 1, "{\"shiftIds\":[\"" + Ids.next() + "\"],\"reason\":\"\"}")
                        .problem())
                .isEqualTo("reference-unknown");
        assertThat(put("/people/" + Ids.next() + "/shifts", 0, "{\"shiftIds\":[],\"reason\":\"\"}")
                        .status())
                .isEqualTo(404);
    }

    private Answers put(String path, int revision, String body) throws Exception {
        return desk.put("/rota" + path, revision, body);
    }

    private static String span(int weekday, String starts, String ends) {
        return "{\"weekday\":%d,\"starts\":\"%s\",\"ends\":\"%s\"}".formatted(weekday, starts, ends);
    }

    private static String shiftBody(String code, String spans) {
        return "{\"code\":\"%s\",\"name\":\"astreinte\",\"spans\":[%s],\"reason\":\"essai\"}".formatted(code, spans);
    }

    private String duty(UUID team, String account, LocalDate first, @org.jspecify.annotations.Nullable LocalDate last) {
        return "{\"teamId\":\"%s\",\"shiftId\":\"%s\",\"accountId\":%s,\"firstDay\":\"%s\",\"lastDay\":%s,\"reason\":\"\"}"
                .formatted(team, shift, account, first, last == null ? "null" : "\"" + last + "\"");
    }

    private static String absence(SignedInAccount away, SignedInAccount deputy, LocalDate first, LocalDate last) {
        return "{\"accountId\":\"%s\",\"deputyId\":\"%s\",\"firstDay\":\"%s\",\"lastDay\":\"%s\"}"
                .formatted(away.accountId(), deputy.accountId(), first, last);
    }

    private String urgent() throws Exception {
        return resident.report(city, "danger", "{}", "[]").id().toString();
    }

    private Answers read(String id) throws Exception {
        return Answers.to(
                http,
                get("/" + city.jurisdiction().code() + "/api/desk/requests/" + id)
                        .with(as(desk.administrator)));
    }

    private String teamOf(String id) throws Exception {
        return read(id).at("$.team.code");
    }
}
