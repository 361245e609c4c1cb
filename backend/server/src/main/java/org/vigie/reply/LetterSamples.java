package org.vigie.reply;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;

/** Letters to nobody, so that whoever writes a template or the letterhead sees them on paper. Nothing of a real request is in them. */
@Component
public class LetterSamples {

    private final Letterheads letterheads;
    private final ReplyTemplates templates;
    private final ApprovalChains chains;
    private final Categories categories;
    private final MessageSource texts;
    private final Clock clock;

    LetterSamples(
            Letterheads letterheads,
            ReplyTemplates templates,
            ApprovalChains chains,
            Categories categories,
            MessageSource texts,
            Clock clock) {
        this.letterheads = letterheads;
        this.templates = templates;
        this.chains = chains;
        this.categories = categories;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * A template with its fields filled in.
     *
     * @throws org.vigie.access.Refusal not-found
     */
    @Transactional(readOnly = true)
    public byte[] ofTemplate(UUID templateId) {
        ReplyTemplate template = templates.get(templateId);
        return print(template.text(), template.categoryId());
    }

    /** The letterhead above a few words. */
    @Transactional(readOnly = true)
    public byte[] ofLetterhead() {
        String language = CurrentJurisdiction.get().locale().startsWith("en") ? "en" : "fr";
        Locale locale = Locale.forLanguageTag(language);
        return print(
                new ReplyText(language, text("reply.sample.subject", locale), text("reply.sample.body", locale)),
                Optional.empty());
    }

    private byte[] print(ReplyText text, Optional<UUID> categoryId) {
        Locale locale = Locale.forLanguageTag(text.locale());
        Optional<Category> category = categoryId
                .map(categories::get)
                .or(() -> categories.listActive().stream().findFirst());
        Map<TemplateField, String> values = values(category, locale);
        Letterhead head = letterheads.get();
        String town = CurrentJurisdiction.get().name();
        return LetterPdf.print(new Letter(
                locale,
                town,
                value(values, TemplateField.SERVICE),
                head,
                text(
                        "reply.letter.date",
                        locale,
                        head.place().isBlank() ? town : head.place(),
                        value(values, TemplateField.DATE)),
                text(
                        "reply.letter.reference",
                        locale,
                        value(values, TemplateField.NUMBER),
                        value(values, TemplateField.RECEIVED),
                        value(values, TemplateField.CATEGORY)),
                new Recipient(
                        value(values, TemplateField.REQUESTER),
                        text("reply.sample.recipient", locale),
                        Recipient.SendBy.POST),
                new ReplyText(
                        text.locale(),
                        TemplateField.fill(text.subject(), values),
                        TemplateField.fill(text.body(), values)),
                List.of(value(values, TemplateField.SIGNATORY), text("reply.letter.unsigned", locale)),
                Optional.of(text("reply.sample.mark", locale))));
    }

    private Map<TemplateField, String> values(Optional<Category> category, Locale locale) {
        Map<TemplateField, String> values = new EnumMap<>(TemplateField.class);
        String today = day(clock.instant(), locale);
        values.put(TemplateField.NUMBER, text("reply.sample.number", locale));
        values.put(TemplateField.RECEIVED, today);
        values.put(TemplateField.DATE, today);
        values.put(TemplateField.ADDRESS, text("reply.sample.address", locale));
        values.put(TemplateField.CATEGORY, category.map(Category::name).orElse(""));
        values.put(TemplateField.REQUESTER, text("reply.sample.requester", locale));
        values.put(TemplateField.DONE, text("reply.sample.done", locale));
        values.put(TemplateField.RESOLVED, today);
        values.put(
                TemplateField.SERVICE,
                category.map(known -> known.service().name()).orElse(""));
        values.put(TemplateField.TOWN, CurrentJurisdiction.get().name());
        values.put(
                TemplateField.SIGNATORY,
                category.flatMap(known -> chains.findFor(known.id()))
                        .map(chain -> chain.steps().getLast().title())
                        .orElse(""));
        return values;
    }

    private static String value(Map<TemplateField, String> values, TemplateField field) {
        return values.getOrDefault(field, "");
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
