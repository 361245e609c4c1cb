package org.vigie.webhook;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import tools.jackson.databind.json.JsonMapper;

/** Sends a hook a document that tells of nothing, so that both sides see whether they understand each other. */
@Component
public class Trial {

    private final Receivers receivers;
    private final JsonMapper json;
    private final Clock clock;

    Trial(Receivers receivers, JsonMapper json, Clock clock) {
        this.receivers = receivers;
        this.json = json;
        this.clock = clock;
    }

    /** @return why it was not taken; empty when it was */
    public Optional<String> send(Webhook hook) {
        String id = Ids.next().toString();
        byte[] body = json.writeValueAsBytes(Map.of(
                "id", id,
                "event", "TRIAL",
                "jurisdiction", CurrentJurisdiction.get().code(),
                "content", hook.content(),
                "happenedAt", clock.instant()));
        Receivers.Outcome outcome = receivers.post(hook, body, Map.of("Vigie-Event-Id", id));
        return outcome.isTaken() ? Optional.empty() : Optional.of(outcome.error());
    }
}
