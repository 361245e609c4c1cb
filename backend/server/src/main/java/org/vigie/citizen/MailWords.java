package org.vigie.citizen;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.LinkTokens;
import org.vigie.access.module.ModuleName;
import org.vigie.access.module.Modules;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.request.Deadline;
import org.vigie.request.Deadlines;
import org.vigie.request.Request;
import org.vigie.request.RequestState;
import org.vigie.request.TrackingTokens;

/** What the messages about a request say, in the recipient's language ({@code mails_*.properties}). */
@Component
class MailWords {

    /** A request with what was promised for it. */
    record About(Request request, List<Deadline> promises) {}

    private final MessageSource texts;
    private final Categories categories;
    private final TrackingTokens tokens;
    private final LinkTokens links;
    private final PublicPages pages;
    private final Modules modules;

    MailWords(
            MessageSource texts,
            Categories categories,
            TrackingTokens tokens,
            LinkTokens links,
            PublicPages pages,
            Modules modules) {
        this.texts = texts;
        this.categories = categories;
        this.tokens = tokens;
        this.links = links;
        this.pages = pages;
        this.modules = modules;
    }

    /** @param what a state that was entered, or MESSAGE */
    String subject(Request request, String what, Locale locale) {
        Category category = categories.get(request.categoryId());
        return text("mail." + what + ".subject", locale, request.number(), category.name());
    }

    /** @param detail of the event; may be empty */
    String toRequester(About about, String what, String detail, Locale locale) {
        Request request = about.request();
        String words = text("mail." + what + ".body", locale, nouns(request));
        String told = detail.isBlank() ? words : words + "\n\n" + text("mail.detail", locale, detail);
        String asked = what.equals(RequestState.RESOLVED.name()) ? "\n\n" + text("mail.unresolved", locale) : "";
        return letter(
                about, told + asked, text("mail.follow", locale, pages.tracking(tokens.of(request.id()))), locale);
    }

    /**
     * Says no word of the event: what the public may read of it is behind the link, on the map, where addresses and telephone numbers
     * in it are masked. The tracking link is the requester's alone.
     */
    String toFollower(About about, String what, Locale locale) {
        Request request = about.request();
        String words = text("mail." + what + ".body", locale, nouns(request));
        String see = text("mail.see", locale, pages.request(request.number()));
        String link = what.equals(RequestState.RESOLVED.name()) && modules.isOn(ModuleName.REOPENING)
                ? see + "\n"
                        + text(
                                "mail.reopen",
                                locale,
                                pages.reopening(links.of(AfterTheEnd.FOLLOWER_LINK, request.id())))
                : see;
        return letter(about, words, link, locale);
    }

    private Object[] nouns(Request request) {
        Category category = categories.get(request.categoryId());
        return new Object[] {
            request.number(), category.name(), category.service().name()
        };
    }

    private String letter(About about, String told, String link, Locale locale) {
        Request request = about.request();
        Category category = categories.get(request.categoryId());
        StringBuilder letter = new StringBuilder();
        letter.append(text("mail.greeting", locale)).append("\n\n").append(told);
        letter.append("\n\n").append(place(request, category, locale));
        promise(about, locale).ifPresent(promised -> letter.append("\n").append(promised));
        letter.append("\n\n").append(link).append("\n\n");
        letter.append(text(
                "mail.signature",
                locale,
                category.service().name(),
                CurrentJurisdiction.get().name()));
        return letter.append("\n").toString();
    }

    private String place(Request request, Category category, Locale locale) {
        return request.place().address().isEmpty()
                ? category.name()
                : text("mail.place", locale, category.name(), request.place().address());
    }

    private Optional<String> promise(About about, Locale locale) {
        return about.promises().stream()
                .filter(Deadline::isOpen)
                .max(Deadlines.IN_ORDER)
                .map(last -> text("mail.promise", locale, day(last.dueAt(), locale)));
    }

    private static String day(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(instant.atZone(CurrentJurisdiction.get().zone()));
    }

    private String text(String key, Locale locale, Object... values) {
        return texts.getMessage(key, values, locale);
    }
}
