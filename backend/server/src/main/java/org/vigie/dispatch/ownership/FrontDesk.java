package org.vigie.dispatch.ownership;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.intake.ownership.OwnerCandidate;
import org.vigie.intake.ownership.Owners;
import org.vigie.team.Attendance;
import org.vigie.team.Attendances;
import org.vigie.team.Present;

/** Who is at the desk now, with how much to follow. */
@Component
public class FrontDesk {

    /**
     * Somebody who may follow requests.
     *
     * @param deputy who stands in for them today
     */
    public record Agent(OwnerCandidate candidate, boolean onDuty, Optional<Present> deputy) {}

    private final Owners owners;
    private final Attendances attendances;
    private final Clock clock;

    FrontDesk(Owners owners, Attendances attendances, Clock clock) {
        this.owners = owners;
        this.attendances = attendances;
        this.clock = clock;
    }

    /** The front office first, then those who take its place where there is none; each by name. */
    @Transactional(readOnly = true)
    public List<Agent> list() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, CurrentJurisdiction.get().zone());
        Attendance attendance = attendances.read();
        return owners.list(now).stream()
                .map(candidate -> new Agent(
                        candidate, candidate.isOnDutyAt(now), attendance.deputy(candidate.accountId(), today)))
                .toList();
    }

    /** Somebody says that they are there, or away, until further notice: at the latest until midnight in the commune. */
    @Transactional
    public void say(UUID accountId, Attendance.State state, Optional<Instant> until) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ZoneId zone = CurrentJurisdiction.get().zone();
        Instant midnight =
                LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
        attendances.say(accountId, state, now, until.filter(midnight::isAfter).orElse(midnight));
    }
}
