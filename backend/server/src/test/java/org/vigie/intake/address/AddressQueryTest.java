package org.vigie.intake.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressQueryTest {

    @ParameterizedTest
    @CsvSource({
        "12 rue ga, 12, rue ga",
        "rue gallieni 12, 12, rue gallieni",
        "12 bis Rue de l'Église, 12bis, rue de l eglise",
        "12bis rue X, 12bis, rue x",
        "rue X 12 ter, 12ter, rue x",
        "12 D’Alembert, 12, d alembert",
        "12, 12, ''",
        "rue du 8 mai 1945, 1945, rue du 8 mai",
        "93140 Bondy, '', 93140 bondy",
        "'', '', ''"
    })
    void findsTheHouseNumberFirstOrLast(String typed, String number, String street) {
        AddressQuery query = AddressQuery.of(typed);
        assertThat(query.number()).isEqualTo(number);
        assertThat(String.join(" ", query.street())).isEqualTo(street);
    }

    @Test
    void foldsAccentsCasePunctuationAndLigatures() {
        assertThat(FoldedText.of("  Allée des Sœurs-Grégoire, n°\u00a03 ")).isEqualTo("allee des soeurs gregoire n 3");
        assertThat(FoldedText.of("شارع الحسن الثاني")).isEqualTo("شارع الحسن الثاني");
    }

    @Test
    void wordsCannotBecomeExpressions() {
        assertThat(AddressQuery.patterns(AddressQuery.of(".* (a|b)+ \\m[ $").words()))
                .isEqualTo(List.of("\\ma", "\\mb", "\\mm"));
    }

    @Test
    void aTypedPositionIsLatitudeFirst() {
        assertThat(Address.typedPosition("48.9002, 2.4869")
                        .orElseThrow()
                        .position()
                        .longitudeDegrees())
                .isEqualTo(2.4869);
        assertThat(Address.typedPosition("12 14")).isEmpty();
        assertThat(Address.typedPosition("95.5, 2.4")).isEmpty();
    }
}
