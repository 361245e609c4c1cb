package org.vigie.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.vigie.access.Ids;
import org.vigie.access.Refusal;
import org.vigie.access.Role;
import org.vigie.access.SettingChange;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Commitment;
import org.vigie.dispatch.escalation.LadderChange;
import org.vigie.dispatch.escalation.LadderStep;
import org.vigie.dispatch.escalation.Ladders;

/** Who hears of what nobody does in time, step by step. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/ladders")
class LadderController {

    private static final String SUBJECT = "ladder/";
    private static final List<Role> TARGETS =
            List.of(Role.REFERENT, Role.HEAD, Role.SIGNATORY, Role.ELECTED_OFFICIAL, Role.ADMINISTRATOR);

    /** @param targets the roles that a step may tell */
    record ListBody(List<LadderBody> items, List<Role> targets) {}

    /** @param category code; absent: for every category that has no ladder of its own for that commitment */
    record LadderBody(@Nullable String category, Commitment commitment, List<StepBody> steps, SettingBody setting) {}

    /**
     * @param minutesAfterDue on the clock; negative: before it is due
     * @param repeatMinutes absent when it is told once
     */
    record StepBody(
            @Min(-43_200) @Max(525_600) int minutesAfterDue,
            @NotNull Role target,
            @NotBlank @Size(max = 500) String message,
            @Nullable @Min(1) @Max(525_600) Integer repeatMinutes,
            @Min(0) @Max(50) int repeats,
            LadderStep.@NotNull StopsOn stopsOn) {}

    record ChangeBody(
            @NotNull @Size(max = 20) List<@Valid StepBody> steps,
            @NotNull @Size(max = 500) String reason) {}

    /** @param ringsNow how many steps ring at once for requests that run */
    record EffectBody(int ringsNow) {}

    private final Ladders ladders;
    private final LadderChange change;
    private final Categories categories;
    private final SettingChanges changes;

    LadderController(Ladders ladders, LadderChange change, Categories categories, SettingChanges changes) {
        this.ladders = ladders;
        this.change = change;
        this.categories = categories;
        this.changes = changes;
    }

    /** The four general ladders, also those without a step, then those of single categories. */
    @GetMapping
    ListBody list() {
        Map<String, SettingChange> latest = changes.list(SUBJECT);
        Map<UUID, String> codes = categories.list().stream().collect(Collectors.toMap(Category::id, Category::code));
        List<LadderStep> all = ladders.list();
        Stream<LadderChange.Place> general = Arrays.stream(Commitment.values())
                .map(commitment -> new LadderChange.Place(Optional.empty(), Optional.empty(), commitment));
        Stream<LadderChange.Place> own = all.stream()
                .filter(step -> step.categoryId().isPresent())
                .map(step ->
                        new LadderChange.Place(step.categoryId().map(codes::get), step.categoryId(), step.commitment()))
                .distinct();
        return new ListBody(
                Stream.concat(general, own)
                        .map(place -> body(place, all, latest))
                        .toList(),
                TARGETS);
    }

    /** Puts up a ladder; without steps the category climbs the general one. With {@code preview} it only tells what would ring at once. */
    @PutMapping("/{commitment}")
    EffectBody replace(
            @PathVariable Commitment commitment,
            @RequestParam(required = false) @Nullable String category,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @RequestParam(defaultValue = "false") boolean preview,
            @Valid @RequestBody ChangeBody body) {
        Optional<UUID> categoryId = Optional.ofNullable(category)
                .map(code -> categories
                        .findOffered(code)
                        .orElseThrow(() -> Refusal.notFound("category"))
                        .id());
        LadderChange.Place place = new LadderChange.Place(Optional.ofNullable(category), categoryId, commitment);
        List<LadderStep> steps = IntStream.range(0, body.steps().size())
                .mapToObj(i -> step(place, i + 1, body.steps().get(i)))
                .toList();
        return new EffectBody(
                preview
                        ? change.preview(place, steps, revision.number())
                        : change.replace(place, steps, revision.number(), body.reason()));
    }

    private static LadderStep step(LadderChange.Place place, int position, StepBody body) {
        if (!TARGETS.contains(body.target())) {
            throw Refusal.invalid("ladder-target", body.target());
        }
        if ((body.repeatMinutes() == null) != (body.repeats() == 0)) {
            throw Refusal.invalid("ladder-repeats", position);
        }
        return new LadderStep(
                Ids.next(),
                place.categoryId(),
                place.commitment(),
                position,
                Duration.ofMinutes(body.minutesAfterDue()),
                body.target(),
                body.message().strip(),
                Optional.ofNullable(body.repeatMinutes()).map(Duration::ofMinutes),
                body.repeats(),
                body.stopsOn());
    }

    private static LadderBody body(LadderChange.Place place, List<LadderStep> all, Map<String, SettingChange> latest) {
        Predicate<LadderStep> isOfIt = step ->
                step.commitment() == place.commitment() && step.categoryId().equals(place.categoryId());
        return new LadderBody(
                place.category().orElse(null),
                place.commitment(),
                all.stream().filter(isOfIt).map(LadderController::body).toList(),
                SettingBody.of(Optional.ofNullable(latest.get(place.subject().substring(SUBJECT.length())))));
    }

    private static StepBody body(LadderStep step) {
        return new StepBody(
                Math.toIntExact(step.afterDue().toMinutes()),
                step.target(),
                step.message(),
                step.repeatEvery()
                        .map(every -> Math.toIntExact(every.toMinutes()))
                        .orElse(null),
                step.repeats(),
                step.stopsOn());
    }
}
