package org.vigie.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.access.SignedIn;
import org.vigie.dispatch.transmission.Transfers;
import org.vigie.request.Assignment;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.Requests;
import org.vigie.team.Team;
import org.vigie.team.Teams;

/** Gives a request to a team, by a person's decision and with the reason kept. */
@Component
public class HandOvers {

    private final Requests requests;
    private final Teams teams;
    private final Transfers transfers;
    private final Clock clock;

    HandOvers(Requests requests, Teams teams, Transfers transfers, Clock clock) {
        this.requests = requests;
        this.teams = teams;
        this.transfers = transfers;
        this.clock = clock;
    }

    /**
     * Assigns the request; giving it to the team that has it already confirms the proposal.
     *
     * @param revision that the dispatcher has seen
     * @throws Refusal not-found, changed-meanwhile, unknown-team, request-is-not-open; reason-missing when it changes hands without one
     */
    @Transactional
    public void assign(UUID requestId, int revision, UUID teamId, String reason) {
        Request before = requests.getToChange(requestId, revision);
        Team team = teams.findActive(teamId).orElseThrow(() -> Refusal.invalid("unknown-team", teamId));
        boolean changesHands = !before.assignment().teamId().equals(teamId);
        if (changesHands && reason.isBlank()) {
            throw Refusal.invalid("reason-missing");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Assignment assignment = changesHands
                ? new Assignment(before.assignment().serviceId(), teamId, Assignment.Rule.DISPATCHER, reason.strip())
                : before.assignment();
        Request after = before.assignedTo(assignment, now);
        String told = team.code() + ", " + team.name() + (reason.isBlank() ? "" : " : " + reason.strip());
        requests.save(
                before,
                after,
                Entries.change(HistoryEntry.Kind.ASSIGNED, before, after)
                        .toAll(team.name())
                        .toStaff(told)
                        .at(now));
        if (changesHands) {
            SignedIn.find()
                    .ifPresent(by -> transfers.decide(
                            requestId,
                            new Transfers.Move(before.assignment(), assignment, reason),
                            by.accountId(),
                            now));
        }
    }
}
