package org.vigie.dispatch.ownership;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Account;
import org.vigie.access.Accounts;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.notification.Outbox;
import org.vigie.notification.OutgoingMessage;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.RequestChanged;
import org.vigie.request.Requests;
import org.vigie.team.Attendances;
import org.vigie.team.Present;

/** Tells the owner of a request, or whoever stands in, that it came back to them: refused, impossible, reopened. */
@Component
class OwnerMails {

    private final Requests requests;
    private final Accounts accounts;
    private final Attendances attendances;
    private final Outbox outbox;
    private final MessageSource texts;
    private final Clock clock;

    OwnerMails(
            Requests requests,
            Accounts accounts,
            Attendances attendances,
            Outbox outbox,
            MessageSource texts,
            Clock clock) {
        this.requests = requests;
        this.accounts = accounts;
        this.attendances = attendances;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RequestChanged change) {
        boolean cameBack = switch (change.entry().kind()) {
            case REFUSED, IMPOSSIBLE, REOPENED -> true;
            default -> false;
        };
        if (cameBack) {
            Request request = requests.get(change.requestId());
            request.ownerAccountId()
                    .map(this::whoIsThere)
                    .flatMap(accounts::find)
                    .filter(owner -> !owner.id().equals(change.entry().actorAccountId()))
                    .filter(owner -> OutgoingMessage.isAddress(owner.email()))
                    .ifPresent(owner -> tell(owner, request, change.entry()));
        }
    }

    private UUID whoIsThere(UUID ownerId) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), CurrentJurisdiction.get().zone());
        return attendances.read().deputy(ownerId, today).map(Present::accountId).orElse(ownerId);
    }

    private void tell(Account owner, Request request, HistoryEntry entry) {
        Locale locale = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
        String subject = text("mail.owner." + entry.kind() + ".subject", locale, request.number());
        String why = Objects.requireNonNullElse(entry.staffText(), "");
        String body = text("mail.owner.body", locale, subject, request.place().address(), why);
        outbox.send(
                new OutgoingMessage("owner/" + request.id() + "/" + entry.id(), owner.email(), subject, body, locale));
    }

    private String text(String key, Locale locale, Object... values) {
        return texts.getMessage(key, values, locale);
    }
}
