package org.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.vigie.access.FrenchSpaces;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;
import picocli.CommandLine;

@ServiceTest
class LocateCommandTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    TestCity cities;

    TestCity.City city;

    @BeforeEach
    void makeCity() {
        city = cities.make();
    }

    @Test
    void saysForACategoryWhichOrganisationAndTeamAnswerAndWhy() {
        String answer = located("--category", "danger", "2.02", "47.05");

        assertThat(JsonPath.<String>read(answer, "$.sector.code")).isEqualTo("W");
        assertThat(JsonPath.<String>read(answer, "$.organisation")).isEqualTo("Ville");
        assertThat(JsonPath.<String>read(answer, "$.why"))
                .isEqualTo("Compétence : Ville, dont relève le service « Voirie municipale ».");
        assertThat(JsonPath.<String>read(answer, "$.team.code")).isEqualTo("U1");
        assertThat(JsonPath.<String>read(answer, "$.teamWhy")).isEqualTo("Urgence : U1, Urgences va partout.");
    }

    @Test
    void saysWithoutACategoryWhoServesTheSector() {
        String answer = located("2.08", "47.05");

        assertThat(JsonPath.<String>read(answer, "$.team.code")).isEqualTo("E2");
        assertThat(answer).doesNotContain("organisation");
    }

    private String located(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(beans.createBean(LocateCommand.class)).setOut(new PrintWriter(out));
        String[] all = new String[arguments.length + 1];
        all[0] = "--jurisdiction=" + city.jurisdiction().code();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        assertThat(line.execute(all)).isZero();
        return out.toString().replace(FrenchSpaces.NARROW, " ");
    }
}
