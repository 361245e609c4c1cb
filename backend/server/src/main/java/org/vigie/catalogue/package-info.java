/**
 * What one may ask for, which organisation and service answer for it, and what they promise.
 *
 * <p>Two levels: a domain (Voirie) and its categories (Nid-de-poule). A category names its usual service, the promises (an
 * amount and a unit, round the clock or on a calendar), whether it is private or urgent, and the glyph that every map draws for it.
 * Calendars say when somebody works and answers the hotline; their arithmetic is in {@code calendar}.
 *
 * <p>What a category says comes from its process, in {@code process}: questions, promises, steps, in versions that are drafted, reviewed and
 * published. Its file is in {@code process.file}.
 *
 * <p>Who is competent for a category at a place: of the competences that hold then and cover the category, those told for a road that
 * the position lies on (no farther from its middle than half its width, in metres) go before those for an area of their own, these
 * before those for a sector, these before those for everywhere; then one for the category goes before one for its domain, and this
 * before one for all; then the smallest code, compared by Unicode code point. Without any, it is the organisation of the category's
 * service. An organisation that does not work here is forwarded what is its own.
 *
 * <p>A category is offered everywhere unless activations are told for it; without one of its own, those of its domain count. Stop messages
 * tell people what is known already, and may refuse reports meanwhile.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"geo", "access", "territory"})
package org.vigie.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
