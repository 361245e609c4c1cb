/**
 * Answered: what the requester and the followers of a request see and are told, behind a link that nobody can guess.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "geo",
            "access",
            "territory",
            "catalogue",
            "catalogue :: calendar",
            "team",
            "request",
            "intake",
            "intake :: *",
            "dispatch",
            "intervention",
            "reply",
            "notification"
        })
package org.vigie.citizen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
