package org.vigie.citizen.watch;

import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.LinkTokens;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.citizen.PublicPages;
import org.vigie.notification.Outbox;
import org.vigie.notification.OutgoingMessage;
import org.vigie.request.Request;

/** What watchers of areas are told ({@code mails_*.properties}). Of a request only what the public map shows, too. */
@Component
class WatchMails {

    private final MessageSource texts;
    private final Categories categories;
    private final LinkTokens tokens;
    private final PublicPages pages;
    private final Outbox outbox;

    WatchMails(MessageSource texts, Categories categories, LinkTokens tokens, PublicPages pages, Outbox outbox) {
        this.texts = texts;
        this.categories = categories;
        this.tokens = tokens;
        this.pages = pages;
        this.outbox = outbox;
    }

    /** Asks the owner of the address whether it was them. */
    @Transactional(propagation = Propagation.MANDATORY)
    void ask(WatchedArea area) {
        Locale locale = Locale.forLanguageTag(area.locale());
        String told = text("mail.watch.ask.body", locale, area.name(), city()) + "\n\n"
                + text("mail.watch.ask.link", locale, link(area.id()));
        send("watch/" + area.id() + "/ASK", area, text("mail.watch.ask.subject", locale, area.name()), told);
    }

    /** Tells of a request; of the same one only once, however many areas of theirs it lies in. */
    @Transactional(propagation = Propagation.MANDATORY)
    void tell(WatchedArea area, Request request) {
        Locale locale = Locale.forLanguageTag(area.locale());
        Category category = categories.get(request.categoryId());
        String place = request.place().address().isEmpty()
                ? category.name()
                : text("mail.place", locale, category.name(), request.place().address());
        String told = text("mail.watch.new.body", locale, request.number(), area.name())
                + "\n\n" + place
                + "\n\n" + text("mail.see", locale, pages.request(request.number()))
                + "\n" + text("mail.watch.end", locale, link(area.id()));
        send(
                "watch/request/" + request.id(),
                area,
                text("mail.watch.new.subject", locale, area.name(), category.name()),
                told);
    }

    private void send(String occasion, WatchedArea area, String subject, String told) {
        Locale locale = Locale.forLanguageTag(area.locale());
        String letter = text("mail.greeting", locale) + "\n\n" + told + "\n\n" + city() + "\n";
        outbox.send(new OutgoingMessage(occasion, area.email(), subject, letter, locale));
    }

    private String link(UUID areaId) {
        return pages.watch(tokens.of(Watching.LINK, areaId));
    }

    private static String city() {
        return CurrentJurisdiction.get().name();
    }

    private String text(String key, Locale locale, Object... values) {
        return texts.getMessage(key, values, locale);
    }
}
