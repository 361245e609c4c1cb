package org.vigie.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.FrenchSpaces;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Templates, chains and letterhead as they are set up at the desk. */
@ServiceTest
class LetterSettingsTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    private ReplyDesk desk;

    @BeforeEach
    void report() throws Exception {
        desk = new ReplyDesk(
                http,
                cities,
                resident.report("nid-de-poule", "{\"name\":\"Zoé Lefèvre\",\"email\":\"zoe@example.org\"}"));
    }

    @Test
    void aTemplateIsSeenOnPaperWithItsFieldsFilledAndNothingOfARealRequest() throws Exception {
        String words = text("/reply-templates/" + desk.template + "/sample.pdf");
        assertThat(words)
                .contains("EXEMPLE : cette lettre n’est adressée à personne", "Camille Exemple", "Nid-de-poule")
                .doesNotContain("Zoé Lefèvre", "{");
    }

    @Test
    void theLetterheadIsSeenOnPaper() throws Exception {
        String body = "{\"address\":\"1 place de la Mairie\",\"contact\":\"02 48 00 00 00\",\"place\":\"Aubrelle\"}";
        assertThat(desk.put("/letterhead", body).<Integer>at("$.setting.revision"))
                .isEqualTo(1);
        assertThat(text("/letterhead/sample.pdf")).contains("1 place de la Mairie", "02 48 00 00 00", "Aubrelle, le ");
    }

    @Test
    void whoSavesATemplateOnAnOldRevisionIsToldWhoChangedItAndNothingIsSaved() throws Exception {
        String path = "/reply-templates/" + desk.template;
        Answers refused = desk.put(path, ReplyDesk.template("Autre objet", "Autre texte"));
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.<String>at("$.detail")).contains(desk.administrator.name());
        Answers saved = desk.send(
                HttpMethod.PUT,
                desk.desk(path),
                desk.administrator,
                "\"1\"",
                ReplyDesk.template("Autre objet", "Autre texte"));
        assertThat(saved.<String>at("$.subject")).isEqualTo("Autre objet");
        assertThat(saved.<Integer>at("$.setting.revision")).isEqualTo(2);
        Answers without = desk.send(
                HttpMethod.PUT, desk.desk(path), desk.administrator, "", ReplyDesk.template("Objet", "Texte"));
        assertThat(without.status()).isEqualTo(428);
    }

    private String text(String path) throws Exception {
        byte[] bytes = desk.bytes(desk.desk(path), desk.administrator);
        assertThat(Answers.to(http, get(desk.desk(path)).with(TestCity.as(desk.administrator)))
                        .header("Content-Type"))
                .isEqualTo("application/pdf");
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf).replace(FrenchSpaces.NARROW, " ");
        }
    }
}
