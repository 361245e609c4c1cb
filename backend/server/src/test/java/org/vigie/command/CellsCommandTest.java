package org.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.map.PublishedCity;
import org.vigie.map.cells.Cells;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;
import picocli.CommandLine;

@ServiceTest
@Import(PublishedCity.class)
class CellsCommandTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    TestJurisdictions jurisdictions;

    @Autowired
    PublishedCity city;

    @Autowired
    Cells cells;

    private final StringWriter out = new StringWriter();

    @Test
    void itsExitCodeSaysWhetherTheCellsHeldAndAWrongOneIsPutRight() {
        Jurisdiction town = jurisdictions.square();
        city.catalogue(town);
        city.manyRequests(town, 100);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> CurrentJurisdiction.inside(town, cells::areCounted));
        assertThat(run(town)).isZero();
        assertThat(JsonPath.<Integer>read(out.toString(), "$.differing")).isZero();
        city.write(town, "delete from cells.cell where z = 4");
        assertThat(run(town)).isEqualTo(1);
        assertThat(run(town)).isZero();
    }

    private int run(Jurisdiction town) {
        out.getBuffer().setLength(0);
        return new CommandLine(beans.createBean(CellsCommand.class))
                .setOut(new PrintWriter(out))
                .execute("--jurisdiction=" + town.code());
    }
}
