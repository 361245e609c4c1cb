package org.vigie.webhook;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.testing.Resident;
import org.vigie.testing.TestCity;

/** A town, its settings of webhooks, and a system that listens. */
abstract class HookedTown {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    final Receiver receiver = new Receiver();
    TestCity.City city;
    WebhookDesk desk;

    @BeforeEach
    void open() {
        city = cities.make();
        desk = WebhookDesk.of(http, cities, city);
    }

    @AfterEach
    void close() {
        receiver.close();
    }
}
