package org.vigie.catalogue.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.catalogue.process.Questionnaire.Strictness;

class QuestionnaireTest {

    private static final Questionnaire LAMPS = new Questionnaire(List.of(
            question("combien", Question.Type.NUMBER, true, Optional.empty()),
            question("danger", Question.Type.YES_NO, false, Optional.empty()),
            question(
                    "fils", Question.Type.CHOICE, true, Optional.of(new Question.Condition("danger", List.of("true")))),
            question("depuis", Question.Type.DATE, false, Optional.empty()),
            question("note", Question.Type.TEXT, false, Optional.empty())));

    @Test
    void keepsEachAnswerInOneFormInTheOrderOfTheQuestions() {
        assertThat(LAMPS.check(
                        Map.of(
                                "note",
                                " près du parc\r\n",
                                "combien",
                                "2,50",
                                "depuis",
                                "2026-02-28",
                                "danger",
                                "false"),
                        Strictness.PUBLIC))
                .containsExactly(
                        Map.entry("combien", "2.50"),
                        Map.entry("danger", "false"),
                        Map.entry("depuis", "2026-02-28"),
                        Map.entry("note", "près du parc"));
    }

    @Test
    void asksOnlyWhatTheConditionShows() {
        assertThatThrownBy(() -> LAMPS.check(Map.of("combien", "1", "fils", "a"), Strictness.PUBLIC))
                .hasMessageContaining("answer-not-asked");
        assertThatThrownBy(() -> LAMPS.check(Map.of("combien", "1", "danger", "true"), Strictness.PUBLIC))
                .hasMessageContaining("answer-missing");
        assertThat(LAMPS.check(Map.of("combien", "1", "danger", "true", "fils", "a"), Strictness.PUBLIC))
                .hasSize(3);
    }

    @Test
    void refusesWhatItDoesNotAskAndWhatIsOfAnotherKind() {
        assertThatThrownBy(() -> LAMPS.check(Map.of("combien", "1", "couleur", "bleu"), Strictness.PUBLIC))
                .hasMessageContaining("answer-unknown");
        for (String number : List.of("deux", "1e999999999", "NaN", "--1", "1 000")) {
            assertThatThrownBy(() -> LAMPS.check(Map.of("combien", number), Strictness.PUBLIC))
                    .as(number)
                    .hasMessageContaining("answer-malformed");
        }
        for (Map.Entry<String, String> wrong : List.of(
                Map.entry("danger", "oui"),
                Map.entry("depuis", "2026-02-30"),
                Map.entry("depuis", "hier"),
                Map.entry("note", "x".repeat(1_001)))) {
            assertThatThrownBy(() ->
                            LAMPS.check(Map.of("combien", "1", wrong.getKey(), wrong.getValue()), Strictness.DESK))
                    .as(wrong.toString())
                    .hasMessageContaining("answer-malformed");
        }
    }

    @Test
    void demandsRequiredAnswersOfAllButOurOwnPatrollers() {
        assertThatThrownBy(() -> LAMPS.check(Map.of("combien", " "), Strictness.DESK))
                .hasMessageContaining("answer-missing");
        assertThat(LAMPS.check(Map.of(), Strictness.PATROL)).isEmpty();
    }

    @Test
    void anAnswerMayRefuseThePublicAndIsOnlyToldAtTheDesk() {
        Questionnaire diverting = new Questionnaire(List.of(new Question(
                "gaz",
                "Sentez-vous une odeur de gaz ?",
                "",
                Question.Type.YES_NO,
                false,
                Optional.empty(),
                List.of(),
                List.of(new Question.Stop("true", "Appelez le 0 800 47 33 33.", true)))));

        assertThatThrownBy(() -> diverting.check(Map.of("gaz", "true"), Strictness.PUBLIC))
                .hasMessageContaining("answer-refused")
                .hasMessageContaining("0 800 47 33 33");
        assertThat(diverting.check(Map.of("gaz", "true"), Strictness.DESK)).containsEntry("gaz", "true");
        assertThat(diverting.check(Map.of("gaz", "false"), Strictness.PUBLIC)).hasSize(1);
    }

    private static Question question(
            String code, Question.Type type, boolean required, Optional<Question.Condition> onlyIf) {
        List<Question.Choice> choices = type == Question.Type.CHOICE
                ? List.of(new Question.Choice("a", "À nu"), new Question.Choice("b", "Pendants"))
                : List.of();
        return new Question(code, code + " ?", "", type, required, onlyIf, choices, List.of());
    }
}
