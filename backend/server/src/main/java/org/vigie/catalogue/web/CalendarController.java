package org.vigie.catalogue.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChange;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.catalogue.CalendarDraft;
import org.vigie.catalogue.Calendars;
import org.vigie.catalogue.RecountEffect;
import org.vigie.catalogue.RunningPromises;
import org.vigie.catalogue.calendar.HolidayRule;
import org.vigie.catalogue.calendar.SpecialDay;

/**
 * The calendars on which promises are counted, and the days that the town closes or opens by hand. Every change answers with what it moves
 * of the requests that run; with {@code preview} it only would.
 */
@RestController
@RequestMapping("/{jurisdiction}/api/desk")
class CalendarController {

    private static final String SUBJECT = "calendar/";

    private final Calendars calendars;
    private final CalendarDraft draft;
    private final RunningPromises running;
    private final SettingChanges changes;
    private final Clock clock;

    CalendarController(
            Calendars calendars, CalendarDraft draft, RunningPromises running, SettingChanges changes, Clock clock) {
        this.calendars = calendars;
        this.draft = draft;
        this.running = running;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping("/calendars")
    CalendarBodies.ListBody list() {
        Instant now = clock.instant();
        Map<String, SettingChange> latest = changes.list(SUBJECT);
        Optional<String> hotline = calendars.hotline();
        return new CalendarBodies.ListBody(
                calendars.list().entrySet().stream()
                        .map(entry -> CalendarBodies.of(
                                entry,
                                hotline.filter(entry.getKey()::equals).isPresent(),
                                SettingBody.of(Optional.ofNullable(latest.get(entry.getKey()))),
                                now))
                        .toList(),
                List.of(HolidayRule.values()));
    }

    /** Adds a calendar under a code of the client's; sent again it is refused and changes nothing. */
    @PostMapping("/calendars")
    @ResponseStatus(HttpStatus.CREATED)
    RecountEffect add(@Valid @RequestBody CalendarBodies.NewBody body) {
        try {
            return running.of(() -> {
                changes.note(SUBJECT + body.code(), 0, body.name());
                draft.add(CalendarBodies.added(body));
            });
        } catch (DuplicateKeyException taken) {
            throw new Refusal(Refusal.Kind.CONFLICT, "calendar-code-taken", body.code());
        }
    }

    @PutMapping("/calendars/{code}")
    RecountEffect replace(
            @PathVariable String code,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @RequestParam(defaultValue = "false") boolean preview,
            @Valid @RequestBody CalendarBodies.ChangeBody body) {
        return change(
                code,
                revision,
                preview,
                body.reason(),
                () -> draft.replace(
                        CalendarBodies.changed(code, body), body.reason().strip()));
    }

    /** Closes a day, or opens it at other hours than usual. */
    @PutMapping("/calendars/{code}/days/{day}")
    RecountEffect day(
            @PathVariable String code,
            @PathVariable LocalDate day,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @RequestParam(defaultValue = "false") boolean preview,
            @Valid @RequestBody CalendarBodies.SpecialDayBody body) {
        SpecialDay special = CalendarBodies.special(body);
        return change(code, revision, preview, day + " " + body.name(), () -> draft.day(code, day, special));
    }

    /** The day is like its weekday again. */
    @DeleteMapping("/calendars/{code}/days/{day}")
    RecountEffect usualDay(
            @PathVariable String code,
            @PathVariable LocalDate day,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @RequestParam(defaultValue = "false") boolean preview) {
        return change(code, revision, preview, day.toString(), () -> draft.usualDay(code, day));
    }

    /** Announces a holiday, or that an expected one is none, to all calendars that know holidays. */
    @PutMapping("/holidays/{day}")
    RecountEffect holiday(
            @PathVariable LocalDate day,
            @RequestParam(defaultValue = "false") boolean preview,
            @Valid @RequestBody CalendarBodies.HolidayBody body) {
        return run(preview, () -> draft.holiday(day, body.holiday(), body.name().strip()));
    }

    private RecountEffect change(String code, Revision revision, boolean preview, String reason, Runnable work) {
        if (calendars.find(code).isEmpty()) {
            throw Refusal.notFound("calendar");
        }
        return run(preview, () -> {
            changes.note(SUBJECT + code, revision.number(), reason);
            work.run();
        });
    }

    private RecountEffect run(boolean preview, Runnable work) {
        return preview ? running.preview(work) : running.of(work);
    }
}
