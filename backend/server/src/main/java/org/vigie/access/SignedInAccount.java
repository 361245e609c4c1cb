package org.vigie.access;

import java.io.Serializable;
import java.util.UUID;

/** Who is signed in, as kept in the session: valid in one jurisdiction only. */
public record SignedInAccount(UUID accountId, UUID jurisdictionId, String name, Role role) implements Serializable {}
