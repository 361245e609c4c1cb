/**
 * Where it happens: the requests of a period on the ground, as density, as hot spots, step by step, against another period and against what
 * is there to be reported.
 *
 * <p>The ground is cut into squares of a {@link org.vigie.geo.MetreGrid}: every square that touches the jurisdiction counts, also those
 * without a request. Methods are named and plain: density by a quartic kernel of a stated radius ({@link org.vigie.dashboard.analysis.Heat});
 * hot spots by Getis-Ord Gi* over a square and its eight neighbours ({@link org.vigie.dashboard.analysis.GetisOrd}); two periods by the exact
 * conditional test of two Poisson rates ({@link org.vigie.dashboard.analysis.Chance}). Where many tests are made at once, what is called more
 * than chance keeps the false discovery rate at 5 % (Benjamini and Hochberg). Every number is recounted by {@code sql/recount/analysis}.
 */
@NullMarked
package org.vigie.dashboard.analysis;

import org.jspecify.annotations.NullMarked;
