package org.vigie.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.ExpiringPersonalData;
import org.vigie.access.Jurisdiction;
import org.vigie.access.JurisdictionDirectory;

/** Removes, every night, the personal data whose day has come. What fails in one place is told and does not spare the others. */
@Component
class PersonalDataRemoval {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataRemoval.class);

    private final JurisdictionDirectory jurisdictions;
    private final List<ExpiringPersonalData> kinds;
    private final Clock clock;

    PersonalDataRemoval(JurisdictionDirectory jurisdictions, List<ExpiringPersonalData> kinds, Clock clock) {
        this.jurisdictions = jurisdictions;
        this.kinds = List.copyOf(kinds);
        this.clock = clock;
    }

    void removeAll() {
        for (Jurisdiction jurisdiction : jurisdictions.list()) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
            CurrentJurisdiction.inside(jurisdiction, () -> kinds.forEach(kind -> remove(kind, today)));
        }
    }

    private static void remove(ExpiringPersonalData kind, LocalDate today) {
        String code = CurrentJurisdiction.get().code();
        try {
            int removed = kind.removeExpired(today);
            if (removed > 0) {
                LOG.info("{}: removed {} expired {}", code, removed, kind.description());
            }
        } catch (RuntimeException e) {
            LOG.error("{}: expired {} could not be removed", code, kind.description(), e);
        }
    }
}
