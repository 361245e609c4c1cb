package org.vigie.team.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.SettingChange;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.team.Attendance;
import org.vigie.team.Attendances;
import org.vigie.team.People;
import org.vigie.team.Rota;
import org.vigie.team.Shifts;
import org.vigie.team.TeamSheet;
import org.vigie.team.TeamSheets;
import org.vigie.team.WorkingHours;

/** Shifts, who is on call in which week, who is away and who stands in. Ids are the client's, so that a change may be repeated. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/staffing/rota")
class RotaController {

    private final Rota rota;
    private final WorkingHours hours;
    private final Shifts shifts;
    private final People people;
    private final Attendances attendances;
    private final TeamSheets sheets;
    private final SettingChanges changes;
    private final Clock clock;

    RotaController(
            Rota rota,
            WorkingHours hours,
            Shifts shifts,
            People people,
            Attendances attendances,
            TeamSheets sheets,
            SettingChanges changes,
            Clock clock) {
        this.rota = rota;
        this.hours = hours;
        this.shifts = shifts;
        this.people = people;
        this.attendances = attendances;
        this.sheets = sheets;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping
    RotaBodies.RotaBody read() {
        ZonedDateTime now = clock.instant().atZone(CurrentJurisdiction.get().zone());
        return new RotaBodies.RotaBody(
                now.toLocalDate(),
                shifts(),
                duties(now.toLocalDate()),
                absences(now.toLocalDate()),
                people(now),
                sheets.list().stream()
                        .filter(TeamSheet::active)
                        .map(sheet -> new RotaBodies.TeamBody(
                                sheet.team().id(),
                                sheet.team().code(),
                                sheet.team().name(),
                                sheet.members()))
                        .toList());
    }

    @PutMapping("/shifts/{id}")
    RotaBodies.RotaBody putShift(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody RotaBodies.NewShiftBody body) {
        hours.put(body.toShift(id), revision.number(), body.reason());
        return read();
    }

    @DeleteMapping("/shifts/{id}")
    RotaBodies.RotaBody removeShift(@PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) Revision revision) {
        hours.remove(id, revision.number());
        return read();
    }

    @PutMapping("/duties/{id}")
    RotaBodies.RotaBody putDuty(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody RotaBodies.NewDutyBody body) {
        rota.put(body.toDuty(id), revision.number(), body.reason());
        return read();
    }

    @DeleteMapping("/duties/{id}")
    RotaBodies.RotaBody removeDuty(@PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) Revision revision) {
        rota.removeDuty(id, revision.number());
        return read();
    }

    @PutMapping("/absences/{id}")
    RotaBodies.RotaBody putAbsence(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody RotaBodies.NewAbsenceBody body) {
        rota.put(body.toAbsence(id), revision.number());
        return read();
    }

    @DeleteMapping("/absences/{id}")
    RotaBodies.RotaBody removeAbsence(@PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) Revision revision) {
        rota.removeAbsence(id, revision.number());
        return read();
    }

    @PutMapping("/people/{id}/shifts")
    RotaBodies.RotaBody expect(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody RotaBodies.HoursBody body) {
        hours.expect(id, body.shiftIds(), revision.number(), body.reason());
        return read();
    }

    private List<RotaBodies.ShiftBody> shifts() {
        Map<UUID, Integer> uses = hours.uses();
        Map<String, SettingChange> latest = changes.list(WorkingHours.SHIFTS);
        return shifts.list().stream()
                .map(shift -> new RotaBodies.ShiftBody(
                        shift.id(),
                        shift.code(),
                        shift.name(),
                        shift.spans().stream().map(RotaBodies::body).toList(),
                        uses.getOrDefault(shift.id(), 0),
                        setting(latest, shift.id())))
                .toList();
    }

    private List<RotaBodies.DutyBody> duties(LocalDate today) {
        Map<String, SettingChange> latest = changes.list(Rota.DUTIES);
        return rota.duties(today).stream()
                .map(duty -> new RotaBodies.DutyBody(
                        duty.id(),
                        duty.teamId(),
                        duty.shiftId(),
                        duty.accountId(),
                        duty.firstDay(),
                        duty.lastDay(),
                        setting(latest, duty.id())))
                .toList();
    }

    private List<RotaBodies.AbsenceBody> absences(LocalDate today) {
        Map<String, SettingChange> latest = changes.list(Rota.ABSENCES);
        return rota.absences(today).stream()
                .map(absence -> new RotaBodies.AbsenceBody(
                        absence.id(),
                        absence.accountId(),
                        absence.deputyId(),
                        absence.firstDay(),
                        absence.lastDay(),
                        setting(latest, absence.id())))
                .toList();
    }

    private List<RotaBodies.PersonBody> people(ZonedDateTime now) {
        Attendance attendance = attendances.read();
        Map<UUID, List<UUID>> expected = hours.people();
        Map<String, SettingChange> latest = changes.list(WorkingHours.PEOPLE);
        return people.list().stream()
                .map(person -> new RotaBodies.PersonBody(
                        person.id(),
                        person.name(),
                        person.role(),
                        expected.getOrDefault(person.id(), List.of()),
                        attendance.isOnDuty(person.id(), now),
                        setting(latest, person.id())))
                .toList();
    }

    private static SettingBody setting(Map<String, SettingChange> latest, UUID id) {
        return SettingBody.of(Optional.ofNullable(latest.get(id.toString())));
    }
}
