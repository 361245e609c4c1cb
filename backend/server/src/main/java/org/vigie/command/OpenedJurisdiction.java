package org.vigie.command;

import org.springframework.stereotype.Component;
import org.vigie.access.Jurisdiction;
import org.vigie.access.JurisdictionDirectory;
import org.vigie.access.Refusal;

/** Finds the jurisdiction that a command names. */
@Component
class OpenedJurisdiction {

    private final JurisdictionDirectory directory;

    OpenedJurisdiction(JurisdictionDirectory directory) {
        this.directory = directory;
    }

    /** @throws Refusal {@code jurisdiction-not-imported} */
    Jurisdiction named(String code) {
        return directory
                .find(code)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "jurisdiction-not-imported", code));
    }
}
