package org.vigie.testing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.vigie.access.Ids;
import org.vigie.access.SignedInAccount;
import org.vigie.team.Rota;
import org.vigie.team.Shift;
import org.vigie.team.SkillBook;
import org.vigie.team.TeamDraft;
import org.vigie.team.WorkingHours;

/** One thing of every kind that the page of the teams can name. */
@TestComponent
public class FurnishedStaffing {

    private static final LocalDate DAY = LocalDate.of(2031, 1, 6);

    private final TestCity cities;
    private final WorkingHours hours;
    private final Rota rota;
    private final SkillBook skills;

    FurnishedStaffing(TestCity cities, WorkingHours hours, Rota rota, SkillBook skills) {
        this.cities = cities;
        this.hours = hours;
        this.rota = rota;
        this.skills = skills;
    }

    /** @return ids by kind */
    Map<String, String> furnish(TestCity.City city, SignedInAccount somebody) {
        UUID person = somebody.accountId();
        UUID shift = Ids.next();
        UUID duty = Ids.next();
        UUID absence = Ids.next();
        UUID skill = Ids.next();
        return cities.inside(city.jurisdiction(), () -> {
            List<Shift.Span> night = List.of(new Shift.Span(DayOfWeek.MONDAY, LocalTime.of(22, 0), LocalTime.of(6, 0)));
            hours.put(new Shift(shift, "NUIT", "nuit", night), 0, "");
            rota.put(new Rota.Duty(duty, city.east().id(), shift, null, DAY, DAY), 0, "");
            rota.put(new Rota.Absence(absence, person, null, DAY, DAY), 0);
            skills.put(new SkillBook.Skill(skill, "ELECTRICITE", "électricité", TeamDraft.SkillKind.SKILL), 0, "");
            return Map.of(
                    "person", person.toString(),
                    "shift", shift.toString(),
                    "duty", duty.toString(),
                    "absence", absence.toString(),
                    "skill", skill.toString());
        });
    }
}
