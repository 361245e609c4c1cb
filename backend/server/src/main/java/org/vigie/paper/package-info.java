/**
 * Paper, shared by whatever is printed: a page of XHTML becomes a PDF that a screen reader can read. The fonts are embedded and nothing is
 * fetched: what is printed today is printed alike in ten years.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.vigie.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
