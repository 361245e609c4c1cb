package org.vigie.forwarding;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.catalogue.CompetenceDraft;
import org.vigie.testing.Resident;
import org.vigie.testing.TestCity;

/** A town, and the server of the authority that it sends requests to. */
abstract class ConnectedTown {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    CompetenceDraft competences;

    @Autowired
    JdbcClient jdbc;

    final RemoteStub remote = new RemoteStub();
    ForwardingTown town;

    @BeforeEach
    void open() {
        town = ForwardingTown.make(http, cities, resident, competences);
    }

    @AfterEach
    void close() {
        remote.close();
    }

    final Resident.Case followed(String more) throws Exception {
        town.connect(remote.address(), more);
        Resident.Case it = town.report();
        town.eventuallyIs("FOLLOWED", it);
        return it;
    }
}
