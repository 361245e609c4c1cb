/**
 * Aubrelle, the fictional commune that Vigie shows itself with: town, people, teams and three years of requests, the same every time.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "geo",
            "access",
            "territory",
            "catalogue",
            "catalogue :: process",
            "catalogue :: calendar",
            "team",
            "request",
            "request :: rules",
            "intake",
            "intake :: *",
            "dispatch :: escalation",
            "dispatch :: reminder",
            "dispatch :: rules",
            "reply"
        })
package org.vigie.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
