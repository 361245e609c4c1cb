package org.vigie.dispatch.staffing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChanges;
import org.vigie.team.Team;
import org.vigie.team.TeamSheet;
import org.vigie.team.TeamSheets;
import org.vigie.team.Teams;

/** Sets a team up, changes it, or stops it. A preview does the same and takes it back. */
@Component
public class TeamChange {

    /** How its changes are kept: followed by its id. */
    public static final String SUBJECT = "team/";

    private static final int MOST_NAMES = 5;

    /**
     * @param wanted how it shall be
     * @param successorId who takes over what it covers when it stops
     * @param seen revision that the caller read; 0 for a team that is new
     */
    public record Wanted(TeamSheet wanted, Optional<UUID> successorId, int seen, String reason) {}

    /**
     * What stopping it moves; nothing else moves anything.
     *
     * @param requests open ones that go to others
     * @param goingTo to whom, most first
     * @param ground cells of the coverage and sectors that another team takes or that end
     * @param duties periods on call that end
     * @param rules codes of active rules that name it and choose it no more
     */
    public record Effect(int requests, List<Heirs.Share> goingTo, int ground, int duties, List<String> rules) {

        static final Effect NONE = new Effect(0, List.of(), 0, 0, List.of());
    }

    private final TeamSheets sheets;
    private final Teams teams;
    private final Heirs heirs;
    private final SettingChanges changes;
    private final Clock clock;

    TeamChange(TeamSheets sheets, Teams teams, Heirs heirs, SettingChanges changes, Clock clock) {
        this.sheets = sheets;
        this.teams = teams;
        this.heirs = heirs;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @throws Refusal setting-changed-meanwhile, team-code-stays, team-code-taken, reference-unknown, member-on-call; when it stops:
     *     team-is-last-resort, team-has-sectors, unknown-team for its successor
     */
    @Transactional
    public Effect make(Wanted change) {
        TeamSheet wanted = change.wanted();
        Team team = wanted.team();
        Optional<TeamSheet> before = sheets.lock(team.id());
        before.map(TeamSheet::team)
                .filter(had -> !had.code().equals(team.code()))
                .ifPresent(had -> {
                    throw Refusal.invalid("team-code-stays", had.code());
                });
        changes.note(SUBJECT + team.id(), change.seen(), change.reason());
        boolean stops = !wanted.active() && before.filter(TeamSheet::active).isPresent();
        if (stops) {
            return stop(before.get().team(), change);
        }
        write(wanted);
        return Effect.NONE;
    }

    /** As {@link #make}, and takes it back. */
    @Transactional
    public Effect preview(Wanted change) {
        Effect effect = make(change);
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return effect;
    }

    private Effect stop(Team team, Wanted change) {
        if (team.isLastResort()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "team-is-last-resort", team.name());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int ground = change.successorId()
                .map(successor -> sheets.giveGround(team.id(), successor(team, successor)))
                .orElseGet(() -> endGround(team));
        int duties = sheets.endDuties(
                team.id(), LocalDate.ofInstant(now, CurrentJurisdiction.get().zone()));
        write(change.wanted());
        List<Heirs.Share> shares = heirs.handOver(team, now);
        return new Effect(
                shares.stream().mapToInt(Heirs.Share::requests).sum(),
                shares,
                ground,
                duties,
                heirs.rulesNaming(team.id()));
    }

    private UUID successor(Team team, UUID id) {
        return teams.findActive(id)
                .map(Team::id)
                .filter(other -> !other.equals(team.id()))
                .orElseThrow(() -> Refusal.invalid("unknown-team", id));
    }

    /** A sector is never without a team: where this one is the default, somebody must be named. */
    private int endGround(Team team) {
        List<String> sectors = sheets.sectorsOf(team.id());
        if (!sectors.isEmpty()) {
            String named = sectors.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
            String rest = sectors.size() > MOST_NAMES ? ", …" : "";
            throw new Refusal(Refusal.Kind.CONFLICT, "team-has-sectors", team.name(), named + rest);
        }
        return sheets.endCoverage(team.id());
    }

    private void write(TeamSheet wanted) {
        List<String> onCall = sheets.onCallBesides(wanted);
        if (!onCall.isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "member-on-call", String.join(", ", onCall));
        }
        try {
            sheets.write(wanted);
        } catch (DuplicateKeyException taken) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT, "team-code-taken", wanted.team().code());
        } catch (DataIntegrityViolationException pointsNowhere) {
            throw Refusal.invalid("reference-unknown");
        }
    }
}
