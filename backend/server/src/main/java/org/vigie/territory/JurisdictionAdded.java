package org.vigie.territory;

import org.vigie.access.Jurisdiction;

/** A jurisdiction has just been added and is open. Published inside its transaction: what a listener cannot do undoes it. */
public record JurisdictionAdded(Jurisdiction jurisdiction) {}
