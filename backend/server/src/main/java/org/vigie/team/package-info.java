/**
 * Who works: teams, their members, the ground and categories they cover, where they were last seen.
 *
 * <p>{@link org.vigie.team.Coverage} answers for every sector and category with one team and the rule that chose it; the team of last resort
 * takes what nobody else covers, so that no request is ever without somebody.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"geo", "access", "territory", "catalogue"})
package org.vigie.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
