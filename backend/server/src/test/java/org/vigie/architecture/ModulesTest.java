package org.vigie.architecture;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.vigie.Vigie;

class ModulesTest {

    @Test
    void everyPackageUsesOnlyWhatStandsBeforeItInTheFlow() {
        ApplicationModules.of(Vigie.class).verify();
    }
}
