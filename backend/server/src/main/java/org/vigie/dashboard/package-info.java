/**
 * Shown: figures of what came in and what became of it. Reads what the earlier steps keep and changes nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"geo", "access", "territory"})
package org.vigie.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
