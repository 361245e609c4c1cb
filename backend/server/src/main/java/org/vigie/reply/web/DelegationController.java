package org.vigie.reply.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Accounts;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.access.Role;
import org.vigie.access.SignedIn;
import org.vigie.access.SignedInAccount;
import org.vigie.team.Deputies;

/** Who decides in the reader's place while they are away, and in whose place the reader decides today. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/delegations")
class DelegationController {

    /** @param candidates who may be named */
    record ListBody(List<DelegationBody> items, List<PersonBody> actingFor, List<PersonBody> candidates) {}

    /** @param lastDay included */
    record DelegationBody(UUID id, @Nullable UUID deputyId, String deputy, LocalDate firstDay, LocalDate lastDay) {}

    record PersonBody(UUID id, String name, Role role) {}

    record NewBody(
            @NotNull UUID deputyId,
            @NotNull LocalDate firstDay,
            @NotNull LocalDate lastDay) {}

    private static final Set<Role> MAY_STAND_IN = EnumSet.of(
            Role.FRONT_OFFICE,
            Role.DISPATCHER,
            Role.REFERENT,
            Role.HEAD,
            Role.SIGNATORY,
            Role.ELECTED_OFFICIAL,
            Role.ADMINISTRATOR);

    private final Deputies deputies;
    private final Accounts accounts;
    private final Clock clock;

    DelegationController(Deputies deputies, Accounts accounts, Clock clock) {
        this.deputies = deputies;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping
    ListBody list() {
        SignedInAccount reader = SignedIn.get();
        return new ListBody(
                deputies.list(reader.accountId(), today()).stream()
                        .map(absence -> new DelegationBody(
                                absence.id(),
                                absence.deputyId().orElse(null),
                                absence.deputyName(),
                                absence.firstDay(),
                                absence.lastDay()))
                        .toList(),
                deputies.principals(reader.accountId(), today()).stream()
                        .map(person -> new PersonBody(person.accountId(), person.name(), person.role()))
                        .toList(),
                candidates(reader));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ListBody name(@Valid @RequestBody NewBody body) {
        SignedInAccount reader = SignedIn.get();
        boolean known = body.deputyId().equals(reader.accountId())
                || candidates(reader).stream().anyMatch(person -> person.id().equals(body.deputyId()));
        if (!known) {
            throw Refusal.invalid("delegate-unknown");
        }
        deputies.name(reader.accountId(), body.deputyId(), body.firstDay(), body.lastDay());
        return list();
    }

    @DeleteMapping("/{id}")
    ListBody end(@PathVariable UUID id) {
        deputies.remove(SignedIn.get().accountId(), id);
        return list();
    }

    private List<PersonBody> candidates(SignedInAccount reader) {
        return MAY_STAND_IN.stream()
                .flatMap(role -> accounts.list(role).stream()
                        .filter(id -> !id.equals(reader.accountId()))
                        .map(id -> new PersonBody(id, accounts.findName(id).orElse(""), role)))
                .sorted(Comparator.comparing(PersonBody::name))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CurrentJurisdiction.get().zone());
    }
}
