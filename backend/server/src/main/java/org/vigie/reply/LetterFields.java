package org.vigie.reply;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.catalogue.Categories;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.RequestHistory;
import org.vigie.request.Requester;
import org.vigie.request.Requesters;

/** What a template's fields say for one request. */
@Component
class LetterFields {

    private final Categories categories;
    private final RequestHistory history;
    private final Requesters requesters;
    private final ApprovalChains chains;
    private final Clock clock;

    LetterFields(
            Categories categories, RequestHistory history, Requesters requesters, ApprovalChains chains, Clock clock) {
        this.categories = categories;
        this.history = history;
        this.requesters = requesters;
        this.chains = chains;
        this.clock = clock;
    }

    /** Dates are told in the language of the letter and the zone of the jurisdiction. */
    @Transactional(readOnly = true)
    public Map<TemplateField, String> of(Request request, Locale locale) {
        Map<TemplateField, String> values = new EnumMap<>(TemplateField.class);
        values.put(TemplateField.NUMBER, request.number());
        values.put(TemplateField.RECEIVED, day(request.times().receivedAt(), locale));
        values.put(TemplateField.DATE, day(clock.instant(), locale));
        values.put(TemplateField.ADDRESS, request.place().address());
        values.put(TemplateField.CATEGORY, categories.get(request.categoryId()).name());
        values.put(
                TemplateField.REQUESTER,
                requesters.find(request.id()).map(Requester::saluted).orElse(""));
        values.put(TemplateField.DONE, done(request));
        values.put(
                TemplateField.RESOLVED,
                request.times().resolvedAt().map(at -> day(at, locale)).orElse(""));
        values.put(
                TemplateField.SERVICE,
                categories.service(request.assignment().serviceId()).name());
        values.put(TemplateField.TOWN, CurrentJurisdiction.get().name());
        values.put(
                TemplateField.SIGNATORY,
                chains.findFor(request.categoryId())
                        .map(chain -> chain.steps().getLast().title())
                        .orElse(""));
        return values;
    }

    private String done(Request request) {
        return history.list(request.id()).stream()
                .filter(entry -> entry.kind() == HistoryEntry.Kind.RESOLVED)
                .reduce((earlier, later) -> later)
                .map(entry -> Objects.requireNonNullElse(entry.publicText(), ""))
                .orElse("");
    }

    private static String day(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(instant.atZone(CurrentJurisdiction.get().zone()));
    }
}
