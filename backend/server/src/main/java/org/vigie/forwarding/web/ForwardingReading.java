package org.vigie.forwarding.web;

import org.springframework.stereotype.Component;
import org.vigie.catalogue.Organisation;
import org.vigie.catalogue.Organisations;
import org.vigie.forwarding.Forwarding;
import org.vigie.forwarding.ForwardingDesk;
import org.vigie.forwarding.web.ConnectionBodies.ForwardingBody;
import org.vigie.request.Requests;

/** A forwarding with the names that people know it by. */
@Component
class ForwardingReading {

    private final Requests requests;
    private final Organisations organisations;
    private final ForwardingDesk desk;

    ForwardingReading(Requests requests, Organisations organisations, ForwardingDesk desk) {
        this.requests = requests;
        this.organisations = organisations;
        this.desk = desk;
    }

    ForwardingBody body(Forwarding it) {
        return ConnectionBodies.of(
                it,
                requests.get(it.requestId()).number(),
                organisations.find(it.organisationId()).map(Organisation::name).orElse("?"),
                it.stage() == Forwarding.Stage.WITHDRAWN ? desk.ending(it).orElse(null) : null);
    }
}
