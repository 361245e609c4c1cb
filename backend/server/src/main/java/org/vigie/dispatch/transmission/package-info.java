/**
 * Assigned, and agreed to: the owner transmits a request to a service, which accepts it or gives it back with a reason.
 *
 * <p>That a team is offered its job at once is unchanged: a transmission asks for the yes of the service, which makes the request ASSIGNED,
 * as the yes of the team in the field does. A no takes the job from the team, gives it to the team of last resort and puts the request on
 * top of its owner's queue. Each change of service or team by a person's decision is one transfer, and they are counted.
 */
@NullMarked
package org.vigie.dispatch.transmission;

import org.jspecify.annotations.NullMarked;
