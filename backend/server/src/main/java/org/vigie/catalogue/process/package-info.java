/**
 * How a category's requests are dealt with, in versions.
 *
 * <p>A {@link org.vigie.catalogue.process.ProcessContent} says everything: who may ask, what is asked, promised, done and reported. It is
 * drafted, reviewed by a referent of its service, and published from an instant on; what is published is never edited. When a version
 * takes effect, the category's own columns and promises are written from it in the same transaction: they are what the flow reads, and
 * the version is where they come from. A request keeps the version that it began with. A category that has no version yet stands as its
 * columns say.
 */
@NullMarked
@NamedInterface("process")
package org.vigie.catalogue.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
