package org.vigie.demo;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.catalogue.Commitment;
import org.vigie.dispatch.escalation.LadderStep;
import org.vigie.dispatch.escalation.Ladders;
import org.vigie.dispatch.reminder.Dormancies;

/** Who of the demo city hears of what nobody does in time. */
@Component
class Hierarchy {

    private static final int IDLE_DAYS = 30;

    private final Ladders ladders;
    private final Dormancies dormancies;

    Hierarchy(Ladders ladders, Dormancies dormancies) {
        this.ladders = ladders;
        this.dormancies = dormancies;
    }

    void stand() {
        dormancies.write(new Dormancies.Dormancy(Optional.of(IDLE_DAYS), Map.of()));
        climb(Commitment.ACKNOWLEDGE, 1, Duration.ZERO, Role.REFERENT, "La demande n’a pas encore été accusée.");
        climb(Commitment.ON_SITE, 1, Duration.ZERO, Role.HEAD, "Personne n’est encore sur place.");
        climb(Commitment.ON_SITE, 2, Duration.ofMinutes(30), Role.SIGNATORY, "Toujours personne sur place.");
        climb(
                Commitment.RESOLVE,
                1,
                Duration.ofHours(24),
                Role.REFERENT,
                "Le délai d’intervention est dépassé d’un jour.");
        climb(
                Commitment.RESOLVE,
                2,
                Duration.ofDays(3),
                Role.HEAD,
                "Le délai d’intervention est dépassé de trois jours.");
        climb(
                Commitment.RESOLVE,
                3,
                Duration.ofDays(10),
                Role.SIGNATORY,
                "Le délai d’intervention est dépassé de dix jours.");
        climb(
                Commitment.RESOLVE,
                4,
                Duration.ofDays(20),
                Role.ELECTED_OFFICIAL,
                "Le délai d’intervention est dépassé de vingt jours.");
        climb(Commitment.REPLY, 1, Duration.ofDays(1), Role.REFERENT, "La réponse est attendue depuis hier.");
    }

    private void climb(Commitment commitment, int position, Duration afterDue, Role target, String message) {
        ladders.add(new LadderStep(
                Ids.next(),
                Optional.empty(),
                commitment,
                position,
                afterDue,
                target,
                message,
                Optional.empty(),
                0,
                LadderStep.StopsOn.KEPT));
    }
}
