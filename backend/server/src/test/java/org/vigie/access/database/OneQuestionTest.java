package org.vigie.access.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

/** What is asked in one exchange sees its own jurisdiction, and leaves nothing of it on the connection. */
@ServiceTest
class OneQuestionTest {

    /** More than the driver needs to have the server keep the statement, and than the pool has connections. */
    private static final int TIMES = 40;

    private static final String WHERE = "access.current_jurisdiction()::text";

    @Autowired
    OneQuestion question;

    @Autowired
    TestJurisdictions jurisdictions;

    @Autowired
    @Qualifier("mapReader")
    JdbcClient reader;

    @Test
    void eachIsAskedInTheJurisdictionThatIsOpen() {
        Jurisdiction one = jurisdictions.square();
        Jurisdiction other = jurisdictions.square();
        for (int i = 0; i < TIMES; i++) {
            Jurisdiction open = i % 3 == 0 ? one : other;
            String seen = CurrentJurisdiction.inside(open, () -> question.ask(String.class, WHERE));
            assertThat(seen).isEqualTo(open.id().toString());
            String towns = CurrentJurisdiction.inside(
                    open, () -> question.ask(String.class, "(select string_agg(code, ' ') from map.jurisdiction)"));
            assertThat(towns).isEqualTo(open.code());
        }
    }

    @Test
    void nothingOfItStaysOnTheConnection() {
        Jurisdiction town = jurisdictions.square();
        for (int i = 0; i < TIMES; i++) {
            String seen = CurrentJurisdiction.inside(town, () -> question.ask(String.class, WHERE));
            assertThat(seen).isEqualTo(town.id().toString());
            long towns = reader.sql("select count(*) from map.jurisdiction")
                    .query(Long.class)
                    .single();
            assertThat(towns).isZero();
        }
    }

    @Test
    void withoutAJurisdictionNothingIsAsked() {
        assertThatThrownBy(() -> question.ask(String.class, WHERE)).isInstanceOf(IllegalStateException.class);
    }
}
