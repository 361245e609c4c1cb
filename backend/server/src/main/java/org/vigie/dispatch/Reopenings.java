package org.vigie.dispatch;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.intake.Siting;
import org.vigie.intake.Treatment;
import org.vigie.request.Actor;
import org.vigie.request.Assignment;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.RequestState;
import org.vigie.request.Requests;
import org.vigie.team.Coverages;
import org.vigie.team.Team;
import org.vigie.team.Teams;

/**
 * Opens a request again that had ended: its promises begin anew, the team that had it gets it again unless the service is no longer
 * competent there or the team lacks what the work needs now, and it is on top of its owner's queue.
 */
@Component
public class Reopenings {

    private final Requests requests;
    private final Categories categories;
    private final Siting siting;
    private final Treatment treatment;
    private final Coverages coverages;
    private final Teams teams;

    Reopenings(
            Requests requests,
            Categories categories,
            Siting siting,
            Treatment treatment,
            Coverages coverages,
            Teams teams) {
        this.requests = requests;
        this.categories = categories;
        this.siting = siting;
        this.treatment = treatment;
        this.coverages = coverages;
        this.teams = teams;
    }

    /**
     * @param before as it was locked to be changed
     * @param by who is not content
     * @param reason for staff
     * @throws Refusal transition-not-allowed when it has not ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Request reopen(Request before, Actor by, String reason, Instant at) {
        Request again = before.to(RequestState.REOPENED, at);
        Category category = categories.get(before.categoryId());
        Treatment.Outcome outcome = treatment.of(treatment.again(before, before.place(), category, Optional.empty()));
        Siting.Site site = siting.site(before.place(), category, outcome.choice());
        Request after = isStillCompetent(before.assignment(), site.assignment(), category)
                ? again
                : again.movedTo(before.place(), site.assignment(), at);
        return requests.save(
                before,
                after,
                Entries.change(HistoryEntry.Kind.REOPENED, before, after)
                        .by(by)
                        .toAll("")
                        .toStaff(reason.strip())
                        .at(at));
    }

    private boolean isStillCompetent(Assignment had, Assignment rules, Category category) {
        Optional<Team> team = teams.findActive(had.teamId());
        return had.serviceId().equals(rules.serviceId())
                && team.filter(same -> !same.isLastResort())
                        .filter(same -> coverages.read().missing(same, category).isEmpty())
                        .isPresent();
    }
}
