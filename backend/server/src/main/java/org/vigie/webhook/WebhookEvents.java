package org.vigie.webhook;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.catalogue.Areas;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.RequestChanged;
import org.vigie.request.Requests;

/** Writes, with each change, which hooks are to be told of it, and plans their telling: both commit with the change or vanish with it. */
@Component
class WebhookEvents {

    private final Webhooks hooks;
    private final WaitingEvents waiting;
    private final Requests requests;
    private final Categories categories;
    private final Areas areas;
    private final SchedulerClient scheduler;
    private final WebhookSettings settings;
    private final Clock clock;

    WebhookEvents(
            Webhooks hooks,
            WaitingEvents waiting,
            Requests requests,
            Categories categories,
            Areas areas,
            SchedulerClient scheduler,
            WebhookSettings settings,
            Clock clock) {
        this.hooks = hooks;
        this.waiting = waiting;
        this.requests = requests;
        this.categories = categories;
        this.areas = areas;
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a change is about, read once for all hooks. */
    private record Subject(RequestChanged change, String category, Set<UUID> grounds, boolean isPublic) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RequestChanged change) {
        if (hooks.listening().isEmpty()) {
            return;
        }
        RequestChanged.Received received = change.received();
        Request request = received == null ? requests.get(change.requestId()) : received.request();
        Category category = categories.get(request.categoryId());
        Subject subject = new Subject(
                change,
                category.code(),
                request.place().position().map(areas::at).orElse(Set.of()),
                !request.isPrivate() && !category.isPrivate() && !EventKind.withdraws(change));
        hooks.listening().forEach(hook -> toldAs(hook, subject).ifPresent(kind -> write(hook, kind, change)));
    }

    private Optional<EventKind> toldAs(Webhook hook, Subject subject) {
        RequestChanged change = subject.change();
        if (hook.content() == Webhook.Content.PUBLIC && !subject.isPublic()) {
            // Its sending finds nothing that is published, and says so to whoever was told of it before.
            return EventKind.withdraws(change) && waiting.knows(hook.id(), change.requestId())
                    ? Optional.of(EventKind.WITHDRAWN)
                    : Optional.empty();
        }
        return EventKind.of(change, hook.hears())
                .filter(kind -> hook.filter().covers(subject.category(), subject.grounds())
                        || leaves(change) && waiting.knows(hook.id(), change.requestId()));
    }

    /** Whoever follows a request hears where it goes, also when that is none of theirs any more. */
    private static boolean leaves(RequestChanged change) {
        return change.entry().kind() == HistoryEntry.Kind.MOVED
                || change.entry().kind() == HistoryEntry.Kind.RECLASSIFIED;
    }

    private void write(Webhook hook, EventKind kind, RequestChanged change) {
        Instant now = clock.instant();
        UUID eventId = Ids.next();
        Instant giveUpAt = now.plus(settings.giveUpAfter());
        if (waiting.add(new WaitingEvents.New(eventId, hook.id(), kind, change, now, giveUpAt))) {
            plan(eventId, 1, now);
        }
    }

    /** @param round the first time it is sent, or after somebody had it sent again */
    void plan(UUID eventId, int round, Instant at) {
        Sending.Order order = new Sending.Order(CurrentJurisdiction.get().id(), eventId);
        scheduler.schedule(
                Sending.TASK.instance(eventId + "/" + round).data(order).build(), at);
    }
}
