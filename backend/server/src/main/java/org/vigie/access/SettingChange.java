package org.vigie.access;

import java.time.Instant;

/**
 * The latest change of a setting.
 *
 * @param revision how often it has been changed; the next change must have seen it
 * @param by name of whoever made it; Vigie for a command
 * @param reason in their words; may be empty
 */
public record SettingChange(int revision, Instant at, String by, String reason) {}
