package org.vigie.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.vigie.demo.life.Case;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.Channel;
import org.vigie.team.Team;
import org.vigie.team.Teams;

/** Where each team was seen a few minutes ago: at its work, on the way to it, or where it worked last. */
@Component
class Whereabouts {

    /** About a kilometre short of where it is going. */
    private static final double STILL_TO_GO_DEGREES = 0.008;

    private final Teams teams;

    Whereabouts(Teams teams) {
        this.teams = teams;
    }

    void tell(List<Case> cases, Instant now) {
        int minutes = 1;
        for (Team team : teams.list()) {
            if (team.kind() != Team.Kind.DESK) {
                Optional<Case> last = last(cases, team);
                Instant seen = now.minus(Duration.ofMinutes(minutes % 6)).minusSeconds(20L * minutes);
                last.ifPresent(at -> tell(team, at, seen));
                minutes += 2;
            }
        }
    }

    private void tell(Team team, Case at, Instant seen) {
        Wgs84Point place = at.request().place().position().orElseThrow();
        boolean onTheWay = at.jobs().stream().anyMatch(job -> job.step().equals("EN_ROUTE"));
        Wgs84Point shown = onTheWay
                ? new Wgs84Point(place.longitudeDegrees() - STILL_TO_GO_DEGREES, place.latitudeDegrees())
                : place;
        teams.seen(team.id(), shown, onTheWay ? 90.0 : null, seen);
    }

    /** The patroller, who has no jobs, is where the last thing was that was seen on a round. */
    private static Optional<Case> last(List<Case> cases, Team team) {
        List<Case> own = cases.stream()
                .filter(each -> each.request().place().position().isPresent())
                .filter(each -> team.kind() == Team.Kind.PATROL
                        ? each.request().channel() == Channel.PATROL
                        : each.request().assignment().teamId().equals(team.id()))
                .toList();
        Optional<Case> atWork = own.reversed().stream()
                .filter(each -> each.jobs().stream()
                        .anyMatch(job ->
                                job.step().equals("ON_SITE") || job.step().equals("EN_ROUTE")))
                .findFirst();
        return atWork.or(() -> own.isEmpty() ? Optional.empty() : Optional.of(own.getLast()));
    }
}
