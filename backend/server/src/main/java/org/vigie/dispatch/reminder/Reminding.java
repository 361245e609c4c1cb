package org.vigie.dispatch.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.notification.Outbox;
import org.vigie.notification.OutgoingMessage;
import org.vigie.request.Actor;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.Requests;

/** Tells whoever is responsible that a request sleeps, and its history that they were told. */
@Component
class Reminding {

    /** So many a transaction: nobody's request is held for long. */
    private static final int PORTION = 100;

    private final Reminders reminders;
    private final Requests requests;
    private final Outbox outbox;
    private final MessageSource texts;
    private final Clock clock;

    Reminding(Reminders reminders, Requests requests, Outbox outbox, MessageSource texts, Clock clock) {
        this.reminders = reminders;
        this.requests = requests;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
    }

    /** @return whether there may be more */
    @Transactional
    public boolean remind() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Reminders.Idle> idle = reminders.claim(now, PORTION);
        if (idle.isEmpty()) {
            return false;
        }
        Map<UUID, List<Reminders.Responsible>> people =
                reminders
                        .listResponsible(
                                idle.stream().map(Reminders.Idle::requestId).toList())
                        .stream()
                        .collect(Collectors.groupingBy(Reminders.Responsible::requestId));
        idle.forEach(each -> tell(each, people.getOrDefault(each.requestId(), List.of()), now));
        return idle.size() == PORTION;
    }

    private void tell(Reminders.Idle idle, List<Reminders.Responsible> people, Instant now) {
        Locale locale = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
        Request request = requests.get(idle.requestId());
        long days = Duration.between(idle.since(), now).toDays();
        people.stream()
                .filter(person -> OutgoingMessage.isAddress(person.email()))
                .forEach(person -> outbox.send(new OutgoingMessage(
                        "reminder/%s/%d".formatted(request.id(), now.toEpochMilli()),
                        person.email(),
                        text("mail.reminder.subject", locale, request.number(), days),
                        text(
                                "mail.reminder.body",
                                locale,
                                request.number(),
                                days,
                                request.place().address()),
                        locale)));
        reminders.told(request.id(), now, people.size());
        String names = people.stream().map(Reminders.Responsible::name).collect(Collectors.joining(", "));
        requests.notice(
                request,
                Entries.of(HistoryEntry.Kind.REMINDED)
                        .by(Actor.VIGIE)
                        .toStaff(text(people.isEmpty() ? "reminder.nobody" : "reminder.told", locale, days, names))
                        .at(now));
    }

    private String text(String key, Locale locale, Object... values) {
        return texts.getMessage(key, values, locale);
    }
}
