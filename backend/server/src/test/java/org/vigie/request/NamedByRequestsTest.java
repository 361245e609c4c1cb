package org.vigie.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** What a request names exists and goes on existing, also without foreign keys that look it up row by row. */
@ServiceTest
class NamedByRequestsTest {

    @Autowired
    Resident resident;

    @Autowired
    TestCity cities;

    @Autowired
    JdbcClient jdbc;

    private TestCity.City city;

    @BeforeEach
    void report() throws Exception {
        city = resident.report("nid-de-poule", "null").city();
    }

    @Test
    void aTeamOfAnotherCityIsRefused() {
        UUID foreign = cities.make().west().id();

        assertThatThrownBy(() -> change("update request.request set team_id = :id", foreign))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("a team of its own city");
    }

    @Test
    void aSectorOfAnotherVersionThanThePlacingOneIsRefused() {
        assertThatThrownBy(() -> change("update request.request set sector_version_id = :id", UUID.randomUUID()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("the version that placed it");
    }

    @Test
    void theOtherSectorOfTheSameVersionIsTaken() {
        assertThat(change("update request.request set sector_id = :id", city.eastSector()))
                .isOne();
    }

    @Test
    void nothingThatTheyNameCanBeDeleted() {
        for (String deletion : List.of(
                "delete from team.team where team_id = :id",
                "delete from territory.sector_shape where sector_id = :id")) {
            assertThatThrownBy(() -> change(deletion, city.westSector()))
                    .as(deletion)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private int change(String sql, UUID id) {
        return cities.inside(
                city.jurisdiction(), () -> jdbc.sql(sql).param("id", id).update());
    }
}
