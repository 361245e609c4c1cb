package org.vigie.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Role;
import org.vigie.access.SignedIn;
import org.vigie.access.SignedInAccount;
import org.vigie.dispatch.ownership.FrontDesk;
import org.vigie.dispatch.transmission.Destinations;
import org.vigie.dispatch.transmission.Inboxes;
import org.vigie.team.Attendance;
import org.vigie.team.Present;

/** Who is at the desk, for whom the caller acts, and where requests may be sent. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk")
class FrontDeskController {

    /**
     * @param agents who may follow requests
     * @param actsFor accounts: the caller's own, and of those whose deputy the caller is today
     * @param answersForAll for every service; else for those of {@code inbox}
     */
    record FrontDeskBody(
            List<AgentBody> agents, List<UUID> actsFor, boolean answersForAll, List<Inboxes.Scope> inbox) {}

    record AgentBody(
            UUID id,
            String name,
            Role role,
            boolean onDuty,
            @Nullable Instant nextOnDuty,
            int load,
            @Nullable String deputy) {}

    /** @param until at the latest midnight; until then when it is not given */
    record PresenceBody(
            @NotNull Attendance.State state, @Nullable Instant until) {}

    record Items<T>(List<T> items) {}

    private final FrontDesk frontDesk;
    private final Inboxes inboxes;
    private final Destinations destinations;

    FrontDeskController(FrontDesk frontDesk, Inboxes inboxes, Destinations destinations) {
        this.frontDesk = frontDesk;
        this.inboxes = inboxes;
        this.destinations = destinations;
    }

    @GetMapping("/front-desk")
    FrontDeskBody get() {
        SignedInAccount account = SignedIn.get();
        return new FrontDeskBody(
                frontDesk.list().stream().map(FrontDeskController::body).toList(),
                inboxes.people(account.accountId()),
                Inboxes.answersForAll(account.role()),
                inboxes.scopes(account.accountId()));
    }

    @PutMapping("/front-desk/presence")
    FrontDeskBody say(@Valid @RequestBody PresenceBody body) {
        frontDesk.say(SignedIn.get().accountId(), body.state(), Optional.ofNullable(body.until()));
        return get();
    }

    @GetMapping("/services")
    Items<Destinations.Service> services() {
        return new Items<>(destinations.list());
    }

    private static AgentBody body(FrontDesk.Agent agent) {
        return new AgentBody(
                agent.candidate().accountId(),
                agent.candidate().name(),
                agent.candidate().role(),
                agent.onDuty(),
                agent.candidate().nextOnDuty().orElse(null),
                agent.candidate().load(),
                agent.deputy().map(Present::name).orElse(null));
    }
}
