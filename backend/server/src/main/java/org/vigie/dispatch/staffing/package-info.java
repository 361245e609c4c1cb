/**
 * What follows for requests when teams are set up otherwise: a team that stops leaves its open requests to those whom the rules name then,
 * in the transaction that stops it.
 */
@NullMarked
package org.vigie.dispatch.staffing;

import org.jspecify.annotations.NullMarked;
