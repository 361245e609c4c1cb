package org.vigie.catalogue;

import java.util.UUID;

/**
 * Who answers for something: the commune, its social-action centre, the agglomeration, the department for its roads.
 *
 * @param worksHere has services and teams in Vigie; what falls to another one is forwarded to it
 */
public record Organisation(UUID id, String name, boolean worksHere) {}
