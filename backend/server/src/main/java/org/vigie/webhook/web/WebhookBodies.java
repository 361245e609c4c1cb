package org.vigie.webhook.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.access.web.SettingBody;
import org.vigie.webhook.DeadLetters;
import org.vigie.webhook.EventKind;
import org.vigie.webhook.WaitingEvent;
import org.vigie.webhook.Webhook;

/** Webhooks as the settings page reads and writes them. */
final class WebhookBodies {

    private WebhookBodies() {}

    record ListBody(List<WebhookBody> items) {}

    /**
     * @param kinds that it hears; empty: all
     * @param categories by code; empty: all
     * @param groundId in which a request must lie; absent: anywhere
     * @param failingSince nothing was taken since then
     * @param pausedAt it failed for so long that it is tried no more until somebody resumes it
     * @param secret only in the answer to what made it
     */
    record WebhookBody(
            UUID id,
            String name,
            String address,
            Webhook.Content content,
            Set<EventKind> kinds,
            Set<String> categories,
            @Nullable UUID groundId,
            long taken,
            int waiting,
            int givenUp,
            @Nullable Instant lastTakenAt,
            @Nullable Instant failingSince,
            @Nullable Instant pausedAt,
            @Nullable String lastError,
            @Nullable String secret,
            SettingBody setting) {}

    /**
     * @param groundId a named piece of ground; or {@code sectorId} of a sector that becomes one
     * @param reason why, for those who look later
     */
    record ChangeBody(
            @NotBlank @Size(max = 120) String name,
            @NotBlank @Size(max = 2000) String address,
            @NotNull Webhook.Content content,
            @NotNull @Size(max = 20) Set<@NotNull EventKind> kinds,
            @NotNull @Size(max = 1000) Set<@NotBlank @Size(max = 60) String> categories,
            @Nullable UUID groundId,
            @Nullable UUID sectorId,
            @NotNull @Size(max = 500) String reason) {}

    record ReasonBody(@NotNull @Size(max = 500) String reason) {}

    /** @param error absent when it was taken */
    record TrialBody(boolean taken, @Nullable String error) {}

    record DeadLettersBody(List<DeadLetterBody> items) {}

    /** @param id that the receiver would read */
    record DeadLetterBody(
            UUID id,
            UUID requestId,
            int sequence,
            EventKind kind,
            Instant happenedAt,
            Instant givenUpAt,
            int attempts,
            @Nullable String lastError) {}

    /** @param eventId absent: all */
    record ReplayBody(@Nullable UUID eventId) {}

    record ReplayedBody(int sentAgain) {}

    static WebhookBody of(Webhook hook, DeadLetters.Standing standing, @Nullable String secret, SettingBody setting) {
        Webhook.Health health = standing.health();
        return new WebhookBody(
                hook.id(),
                hook.name(),
                hook.address(),
                hook.content(),
                hook.filter().kinds(),
                hook.filter().categories(),
                hook.filter().groundId().orElse(null),
                health.taken(),
                standing.waiting(),
                standing.givenUp(),
                health.lastTakenAt().orElse(null),
                health.failingSince().orElse(null),
                health.pausedAt().orElse(null),
                health.lastError().orElse(null),
                secret,
                setting);
    }

    static DeadLetterBody of(WaitingEvent event) {
        return new DeadLetterBody(
                event.id(),
                event.requestId(),
                event.sequence(),
                event.kind(),
                event.happenedAt(),
                event.givenUpAt().orElseThrow(),
                event.attempts(),
                event.lastError().orElse(null));
    }
}
