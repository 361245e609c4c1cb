/**
 * What a town may do without. A module that is switched off is not there: its addresses answer 404 ({@code access.web.ModuleRoutes}), the
 * pages leave out what belongs to it, and nothing happens on its account; all that is stored stays, and is there again when it is
 * switched on.
 */
@NullMarked
package org.vigie.access.module;

import org.jspecify.annotations.NullMarked;
