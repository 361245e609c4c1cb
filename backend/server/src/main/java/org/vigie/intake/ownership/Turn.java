package org.vigie.intake.ownership;

/**
 * What a new request gets when it is its turn.
 *
 * @param number the next of its year
 * @param deal of the loads of that moment, which nobody else changes by a new request before this transaction ends
 */
public record Turn(String number, OwnerDeal deal) {}
