package org.vigie.open311;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** What is reported by Open311 may be about a thing that the town has. */
@ServiceTest
class ReportedAssetTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Clients clients;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theAttributeAssetNamesAThingOfTheTownWhichThenSaysWhereItIs() throws Exception {
        TestCity.City city = cities.make();
        Door door = Door.of(http, cities, clients, city);
        cities.inside(city.jurisdiction(), () -> jdbc.sql("""
                                insert into territory.asset (jurisdiction_id, asset_id, kind, code, location)
                                values (access.current_jurisdiction(), gen_random_uuid(), 'lamp', '4711', st_setsrid(st_makepoint(2.03, 47.04), 4326))
                                """).update());

        Answers taken = door.send(
                "requests.json",
                "service_code",
                "nid-de-poule",
                "description",
                "Trou au pied",
                "attribute[asset]",
                "lamp:4711");
        Answers unknown = door.report("attribute[asset]", "lamp:9");

        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        String about = cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("select a.code from request.request_asset r join territory.asset a using (asset_id)")
                        .query(String.class)
                        .single());
        assertThat(about).isEqualTo("4711");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text()).contains("lamp:9");
    }
}
