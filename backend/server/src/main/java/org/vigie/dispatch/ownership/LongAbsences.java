package org.vigie.dispatch.ownership;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.JurisdictionDirectory;
import org.vigie.intake.ownership.OwnerCandidate;
import org.vigie.intake.ownership.Owners;
import org.vigie.team.Attendance;
import org.vigie.team.Attendances;

/** Whoever is absent for long has their requests spread; for a few days a deputy acts, and they find theirs again. */
@Component
public class LongAbsences {

    /** An absence that lasts so many days more, today included, is long. */
    static final int LONG_DAYS = 7;

    private final Owners owners;
    private final Attendances attendances;
    private final Ownership ownership;
    private final Clock clock;

    LongAbsences(Owners owners, Attendances attendances, Ownership ownership, Clock clock) {
        this.owners = owners;
        this.attendances = attendances;
        this.ownership = ownership;
        this.clock = clock;
    }

    /** Answers with the number of requests that were spread. */
    @Transactional
    public int spread() {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), CurrentJurisdiction.get().zone());
        Attendance attendance = attendances.read();
        List<UUID> away = owners.list(clock.instant()).stream()
                .filter(candidate -> candidate.load() > 0)
                .map(OwnerCandidate::accountId)
                .filter(account -> attendance.isAbsentFor(account, today, LONG_DAYS))
                .toList();
        return away.stream()
                .mapToInt(account -> ownership.spread(account, away))
                .sum();
    }

    /** Looks after them in each jurisdiction. */
    @Configuration(proxyBeanMethods = false)
    static class Rounds {

        private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(15);

        @Bean
        RecurringTask<Void> spreadWhatTheAbsentFollow(JurisdictionDirectory jurisdictions, LongAbsences absences) {
            return Tasks.recurring("spread-what-the-absent-follow", FixedDelay.of(BETWEEN_LOOKS))
                    .execute((task, context) -> jurisdictions
                            .list()
                            .forEach(jurisdiction -> CurrentJurisdiction.inside(jurisdiction, () -> {
                                absences.spread();
                            })));
        }
    }
}
