package org.vigie.catalogue.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayRuleTest {

    /** From the almanac: a late and an early Easter, leap years, and the two years in which Ascension is another holiday. */
    @ParameterizedTest
    @CsvSource({
        "2024, 2024-03-31",
        "2025, 2025-04-20",
        "2026, 2026-04-05",
        "2027, 2027-03-28",
        "2028, 2028-04-16",
        "2038, 2038-04-25",
        "2008, 2008-03-23",
        "2000, 2000-04-23",
        "1997, 1997-03-30"
    })
    void easterIsWhereTheAlmanacHasIt(int year, LocalDate sunday) {
        assertThat(FrenchHolidays.easter(year)).isEqualTo(sunday);
    }

    @Test
    void franceHasElevenDays() {
        assertThat(HolidayRule.FRANCE.of(2026).keySet())
                .containsExactlyInAnyOrder(days(
                        "2026-01-01",
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-08",
                        "2026-05-14",
                        "2026-05-25",
                        "2026-07-14",
                        "2026-08-15",
                        "2026-11-01",
                        "2026-11-11",
                        "2026-12-25"));
        assertThat(HolidayRule.FRANCE.of(2008)).hasSize(10).containsKey(LocalDate.of(2008, 5, 1));
    }

    @Test
    void alsaceMoselleHasTwoMoreAndOverseasOne() {
        assertThat(HolidayRule.FRANCE_ALSACE_MOSELLE.of(2026))
                .hasSize(13)
                .containsKeys(days("2026-04-03", "2026-12-26"));
        assertThat(HolidayRule.FRANCE_REUNION.of(2026)).hasSize(12).containsKeys(days("2026-12-20"));
        assertThat(HolidayRule.FRANCE_MARTINIQUE.of(2026)).hasSize(12).containsKeys(days("2026-05-22"));
    }

    @Test
    void moroccoHasFixedDaysAndThoseOfTheTable() {
        assertThat(HolidayRule.MOROCCO.of(2025).keySet())
                .containsExactlyInAnyOrder(days(
                        "2025-01-01",
                        "2025-01-11",
                        "2025-01-14",
                        "2025-05-01",
                        "2025-07-30",
                        "2025-08-14",
                        "2025-08-20",
                        "2025-08-21",
                        "2025-11-06",
                        "2025-11-18",
                        "2025-03-31",
                        "2025-04-01",
                        "2025-06-07",
                        "2025-06-08",
                        "2025-06-27",
                        "2025-09-05",
                        "2025-09-06"));
        assertThat(HolidayRule.MOROCCO.on(LocalDate.of(2026, 10, 31))).hasValue("Aïd Al Wahda");
        assertThat(HolidayRule.MOROCCO.of(2023)).doesNotContainKey(LocalDate.of(2023, 1, 14));
    }

    private static LocalDate[] days(String... days) {
        return Arrays.stream(days).map(LocalDate::parse).toArray(LocalDate[]::new);
    }
}
