/**
 * Located: the ground. Jurisdictions, their sector sets in dated versions, the polygon lookup and its explanation, and what the
 * offline base map is drawn from.
 *
 * <p>A position falls into exactly one sector of the serving set, by <em>covers</em>: the boundary belongs to the sector. On an
 * edge or corner that several sectors share, the sector with the smallest code (compared by Unicode code point) takes it; where
 * sectors overlap, the greatest priority takes it, then the smallest area, then the smallest code. Outside all of them the nearest
 * takes it within a tolerance; farther away the request says so. Each answer tells the rule, the version and the metres to the nearest
 * edge. Snapshots are immutable, one a sector version, kept in memory and
 * verified against PostGIS in tests.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"geo", "access"})
package org.vigie.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
