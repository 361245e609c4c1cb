package org.vigie.demo.town;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeterminismTest {

    @Test
    void twoGenerationsAreEqualToTheLastDecimal() {
        // Compared with equals: a failure would otherwise print the whole town.
        Town first = Aubrelle.TOWN;
        Town second = Town.aubrelle();
        assertThat(second.boundary().equalsExact(first.boundary())).isTrue();
        assertThat(second.sectors().equals(first.sectors())).as("sectors").isTrue();
        assertThat(second.districts().equals(first.districts())).as("districts").isTrue();
        assertThat(second.areas().equals(first.areas())).as("areas").isTrue();
        assertThat(second.streets().equals(first.streets())).as("streets").isTrue();
        assertThat(second.bridges().equals(first.bridges())).as("bridges").isTrue();
        assertThat(second.rails().equals(first.rails())).as("rails").isTrue();
        assertThat(second.buildings().equals(first.buildings())).as("buildings").isTrue();
        assertThat(second.addresses().equals(first.addresses())).as("addresses").isTrue();
        assertThat(second.assets().equals(first.assets())).as("assets").isTrue();
    }
}
