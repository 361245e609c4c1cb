package org.vigie.catalogue;

import java.util.UUID;

/**
 * A category promises otherwise, and requests that run shall have it so, too. Published inside the transaction that changed it.
 *
 * @param reason in the words of whoever changed it
 */
public record PromisesChanged(UUID categoryId, Promises promises, String reason) {}
