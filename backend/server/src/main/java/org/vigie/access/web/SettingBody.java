package org.vigie.access.web;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.access.SettingChange;

/**
 * Who changed a setting last.
 *
 * @param revision to be sent back as If-Match; 0: nobody has changed it
 */
public record SettingBody(
        int revision,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        @Nullable String reason) {

    public static SettingBody of(Optional<SettingChange> latest) {
        return latest.map(change -> new SettingBody(change.revision(), change.at(), change.by(), change.reason()))
                .orElse(new SettingBody(0, null, null, null));
    }
}
