package org.vigie.demo.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Accounts;
import org.vigie.access.Role;
import org.vigie.team.Team;
import org.vigie.team.Teams;

/** Those who act: one in each team and three at the desk, engaged for this simulation, and any number of residents. */
@Component
class Troupe {

    private static final int FRONT_OFFICE = 3;

    private final Accounts accounts;
    private final Teams teams;

    Troupe(Accounts accounts, Teams teams) {
        this.accounts = accounts;
        this.teams = teams;
    }

    /**
     * Who is there.
     *
     * @param teams the one who works there, by the team's code; nobody for the desk's own
     */
    record Actors(
            Visitor resident,
            List<Visitor> frontOffice,
            Visitor dispatcher,
            Visitor patroller,
            Visitor administrator,
            Map<String, Visitor> teams) {

        Visitor anyOfTheFrontOffice(SplittableRandom random) {
            return frontOffice.get(random.nextInt(frontOffice.size()));
        }

        Optional<Visitor> of(String team) {
            return Optional.ofNullable(teams.get(team));
        }
    }

    /** Accounts that nobody but this run knows the password of. */
    record Engaged(String mark, String password, List<Team> teams) {

        String email(String part) {
            return "simulation-" + mark + "-" + part.toLowerCase(java.util.Locale.ROOT) + "@aubrelle.example";
        }
    }

    @Transactional
    public Engaged engage() {
        String secret = UUID.randomUUID().toString();
        Engaged engaged = new Engaged(secret.substring(0, 8), secret, teams.list());
        Optional<String> hash = Optional.of(Accounts.hash(secret));
        for (int i = 0; i < FRONT_OFFICE; i++) {
            hire(engaged, "accueil" + i, Role.FRONT_OFFICE, hash);
        }
        hire(engaged, "dispatch", Role.DISPATCHER, hash);
        hire(engaged, "admin", Role.ADMINISTRATOR, hash);
        for (Team team : engaged.teams()) {
            if (team.kind() != Team.Kind.DESK && !team.isLastResort()) {
                Role role = team.kind() == Team.Kind.PATROL ? Role.PATROLLER : Role.TEAM_MEMBER;
                teams.addMember(team.id(), hire(engaged, team.code(), role, hash));
            }
        }
        return engaged;
    }

    private UUID hire(Engaged engaged, String part, Role role, Optional<String> hash) {
        return accounts.add(engaged.email(part), "Simulation " + part, role, hash);
    }

    /** Signs everybody in, over HTTP. */
    static Actors enter(Engaged engaged, Visitor.World world) {
        Map<String, Visitor> workers = new HashMap<>();
        for (Team team : engaged.teams()) {
            if (team.kind() != Team.Kind.DESK && !team.isLastResort()) {
                workers.put(team.code(), in(engaged, team.code(), world));
            }
        }
        Visitor patroller = engaged.teams().stream()
                .filter(team -> team.kind() == Team.Kind.PATROL)
                .flatMap(team -> Optional.ofNullable(workers.get(team.code())).stream())
                .findFirst()
                .orElseThrow();
        return new Actors(
                new Visitor(world),
                List.of(in(engaged, "accueil0", world), in(engaged, "accueil1", world), in(engaged, "accueil2", world)),
                in(engaged, "dispatch", world),
                patroller,
                in(engaged, "admin", world),
                workers);
    }

    private static Visitor in(Engaged engaged, String part, Visitor.World world) {
        return new Visitor(world).signIn(engaged.email(part), engaged.password());
    }
}
