package org.vigie.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.forwarding.ForwardingTown.eventually;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.process.ProcessAdmission;
import org.vigie.testing.Answers;
import org.vigie.testing.AskedQuestions;
import org.vigie.testing.Resident;

/** What was answered here leaves as the other side asks for it: where an administrator named an attribute, and nowhere else. */
@ForwardingServiceTest
class AnswersSentOnTest extends ConnectedTown {

    private static final String QUESTIONS = """
            [{"code":"profondeur","text":"Quelle profondeur ?","type":"CHOICE",
              "choices":[{"code":"leger","label":"Moins de 5 cm"},{"code":"profond","label":"Profond"}]},
             {"code":"eau","text":"De l’eau dedans ?","type":"YES_NO"},
             {"code":"jour","text":"Depuis quel jour ?","type":"DATE"},
             {"code":"taille","text":"Quelle taille ?","type":"NUMBER"},
             {"code":"secret","text":"Qui êtes-vous ?","type":"TEXT"}]
            """;
    private static final String ANSWERS =
            "{\"profondeur\":\"leger\",\"eau\":true,\"jour\":\"2026-04-30\",\"taille\":\"0.5\",\"secret\":\"Xylographe\"}";
    private static final String NAMED =
            ",\"attributes\":{\"nid-de-poule\":{\"profondeur\":\"DEPTH\",\"eau\":\"WET\",\"jour\":\"SINCE\",\"taille\":\"SIZE\"}}";
    private static final String AS_JSON = """
            {"service_code":"POT","attributes":[
             {"variable":true,"code":"DEPTH","datatype":"singlevaluelist","required":true,"order":1,"description":"Depth",
              "values":[{"key":"D1","name":"moins de 5 CM"},{"key":"D2","name":"Deep"}]},
             {"variable":true,"code":"WET","datatype":"multivaluelist","required":false,"order":2,"description":"Wet",
              "values":[{"key":"yes","name":"Yes"},{"key":"no","name":"No"}]},
             {"variable":true,"code":"SINCE","datatype":"datetime","required":false,"order":3,"description":"Since"},
             {"variable":true,"code":"SIZE","datatype":"number","required":false,"order":4,"description":"Size"},
             {"variable":false,"code":"NOTE","datatype":"string","required":false,"order":5,"description":"Call us first"}]}
            """;
    private static final String AS_XML = """
            <?xml version="1.0" encoding="utf-8"?><service_definition><service_code>POT</service_code><attributes>
             <attribute><variable>true</variable><code>DEPTH</code><datatype>singlevaluelist</datatype><required>true</required>
              <order>1</order><description>Depth</description><values><value><key>D1</key><name>moins de 5 CM</name></value>
              <value><key>D2</key><name>Deep</name></value></values></attribute>
             <attribute><variable>true</variable><code>WET</code><datatype>multivaluelist</datatype><required>false</required>
              <order>2</order><description>Wet</description><values><value><key>yes</key><name>Yes</name></value></values></attribute>
             <attribute><variable>true</variable><code>SINCE</code><datatype>datetime</datatype><order>3</order></attribute>
             <attribute><variable>true</variable><code>SIZE</code><datatype>number</datatype><order>4</order></attribute>
             <attribute><variable>false</variable><code>NOTE</code><datatype>string</datatype></attribute></attributes></service_definition>
            """;

    @Autowired
    Categories categories;

    @Autowired
    ProcessAdmission admission;

    @BeforeEach
    void ask() {
        cities.inside(town.city().jurisdiction(), () -> {
            admission.admit(categories.findOffered("nid-de-poule").orElseThrow(), AskedQuestions.of(QUESTIONS));
            return true;
        });
    }

    private Resident.Case answering() throws Exception {
        return resident.answering(town.city(), "nid-de-poule", ANSWERS);
    }

