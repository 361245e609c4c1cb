/**
 * What one may ask for, which service answers, and what it promises.
 *
 * <p>Two levels: a domain (Voirie) and its categories (Nid-de-poule). A category names the responsible service, the commitments in
 * minutes round the clock, whether it is private or urgent, and the glyph that every map draws for it. Opening hours of the hotline
 * are told in the zone of the jurisdiction.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"geo", "access", "territory"})
package org.vigie.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
