package org.vigie.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.access.Accounts;
import org.vigie.access.Role;
import org.vigie.catalogue.CatalogueDraft;
import org.vigie.demo.life.Cast;
import org.vigie.demo.life.Names;
import org.vigie.intake.address.FoldedText;
import org.vigie.team.Teams;

/** Makes accounts and remembers who is in which team. */
final class Hiring {

    /** Where people are written down. */
    record Offices(Accounts accounts, Teams teams, CatalogueDraft catalogue) {}

    private final Offices offices;
    private final Map<String, UUID> teamIds;
    private final Map<String, UUID> services;
    private final List<DemoAccount> demoAccounts = new ArrayList<>();
    private final Map<UUID, Cast.Member> members = new HashMap<>();
    private final List<Cast.Member> frontOffice = new ArrayList<>();

    Hiring(Offices offices, Map<String, UUID> teamIds, Map<String, UUID> services) {
        this.offices = offices;
        this.teamIds = teamIds;
        this.services = services;
    }

    void hire(Sheets.Person person) {
        String email = FoldedText.of(person.name()).replace(' ', '.') + "@aubrelle.example";
        Optional<String> password = person.part().map(part -> Passwords.next());
        UUID id = offices.accounts().add(email, person.name(), person.role(), password.map(Accounts::hash));
        password.ifPresent(
                secret -> demoAccounts.add(new DemoAccount(person.part().orElseThrow(), email, secret)));
        person.team().map(teamIds::get).ifPresent(team -> {
            offices.teams().addMember(team, id);
            members.putIfAbsent(team, new Cast.Member(id, person.name()));
        });
        person.service()
                .map(services::get)
                .ifPresent(service -> offices.catalogue().referent(id, service));
        if (person.role() == Role.FRONT_OFFICE) {
            frontOffice.add(new Cast.Member(id, person.name()));
        }
    }

    void fill(Sheets.Staff staff, Names names) {
        for (Sheets.Crew crew : staff.teams()) {
            for (int i = 0; i < crew.members(); i++) {
                hire(new Sheets.Person(
                        names.colleague(),
                        Role.TEAM_MEMBER,
                        Optional.empty(),
                        Optional.of(crew.code()),
                        Optional.empty()));
            }
        }
        List<String> codes = List.copyOf(services.keySet());
        long named = staff.people().stream()
                .filter(person -> person.role() == Role.REFERENT)
                .count();
        for (int i = 0; i < staff.referents() - named; i++) {
            hire(new Sheets.Person(
                    names.colleague(),
                    Role.REFERENT,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(codes.get(i % codes.size()))));
        }
    }

    List<DemoAccount> demoAccounts() {
        return List.copyOf(demoAccounts);
    }

    Map<UUID, Cast.Member> members() {
        return Map.copyOf(members);
    }

    List<Cast.Member> frontOffice() {
        return List.copyOf(frontOffice);
    }
}
