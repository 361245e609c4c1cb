package org.vigie.request.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is not right in a rule is refused by name, with where it is; what is right is read whole. */
class RuleReaderTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SOMETHING = "{\"priority\":\"HIGH\"}";

    private final Vocabulary vocabulary = vocabulary();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rule-unknown-key | if | {'colour':['red']}",
                "rule-unknown-key | if | {'category':['hole'],'domain':['roads']}",
                "rule-unknown-key | if.all[1] | {'all':[{'category':['hole']},{'categori':['hole']}]}",
                "rule-unknown-reference | if.category[1] | {'category':['hole','gone']}",
                "rule-unknown-reference | if.domain[0] | {'domain':['gone']}",
                "rule-unknown-reference | if.near[0] | {'near':['GONE']}",
                "rule-unknown-reference | if.any[0].sector[0] | {'any':[{'sector':['S9']}]}",
                "rule-unknown-reference | if.area[0] | {'area':['gone']}",
                "rule-unknown-reference | if.shift[0] | {'shift':['gone']}",
                "rule-unknown-reference | if.calendar | {'calendar':'gone','open':true}",
                "rule-closed-reference | if.not.category[0] | {'not':{'category':['closed']}}",
                "rule-empty | if | {}",
                "rule-empty | if.all | {'all':[]}",
                "rule-empty | if.not | {'not':{}}",
                "rule-empty | if.words | {'words':[]}",
                "rule-not-a-list | if.category | {'category':'hole'}",
                "rule-not-an-object | if | ['hole']",
                "rule-not-an-object | if.all[0] | {'all':['hole']}",
                "rule-wrong-value | if.priority[0] | {'priority':['VERY']}",
                "rule-wrong-value | if.channel[0] | {'channel':['PIGEON']}",
                "rule-wrong-value | if.requester[0] | {'requester':['GHOST']}",
                "rule-not-a-word | if.words[0] | {'words':['*']}",
                "rule-not-a-word | if.words[1] | {'words':['a','se*ringue']}",
                "rule-not-a-word | if.words[0] | {'words':['…']}",
                "rule-text-missing | if.words[0] | {'words':[' ']}",
                "rule-key-missing | if | {'calendar':'office'}",
                "rule-not-yes-or-no | if.open | {'calendar':'office','open':'yes'}",
                "rule-one-test | if | {'answer':'width'}",
                "rule-one-test | if | {'answer':'width','is':'2','greater':'1'}",
                "rule-not-a-number | if.greater | {'answer':'width','greater':'wide'}",
            })
    void refusesAConditionThatIsNotRight(String name, String path, String when) {
        RuleFault fault = refused(rule(when, SOMETHING));

        assertThat(fault.name()).isEqualTo(name);
        assertThat(fault.path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rule-nothing-follows | then | {}",
                "rule-nothing-follows | then | {'private':false}",
                "rule-unknown-key | then | {'sms':'hello'}",
                "rule-unknown-reference | then.team | {'team':'E9'}",
                "rule-unknown-reference | then.forward | {'forward':'nobody'}",
                "rule-closed-reference | then.forward | {'forward':'ours'}",
                "rule-wrong-value | then.priority | {'priority':'SOON'}",
                "rule-text-missing | then.note | {'note':''}",
            })
    void refusesAnOutcomeThatIsNotRight(String name, String path, String then) {
        RuleFault fault = refused(rule("{'category':['hole']}", then));

        assertThat(fault.name()).isEqualTo(name);
        assertThat(fault.path()).isEqualTo(path);
    }

    @Test
    void refusesAnUnknownFormatAndTextsThatAreTooLong() {
        assertThat(refused(json("{'schema':2,'if':{'category':['hole']},'then':{'priority':'HIGH'}}"))
                        .name())
                .isEqualTo("rule-schema-unknown");
        assertThat(refused(json("{'schema':1,'if':{'category':['hole']}}")).name())
                .isEqualTo("rule-key-missing");
        assertThat(refused(rule("{'category':['hole']}", "{'note':'" + "x".repeat(501) + "'}"))
                        .name())
                .isEqualTo("rule-text-too-long");
    }

    @Test
    void refusesMoreThanEightLevelsAndReadsEight() {
        assertThat(RuleReader.read(rule(nested(7), SOMETHING), vocabulary).references())
                .hasSize(1);
        assertThat(refused(rule(nested(8), SOMETHING)).name()).isEqualTo("rule-too-deep");
    }

    @Test
    void refusesMoreThanTwoHundredConditionsAndReadsTwoHundred() {
        assertThat(RuleReader.read(rule(many(199), SOMETHING), vocabulary).references())
                .hasSize(199);
        assertThat(refused(rule(many(200), SOMETHING)).name()).isEqualTo("rule-too-large");
    }

    @Test
    void whatIsWrittenIsReadBackAsTheSame() {
        JsonNode written = rule(
                """
                {'all':[{'any':[{'category':['hole']},{'domain':['roads']},{'near':['SCHOOL']},{'sector':['S1']},{'area':['centre']},
                {'shift':['NIGHT']},{'calendar':'office','open':false}]},{'not':{'channel':['PHONE','WEB']}},{'danger':['IMMEDIATE']},
                {'priority':['HIGH']},{'requester':['ANONYMOUS']},{'answer':'width','greater':'2,5'},{'answer':'what','is':'a lamp'},
                {'answer':'what','contains':'lamp'},{'words':['seringue*','verre cassé']}]}
                """,
                "{'team':'E1','priority':'URGENT','private':true,'forward':'theirs','note':'gants','message':'bonjour'}");

        RuleReader.Read read = RuleReader.read(written, vocabulary);
        JsonNode canonical = RuleWriter.write(read.text());

        assertThat(RuleReader.read(canonical, vocabulary)).isEqualTo(read);
        assertThat(canonical.get("if")).isEqualTo(written.get("if"));
        assertThat(RuleWriter.sha256(read.text())).hasSize(64);
        assertThat(read.references())
                .extracting(Reference::path)
                .contains("if.all[0].any[6].calendar", "then.team", "then.forward");
    }

    private static String nested(int levels) {
        return "{'not':".repeat(levels) + "{'category':['hole']}" + "}".repeat(levels);
    }

    private static String many(int leaves) {
        return "{'any':[" + String.join(",", java.util.Collections.nCopies(leaves, "{'category':['hole']}")) + "]}";
    }

    private RuleFault refused(JsonNode rule) {
        return catchThrowableOfType(RuleFault.class, () -> RuleReader.read(rule, vocabulary));
    }

    private static JsonNode rule(String when, String then) {
        return json("{'schema':1,'if':" + when + ",'then':" + then + "}");
    }

    private static JsonNode json(String quoted) {
        return JSON.readTree(quoted.replace('\'', '"'));
    }

    private static Vocabulary vocabulary() {
        Map<Reference.Kind, Map<String, Vocabulary.Entry>> entries = new EnumMap<>(Reference.Kind.class);
        entries.put(Reference.Kind.CATEGORY, known("hole", "closed"));
        entries.put(Reference.Kind.DOMAIN, known("roads"));
        entries.put(Reference.Kind.PLACE_CLASS, known("SCHOOL"));
        entries.put(Reference.Kind.SECTOR, known("S1"));
        entries.put(Reference.Kind.AREA, known("centre"));
        entries.put(Reference.Kind.SHIFT, known("NIGHT"));
        entries.put(Reference.Kind.CALENDAR, known("office"));
        entries.put(Reference.Kind.TEAM, known("E1"));
        entries.put(Reference.Kind.ORGANISATION, known("theirs", "ours"));
        return new Vocabulary(entries);
    }

    private static Map<String, Vocabulary.Entry> known(String... codes) {
        Map<String, Vocabulary.Entry> known = new LinkedHashMap<>();
        for (String code : codes) {
            boolean open = !List.of("closed", "ours").contains(code);
            known.put(code, new Vocabulary.Entry(new UUID(0, code.hashCode()), code, code, open));
        }
        return known;
    }
}
