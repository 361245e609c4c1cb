/**
 * Arrives: every channel ends in one {@code Submission} and takes one path of validation to a stored, located and assigned request.
 *
 * <p>Also what helps a report along: photos (read, turned, stripped, stored), address search over the own address table, open
 * requests nearby, and imports from other systems. A submission repeated with the same key is the same request.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "geo",
            "access",
            "territory",
            "territory :: asset",
            "catalogue",
            "catalogue :: process",
            "catalogue :: calendar",
            "team",
            "request",
            "request :: rules",
            "notification"
        })
package org.vigie.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
