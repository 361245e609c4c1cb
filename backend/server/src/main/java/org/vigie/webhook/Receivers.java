package org.vigie.webhook;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.vigie.access.Refusal;
import org.vigie.access.outside.OutsideCalls;

/** Hands a signed document to the system behind a hook. */
@Component
class Receivers {

    private static final int LONGEST_ERROR = 500;

    private final OutsideCalls calls;
    private final WebhookSecrets secrets;
    private final Clock clock;

    Receivers(OutsideCalls calls, WebhookSecrets secrets, Clock clock) {
        this.calls = calls;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param isAnswered somebody was there, whatever they said
     * @param error empty when it was taken
     */
    record Outcome(boolean isTaken, boolean isAnswered, String error) {

        private static Outcome of(OutsideCalls.Answer answer) {
            return new Outcome(answer.isGood(), true, answer.isGood() ? "" : "HTTP " + answer.status());
        }

        private static Outcome failure(Exception cause) {
            String told = cause.getClass().getSimpleName() + ": " + cause.getMessage();
            return new Outcome(false, false, told.substring(0, Math.min(told.length(), LONGEST_ERROR)));
        }
    }

    Outcome send(Webhook hook, WaitingEvent event, byte[] body) {
        return post(
                hook,
                body,
                Map.of("Vigie-Event-Id", event.id().toString(), "Vigie-Sequence", Integer.toString(event.sequence())));
    }

    Outcome post(Webhook hook, byte[] body, Map<String, String> headers) {
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.put("Vigie-Signature", secrets.signature(hook, clock.instant().getEpochSecond(), body));
        try {
            return Outcome.of(calls.call(
                    new OutsideCalls.Call("POST", hook.address(), all, "application/json; charset=utf-8", body)));
        } catch (IOException | Refusal nobody) {
            return Outcome.failure(nobody);
        }
    }
}
