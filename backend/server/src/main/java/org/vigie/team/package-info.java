/**
 * Who works: teams, their members, the ground and categories they cover and when, what they know and have, where they were last seen.
 *
 * <p>{@link org.vigie.team.Coverage} answers for every occasion with one team and the rule that chose it. Urgent: the team on call for the
 * hour, then the urgent team. Then a team of the responsible service, when that is not the category's own; then who covers sector and
 * category, the category, the sector, each during a shift before always; then the sector's default team, which a trigger of the database
 * gives to every sector that serves. Teams that lack a skill or means which the category needs are passed over. The team of last resort
 * takes what is left, so that no request is ever without somebody. Whoever is absent is stood in for by the deputy.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"geo", "access", "territory", "catalogue", "catalogue :: process"})
package org.vigie.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
