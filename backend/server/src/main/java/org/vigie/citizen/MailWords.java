package org.vigie.citizen;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.request.Deadline;
import org.vigie.request.Deadlines;
import org.vigie.request.Request;
import org.vigie.request.TrackingTokens;

/** What the messages about a request say, in the recipient's language ({@code mails_*.properties}). */
@Component
class MailWords {

    private final MessageSource texts;
    private final Categories categories;
    private final Deadlines deadlines;
    private final TrackingTokens tokens;
    private final CitizenSettings settings;

    MailWords(
            MessageSource texts,
            Categories categories,
            Deadlines deadlines,
            TrackingTokens tokens,
            CitizenSettings settings) {
        this.texts = texts;
        this.categories = categories;
        this.deadlines = deadlines;
        this.tokens = tokens;
        this.settings = settings;
    }

    /** @param what a state that was entered, or MESSAGE */
    String subject(Request request, String what, Locale locale) {
        Category category = categories.get(request.categoryId());
        return text("mail." + what + ".subject", locale, request.number(), category.name());
    }

    /** @param detail of the event, told to everyone; may be empty */
    String body(Request request, String what, String detail, Locale locale) {
        Jurisdiction open = CurrentJurisdiction.get();
        Category category = categories.get(request.categoryId());
        StringBuilder body = new StringBuilder();
        body.append(text("mail.greeting", locale)).append("\n\n");
        body.append(text(
                "mail." + what + ".body",
                locale,
                request.number(),
                category.name(),
                category.service().name()));
        if (!detail.isBlank()) {
            body.append("\n\n").append(text("mail.detail", locale, detail));
        }
        body.append("\n\n").append(place(request, category, locale));
        promise(request, locale).ifPresent(promised -> body.append("\n").append(promised));
        body.append("\n\n").append(text("mail.follow", locale, link(request, open)));
        body.append("\n\n")
                .append(text("mail.signature", locale, category.service().name(), open.name()));
        return body.append("\n").toString();
    }

    private String place(Request request, Category category, Locale locale) {
        return request.place().address().isEmpty()
                ? category.name()
                : text("mail.place", locale, category.name(), request.place().address());
    }

    private Optional<String> promise(Request request, Locale locale) {
        return deadlines.list(request.id()).stream()
                .filter(Deadline::isOpen)
                .reduce((earlier, later) -> later)
                .map(last -> text("mail.promise", locale, day(last.dueAt(), locale)));
    }

    private static String day(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(instant.atZone(CurrentJurisdiction.get().zone()));
    }

    private String link(Request request, Jurisdiction open) {
        return settings.publicUrl() + "/" + open.code() + "/track/" + tokens.of(request.id());
    }

    private String text(String key, Locale locale, Object... values) {
        return texts.getMessage(key, values, locale);
    }
}
