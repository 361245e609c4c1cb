package org.vigie.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.testing.SentStatements;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Each exchange with the database is waited for. */
@ServiceTest
class IntakeStatementsTest {

    private static final int MOST = 5;

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    private TestCity.City city;

    @BeforeEach
    void makeCity() {
        city = cities.make();
    }

    @Test
    void aReportWithAnEMailAddressIsTakenInByFiveExchanges() throws Exception {
        send();

        assertThat(SentStatements.during(this::send)).hasSizeLessThanOrEqualTo(MOST);
    }

    @Test
    void whatIsKeptInMemoryIsAskedForOnce() throws Exception {
        send();

        assertThat(SentStatements.during(this::send).stream().filter(sql -> sql.contains("access.revision")))
                .hasSize(1);
    }

    private int send() throws Exception {
        int status = http.perform(post("/" + city.jurisdiction().code() + "/api/requests")
                        .header("Idempotency-Key", "key-" + UUID.randomUUID())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                        {"category":"nid-de-poule","description":"Gros trou","address":"1 rue des Tanneurs",
                                         "contact":{"name":"Ana","email":"ana@example.org"},
                                         "position":{"type":"Point","coordinates":[2.02,47.05]}}
                                        """))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).isEqualTo(201);
        return status;
    }
}
