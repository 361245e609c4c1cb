package org.vigie.catalogue.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChange;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.catalogue.Calendars;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.Promise;
import org.vigie.catalogue.PromiseDraft;
import org.vigie.catalogue.Promises;
import org.vigie.catalogue.RecountEffect;
import org.vigie.catalogue.RunningPromises;
import org.vigie.catalogue.calendar.Length;
import org.vigie.catalogue.calendar.Warning;
import org.vigie.catalogue.calendar.WorkCalendar;

/** What is promised for each category, for what comes in and, when one wants it, for what runs. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/promises")
class PromiseController {

    private static final String SUBJECT = "promises/";

    record ListBody(List<CategoryBody> items) {}

    /** @param id by which templates and chains name the category */
    record CategoryBody(
            UUID id,
            String code,
            String name,
            String domain,
            String glyph,
            List<PromiseBody> promises,
            SettingBody setting) {}

    /** @param calendar code of the one that a working unit is counted on */
    record PromiseBody(
            @NotNull Commitment commitment,
            @Min(1) @Max(1_000_000) int amount,
            Length.@NotNull Unit unit,
            @Nullable String calendar,
            @Nullable @Valid WarningBody warning) {}

    record WarningBody(
            Warning.@NotNull Kind kind,
            @Min(1) @Max(1_000_000) int value) {}

    /**
     * @param promises all of the category; one that is not named is made no more
     * @param running requests that run shall have it so, too
     */
    record ChangeBody(
            @NotNull @Size(max = 4) List<@Valid PromiseBody> promises,
            boolean running,
            @NotBlank @Size(max = 500) String reason) {}

    private final Categories categories;
    private final Calendars calendars;
    private final PromiseDraft draft;
    private final RunningPromises running;
    private final SettingChanges changes;

    PromiseController(
            Categories categories,
            Calendars calendars,
            PromiseDraft draft,
            RunningPromises running,
            SettingChanges changes) {
        this.categories = categories;
        this.calendars = calendars;
        this.draft = draft;
        this.running = running;
        this.changes = changes;
    }

    @GetMapping
    ListBody list() {
        Map<String, SettingChange> latest = changes.list(SUBJECT);
        return new ListBody(categories.listActive().stream()
                .map(category -> body(category, Optional.ofNullable(latest.get(category.code()))))
                .toList());
    }

    /** Answers with what it moves of the requests that run; with {@code preview} it only would. */
    @PutMapping("/{category}")
    RecountEffect change(
            @PathVariable String category,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @RequestParam(defaultValue = "false") boolean preview,
            @Valid @RequestBody ChangeBody body) {
        Category changed = categories.findOffered(category).orElseThrow(() -> Refusal.notFound("category"));
        Promises promises = promises(body.promises());
        Runnable work = () -> {
            changes.note(SUBJECT + category, revision.number(), body.reason());
            draft.replace(
                    changed.id(),
                    promises,
                    body.running() ? Optional.of(body.reason().strip()) : Optional.empty());
        };
        return preview ? running.preview(work) : running.of(work);
    }

    private Promises promises(List<PromiseBody> bodies) {
        Promises promises = Promises.NONE;
        for (PromiseBody body : bodies) {
            promises = promises.with(body.commitment(), promise(body));
        }
        return promises;
    }

    private Promise promise(PromiseBody body) {
        if (body.unit().isWorking() == (body.calendar() == null)) {
            throw Refusal.invalid("promise-calendar", body.commitment());
        }
        WorkCalendar calendar = body.calendar() == null
                ? WorkCalendar.roundTheClock(CurrentJurisdiction.get().zone())
                : calendars
                        .find(body.calendar())
                        .orElseThrow(() -> Refusal.invalid("calendar-unknown", String.valueOf(body.calendar())));
        return new Promise(
                new Length(body.amount(), body.unit()),
                calendar,
                Optional.ofNullable(body.warning()).map(PromiseController::warning));
    }

    private static Warning warning(WarningBody body) {
        if (body.kind() == Warning.Kind.SHARE && body.value() >= 100) {
            throw Refusal.invalid("warning-share");
        }
        return new Warning(body.kind(), body.value());
    }

    private CategoryBody body(Category category, Optional<SettingChange> latest) {
        return new CategoryBody(
                category.id(),
                category.code(),
                category.name(),
                category.domainCode(),
                category.glyph(),
                category.promises().made().entrySet().stream()
                        .map(made -> body(made.getKey(), made.getValue()))
                        .toList(),
                SettingBody.of(latest));
    }

    private PromiseBody body(Commitment commitment, Promise promise) {
        return new PromiseBody(
                commitment,
                promise.length().amount(),
                promise.length().unit(),
                code(promise.calendar()),
                promise.warning()
                        .map(warning -> new WarningBody(warning.kind(), warning.value()))
                        .orElse(null));
    }

    private @Nullable String code(WorkCalendar calendar) {
        return calendars.list().entrySet().stream()
                .filter(entry ->
                        calendar.id().isPresent() && entry.getValue().id().equals(calendar.id()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
