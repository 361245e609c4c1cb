package org.vigie.access;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who may sign in to one jurisdiction.
 *
 * @param email lower case
 * @param passwordHash Argon2id; absent when the account signs in elsewhere
 */
public record Account(UUID id, String email, String name, Role role, Optional<String> passwordHash, boolean active) {}
