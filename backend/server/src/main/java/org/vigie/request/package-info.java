/**
 * The request itself: its states, its promises and its append-only history.
 *
 * <p>A {@link org.vigie.request.Request} is written here and nowhere else. Each change goes through a stated transition, appends to the
 * history who did it, when and why, raises the revision (updates carry the one they read), and publishes a
 * {@link org.vigie.request.RequestChanged} that later steps hear inside the same transaction.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "geo",
            "access",
            "territory",
            "catalogue",
            "catalogue :: calendar",
            "catalogue :: process",
            "team"
        })
package org.vigie.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
