package org.vigie.citizen;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.JurisdictionDirectory;
import org.vigie.notification.MessageDelivered;
import org.vigie.notification.MessageGivenUp;
import org.vigie.request.Actor;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.RequestHistory;
import org.vigie.request.Requests;

/**
 * Keeps in the history of a request that its acknowledgement went out by e-mail and when, or could not: then whoever called or wrote is
 * owed it again, and a person gives it. The outcome is heard in the transaction that notes it, which only schedules what follows.
 */
@Component
public class AcknowledgementProof {

    static final TaskDescriptor<Outcome> TASK = TaskDescriptor.of("acknowledgement-outcome", Outcome.class);

    private static final Pattern ACKNOWLEDGEMENT =
            Pattern.compile("request/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})/RECEIVED");

    /** @param deliveredAt null when delivery was given up */
    record Outcome(
            UUID jurisdictionId, UUID requestId, @Nullable Instant deliveredAt) {}

    private final Requests requests;
    private final RequestHistory history;
    private final SchedulerClient scheduler;
    private final MessageSource texts;
    private final Clock clock;

    AcknowledgementProof(
            Requests requests, RequestHistory history, SchedulerClient scheduler, MessageSource texts, Clock clock) {
        this.requests = requests;
        this.history = history;
        this.scheduler = scheduler;
        this.texts = texts;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void heard(MessageDelivered delivered) {
        schedule(delivered.occasion(), delivered.messageId(), delivered.at());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void heard(MessageGivenUp givenUp) {
        schedule(givenUp.occasion(), givenUp.messageId(), null);
    }

    private void schedule(String occasion, UUID messageId, @Nullable Instant deliveredAt) {
        Matcher acknowledged = ACKNOWLEDGEMENT.matcher(occasion);
        if (acknowledged.matches()) {
            UUID requestId = UUID.fromString(acknowledged.group(1));
            scheduler.scheduleIfNotExists(
                    TASK.instance(messageId.toString())
                            .data(new Outcome(CurrentJurisdiction.get().id(), requestId, deliveredAt))
                            .build(),
                    clock.instant());
        }
    }

    /** Does nothing the second time. */
    @Transactional
    public void settle(Outcome outcome) {
        Request request = requests.lock(outcome.requestId());
        HistoryEntry.Kind kind =
                outcome.deliveredAt() == null ? HistoryEntry.Kind.UNDELIVERED : HistoryEntry.Kind.DELIVERED;
        List<HistoryEntry> known = history.list(request.id());
        if (known.stream().anyMatch(entry -> entry.kind() == kind)) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Locale locale = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
        String key = outcome.deliveredAt() == null ? "acknowledgement.undelivered" : "acknowledgement.delivered";
        HistoryEntry entry = Entries.of(kind)
                .by(Actor.VIGIE)
                .toStaff(texts.getMessage(key, null, locale))
                .at(outcome.deliveredAt() == null ? now : outcome.deliveredAt().truncatedTo(ChronoUnit.MICROS));
        boolean told =
                kind == HistoryEntry.Kind.DELIVERED || request.channel().showsReceipt() || wasToldByAPerson(known);
        if (told) {
            requests.notice(request, entry);
        } else {
            requests.save(request, request.touched(now), entry);
        }
    }

    private static boolean wasToldByAPerson(List<HistoryEntry> known) {
        return known.stream()
                .anyMatch(entry -> entry.kind() == HistoryEntry.Kind.ACKNOWLEDGED && entry.actorAccountId() != null);
    }

    /** The task that follows. */
    @Configuration(proxyBeanMethods = false)
    static class Following {

        private static final Duration PAUSE_AFTER_A_FAULT = Duration.ofSeconds(30);

        @Bean
        Task<Outcome> settleAcknowledgement(AcknowledgementProof proof, JurisdictionDirectory jurisdictions) {
            return Tasks.oneTime(TASK)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_A_FAULT))
                    .execute((task, context) -> jurisdictions
                            .find(task.getData().jurisdictionId())
                            .ifPresent(jurisdiction ->
                                    CurrentJurisdiction.inside(jurisdiction, () -> proof.settle(task.getData()))));
        }
    }
}
