package org.vigie.forwarding.web;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.forwarding.ConnectionTrial;
import org.vigie.forwarding.Connections;
import org.vigie.forwarding.ForwardingDesk;
import org.vigie.forwarding.web.ConnectionBodies.NotThereBody;
import org.vigie.forwarding.web.ConnectionBodies.SentAgainBody;
import org.vigie.forwarding.web.ConnectionBodies.TrialBody;

/** How sending on goes, and what administrators do about what was not taken. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/connections/{id}")
class SendingOnController {

    private final Connections connections;
    private final ConnectionTrial trial;
    private final ForwardingDesk desk;
    private final ForwardingReading reading;

    SendingOnController(
            Connections connections, ConnectionTrial trial, ForwardingDesk desk, ForwardingReading reading) {
        this.connections = connections;
        this.trial = trial;
        this.desk = desk;
        this.reading = reading;
    }

    @PostMapping("/trial")
    TrialBody tryOut(@PathVariable UUID id) {
        return ConnectionBodies.of(trial.of(id));
    }

    /** What they ask of whoever reports something of one service. */
    @PostMapping("/definition")
    ConnectionBodies.DefinitionBody define(@PathVariable UUID id, @Valid @RequestBody ConnectionBodies.AskedBody body) {
        return ConnectionBodies.of(trial.asked(id, body.service()));
    }

    @GetMapping("/not-there")
    NotThereBody list(@PathVariable UUID id) {
        connections.get(id);
        return new NotThereBody(
                desk.listNotThere(id).stream().map(reading::body).toList());
    }

    @PostMapping("/replay")
    SentAgainBody replay(@PathVariable UUID id) {
        connections.get(id);
        return new SentAgainBody(desk.sendAllAgain(id));
    }
}
