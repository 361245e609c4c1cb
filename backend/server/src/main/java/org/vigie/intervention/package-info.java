/**
 * Worked: the job as the team in the field sees it, step by step, each with the time it happened and a receipt for the phone that sent it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "geo",
            "access",
            "territory",
            "catalogue",
            "catalogue :: process",
            "team",
            "request",
            "intake",
            "intake :: *",
            "dispatch",
            "notification"
        })
package org.vigie.intervention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
