package org.vigie.team.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.access.Refusal;
import org.vigie.access.Role;
import org.vigie.access.web.SettingBody;
import org.vigie.team.Rota;
import org.vigie.team.Shift;

/** Shifts, periods on call, absences and working hours as they are read and sent. */
final class RotaBodies {

    /** @param today where the town is */
    record RotaBody(
            LocalDate today,
            List<ShiftBody> shifts,
            List<DutyBody> duties,
            List<AbsenceBody> absences,
            List<PersonBody> people,
            List<TeamBody> teams) {}

    /** @param uses how many things hold during it: while there are any, it cannot be removed */
    record ShiftBody(UUID id, String code, String name, List<SpanBody> spans, int uses, SettingBody setting) {}

    /** @param ends on the next day when it is not after {@code starts}; 24:00 is midnight at the end */
    record SpanBody(
            @Min(1) @Max(7) int weekday,
            @NotNull String starts,
            @NotNull String ends) {}

    record DutyBody(
            UUID id,
            UUID teamId,
            UUID shiftId,
            @Nullable UUID accountId,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            SettingBody setting) {}

    record AbsenceBody(
            UUID id,
            UUID accountId,
            @Nullable UUID deputyId,
            LocalDate firstDay,
            LocalDate lastDay,
            SettingBody setting) {}

    /**
     * @param shiftIds during which somebody is expected; none: always
     * @param onDuty whether they are there now, by what they say, else by absences and shifts
     */
    record PersonBody(UUID id, String name, Role role, List<UUID> shiftIds, boolean onDuty, SettingBody setting) {}

    record TeamBody(UUID id, String code, String name, List<UUID> members) {}

    record NewShiftBody(
            @NotNull @Pattern(regexp = "[\\p{Lu}\\p{N}][\\p{Lu}\\p{N}-]{0,39}")
            String code,

            @NotBlank @Size(max = 100) String name,
            @NotEmpty @Size(max = 70) List<@NotNull @Valid SpanBody> spans,
            @NotNull @Size(max = 500) String reason) {

        Shift toShift(UUID id) {
            return new Shift(
                    id, code, name.strip(), spans.stream().map(RotaBodies::span).toList());
        }
    }

    record NewDutyBody(
            @NotNull UUID teamId,
            @NotNull UUID shiftId,
            @Nullable UUID accountId,
            @NotNull LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @NotNull @Size(max = 500) String reason) {

        Rota.Duty toDuty(UUID id) {
            return new Rota.Duty(id, teamId, shiftId, accountId, firstDay, lastDay);
        }
    }

    record NewAbsenceBody(
            @NotNull UUID accountId,
            @Nullable UUID deputyId,
            @NotNull LocalDate firstDay,
            @NotNull LocalDate lastDay) {

        Rota.Absence toAbsence(UUID id) {
            return new Rota.Absence(id, accountId, deputyId, firstDay, lastDay);
        }
    }

    record HoursBody(
            @NotNull @Size(max = 50) List<@NotNull UUID> shiftIds,
            @NotNull @Size(max = 500) String reason) {}

    private RotaBodies() {}

    private static Shift.Span span(SpanBody body) {
        try {
            LocalTime ends = body.ends().equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(body.ends());
            return new Shift.Span(DayOfWeek.of(body.weekday()), LocalTime.parse(body.starts()), ends);
        } catch (DateTimeException notUnderstood) {
            throw Refusal.invalid("shift-hours-malformed", body.starts() + "–" + body.ends());
        }
    }

    static SpanBody body(Shift.Span span) {
        String ends =
                span.ends().equals(LocalTime.MIDNIGHT) ? "24:00" : span.ends().toString();
        return new SpanBody(span.weekday().getValue(), span.starts().toString(), ends);
    }
}
