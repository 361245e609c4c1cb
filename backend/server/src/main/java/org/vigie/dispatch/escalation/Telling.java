package org.vigie.dispatch.escalation;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Account;
import org.vigie.access.Accounts;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Role;
import org.vigie.notification.Outbox;
import org.vigie.notification.OutgoingMessage;
import org.vigie.request.Request;
import org.vigie.team.Coverage;
import org.vigie.team.Coverages;
import org.vigie.team.Present;
import org.vigie.team.ReferentQuestion;

/** Finds who stands on a step of a ladder that day, writes to them, and says in the commune's language whom it told. */
@Component
class Telling {

    /** @param words for the history */
    record Told(int count, String words) {}

    private final Coverages coverages;
    private final Accounts accounts;
    private final Outbox outbox;
    private final MessageSource texts;
    private final Clock clock;

    Telling(Coverages coverages, Accounts accounts, Outbox outbox, MessageSource texts, Clock clock) {
        this.coverages = coverages;
        this.accounts = accounts;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Told tell(Request request, Alarm alarm, LadderStep step) {
        Locale locale = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
        String what = text("escalation." + alarm.commitment(), locale);
        List<Present> people = people(request, step.target());
        people.stream()
                .flatMap(person -> accounts.find(person.accountId()).stream())
                .filter(account -> OutgoingMessage.isAddress(account.email()))
                .forEach(account -> outbox.send(message(request, alarm, step, account)));
        String names = people.stream()
                .map(person -> person.insteadOf()
                        .map(absent -> text("escalation.deputy", locale, person.name(), absent))
                        .orElse(person.name()))
                .collect(Collectors.joining(", "));
        String role = text("escalation.role." + step.target(), locale);
        String key = people.isEmpty() ? "escalation.nobody" : "escalation.told";
        return new Told(people.size(), text(key, locale, what, step.position(), role, names, step.message()));
    }

    /** Whoever is there that day, or their deputy; a service without a referent is spoken for by the heads. */
    private List<Present> people(Request request, Role target) {
        Coverage coverage = coverages.read();
        ZonedDateTime now = clock.instant().atZone(CurrentJurisdiction.get().zone());
        if (target == Role.REFERENT) {
            ReferentQuestion question = new ReferentQuestion(
                    request.assignment().serviceId(),
                    request.categoryId(),
                    request.place().sectorId().orElse(null));
            return coverage.referent(question, now)
                    .map(referent -> List.of(referent.person()))
                    .orElseGet(() -> people(request, Role.HEAD));
        }
        return accounts.list(target).stream()
                .flatMap(account -> coverage.present(account, now.toLocalDate()).stream())
                .collect(Collectors.toMap(Present::accountId, person -> person, (one, same) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(Present::name))
                .toList();
    }

    private OutgoingMessage message(Request request, Alarm alarm, LadderStep step, Account account) {
        Locale locale = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
        String what = text("escalation." + alarm.commitment(), locale);
        UUID id = request.id();
        String occasion = "escalation/%s/%s/%d/%d/%d"
                .formatted(
                        id, alarm.commitment(), alarm.startsAt().toEpochMilli(), step.position(), alarm.occurrence());
        String body = text(
                "mail.escalation.body",
                locale,
                request.number(),
                what,
                step.message(),
                request.place().address());
        return new OutgoingMessage(
                occasion,
                account.email(),
                text("mail.escalation.subject", locale, request.number(), what),
                body,
                locale);
    }

    private String text(String key, Locale locale, Object... values) {
        return texts.getMessage(key, values, locale);
    }
}