    private List<String> staffTexts(Resident.Case it) throws Exception {
        return town.detail(it).at("$.history[?(@.entry=='TOLD_BY_AUTHORITY')].staffText");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSON", "XML"})
    void eachAnswerGoesAsTheAttributeThatIsNamedForItInTheFormThatIsAskedThere(String format) throws Exception {
        remote.definitions.put("POT", format.equals("JSON") ? AS_JSON : AS_XML.strip());
        town.connect(remote.address(), NAMED + ",\"format\":\"" + format + "\"");
        Resident.Case it = answering();
        town.eventuallyIs("FOLLOWED", it);
        assertThat(remote.posts.getFirst())
                .containsEntry("attribute[DEPTH]", "D1")
                .containsEntry("attribute[WET][]", "yes")
                .containsEntry("attribute[SINCE]", "2026-04-30T00:00:00+02:00")
                .containsEntry("attribute[SIZE]", "0.5");
        assertThat(remote.posts.getFirst().toString()).doesNotContain("Xylographe", "secret");
        assertThat(staffTexts(it)).noneMatch(words -> words.contains("réponses"));
    }

    @Test
    void whereNoneIsNamedNoAnswerLeavesAndNobodyIsAskedForADefinition() throws Exception {
        remote.definitions.put("POT", AS_JSON);
        town.connect(remote.address(), "");
        town.eventuallyIs("FOLLOWED", answering());
        assertThat(remote.posts.getFirst().keySet()).noneMatch(name -> name.startsWith("attribute["));
        assertThat(remote.asked).noneMatch(path -> path.contains("/services/"));
    }

    @Test
    void anAnswerThatTheirListDoesNotHaveIsLeftOutAndToldToStaff() throws Exception {
        remote.definitions.put("POT", AS_JSON.replace("moins de 5 CM", "Shallow"));
        town.connect(remote.address(), NAMED);
        Resident.Case it = answering();
        town.eventuallyIs("FOLLOWED", it);
        assertThat(remote.posts.getFirst())
                .doesNotContainKey("attribute[DEPTH]")
                .containsKey("attribute[SIZE]");
        assertThat(staffTexts(it)).anyMatch(words -> words.contains("Quelle profondeur ?"));
    }

    @Test
    void aServiceThatAsksNothingIsSentNothingAndStaffAreTold() throws Exception {
        town.connect(remote.address(), NAMED);
        Resident.Case it = answering();
        town.eventuallyIs("FOLLOWED", it);
        assertThat(remote.posts.getFirst().keySet()).noneMatch(name -> name.startsWith("attribute["));
        assertThat(staffTexts(it)).anyMatch(words -> words.contains("Quelle profondeur ?"));
    }

    @Test
    void whileTheDefinitionCannotBeReadNothingIsPosted() throws Exception {
        remote.definitions.put("POT", "{\"attributes\":");
        town.connect(remote.address(), NAMED);
        Resident.Case it = answering();
        eventually(() -> town.card(it).text().contains("neither JSON nor XML"));
        assertThat(remote.posts).isEmpty();
        remote.definitions.put("POT", AS_JSON);
        town.eventuallyIs("FOLLOWED", it);
        assertThat(remote.posts).hasSize(1);
    }

    @Test
    void anAdministratorReadsWhatIsAskedThere() throws Exception {
        remote.definitions.put("POT", AS_JSON);
        town.connect(remote.address(), ",\"on\":false");
        Answers asked = town.act("/definition", "{\"service\":\"POT\"}");
        assertThat(asked.<List<String>>at("$.attributes[*].code")).containsExactly("DEPTH", "WET", "SINCE", "SIZE");
        assertThat(asked.<List<Boolean>>at("$.attributes[*].required")).containsExactly(true, false, false, false);
        assertThat(town.act("/definition", "{\"service\":\"NONE\"}").<String>at("$.error"))
                .contains("404");
        assertThat(town.act("/trial").<List<Boolean>>at("$.services[*].asks")).containsExactly(true, false);
        assertThat(town.save(1, ForwardingTown.body(remote.address(), ",\"attributes\":{\"nowhere\":{\"x\":\"Y\"}}"))
                        .problem())
                .isEqualTo("reference-unknown");
        assertThat(town.save(1, ForwardingTown.body(remote.address(), NAMED))
                        .<String>at("$.attributes['nid-de-poule'].taille"))
                .isEqualTo("SIZE");
    }
}
