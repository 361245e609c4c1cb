package org.vigie.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.access.Refusal;

class TemplateFieldTest {

    @Test
    void knowsEveryFieldInBothLanguages() {
        for (TemplateField field : TemplateField.values()) {
            assertThatCode(() -> TemplateField.check("fr", "{" + field.name("fr") + "} {" + field.name("en") + "}"))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void namesEveryFieldThatDoesNotExist() {
        assertThatThrownBy(() -> TemplateField.check("fr", "{numéro} {prenom} {adresse} {Nom}"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.name()).isEqualTo("template-field-unknown");
                    assertThat(refusal.values().get(0)).isEqualTo("{prenom}, {Nom}");
                    assertThat(refusal.values().get(1).toString()).contains("{numéro}", "{signataire}");
                });
    }

    @Test
    void aValueIsNotReadForFieldsAgain() {
        String filled = TemplateField.fill(
                "Bonjour {demandeur}, n° {number}.",
                Map.of(TemplateField.REQUESTER, "{number} $1 \\ <b>", TemplateField.NUMBER, "2026-000001"));

        assertThat(filled).isEqualTo("Bonjour {number} $1 \\ <b>, n° 2026-000001.");
    }
}
