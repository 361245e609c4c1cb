package org.vigie.dispatch.rules.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Ids;
import org.vigie.access.web.Revision;
import org.vigie.dispatch.rules.DryRuns;
import org.vigie.dispatch.rules.Trials;
import org.vigie.request.rules.Reference;
import org.vigie.request.rules.Rule;
import org.vigie.request.rules.RuleDrafts;
import org.vigie.request.rules.RuleReader;
import org.vigie.request.rules.RuleState;
import org.vigie.request.rules.Rules;
import tools.jackson.databind.JsonNode;

/** Rules: written as drafts, told in words, tried, activated, put in order and retired. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/rules")
class RuleController {

    /**
     * @param id made by the client; read when a draft is begun
     * @param position where it would be asked; null: last
     */
    record DraftBody(
            @Nullable UUID id,
            @NotBlank @Size(max = 40) String code,
            @NotBlank @Size(max = 200) String name,
            @Nullable Integer position,
            @NotNull JsonNode text) {}

    record TextBody(@NotNull JsonNode text) {}

    record SentenceBody(String sentence) {}

    record PeriodBody(@Nullable Instant from, @Nullable Instant until) {}

    record OrderBody(@NotNull @Size(max = 1000) List<@NotNull UUID> ids) {}

    /**
     * @param rule that it is about; or {@code draft}, which is kept nowhere
     */
    record DryRunBody(
            @Nullable UUID rule,
            @Nullable @Valid DraftBody draft,
            @NotNull DryRuns.Thought report) {}

    private static final int LAST = 10_000;

    private final Rules rules;
    private final RuleDrafts drafts;
    private final Trials trials;
    private final DryRuns dryRuns;
    private final RuleAnswers answers;
    private final Clock clock;

    RuleController(Rules rules, RuleDrafts drafts, Trials trials, DryRuns dryRuns, RuleAnswers answers, Clock clock) {
        this.rules = rules;
        this.drafts = drafts;
        this.trials = trials;
        this.dryRuns = dryRuns;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping
    RuleAnswers.ListBody list() {
        return answers.list();
    }

    @GetMapping("/vocabulary")
    Map<Reference.Kind, List<RuleAnswers.EntryBody>> vocabulary() {
        return answers.vocabulary();
    }

    @GetMapping("/{id}")
    ResponseEntity<RuleBody> get(@PathVariable UUID id) {
        return answer(HttpStatus.OK, rules.get(id));
    }

    @PostMapping
    ResponseEntity<RuleBody> begin(@Valid @RequestBody DraftBody body) {
        UUID id = Optional.ofNullable(body.id()).orElseGet(Ids::next);
        return answer(HttpStatus.CREATED, drafts.begin(id, written(body)));
    }

    @PutMapping("/{id}")
    ResponseEntity<RuleBody> save(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody DraftBody body) {
        return answer(HttpStatus.OK, drafts.save(id, revision.number(), written(body)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) Revision revision) {
        drafts.discard(id, revision.number());
    }

    /** Says in words what is being written, or refuses it as saving would. */
    @PostMapping("/check")
    SentenceBody check(@Valid @RequestBody TextBody body) {
        return new SentenceBody(answers.sentence(answers.read(body.text())));
    }

    @PostMapping("/dry-run")
    DryRuns.DryRun dryRun(@Valid @RequestBody DryRunBody body) {
        Optional<Rule> about = Optional.ofNullable(body.rule())
                .map(rules::get)
                .or(() -> Optional.ofNullable(body.draft()).map(this::thoughtOf));
        return dryRuns.run(body.report(), about, LocaleContextHolder.getLocale());
    }

    /** Tries a draft; what is found is kept with it. */
    @PostMapping("/{id}/trial")
    ResponseEntity<RuleBody> tryOut(@PathVariable UUID id, @Valid @RequestBody PeriodBody body) {
        return answer(
                HttpStatus.OK, trials.run(id, Optional.ofNullable(body.from()), Optional.ofNullable(body.until())));
    }

    @PostMapping("/{id}/activation")
    ResponseEntity<RuleBody> activate(@PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) Revision revision) {
        return answer(HttpStatus.OK, drafts.activate(id, revision.number()));
    }

    @PostMapping("/{id}/retirement")
    ResponseEntity<RuleBody> retire(@PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) Revision revision) {
        return answer(HttpStatus.OK, drafts.retire(id, revision.number()));
    }

    /** All active rules in the order in which they are to be asked; said twice it is the same. */
    @PutMapping("/order")
    RuleAnswers.ListBody order(@Valid @RequestBody OrderBody body) {
        drafts.order(body.ids());
        return answers.list();
    }

    private RuleDrafts.Written written(DraftBody body) {
        return new RuleDrafts.Written(
                body.code(), body.name(), Objects.requireNonNullElse(body.position(), LAST), answers.read(body.text()));
    }

    private Rule thoughtOf(DraftBody body) {
        RuleReader.Read read = answers.read(body.text());
        return new Rule(
                new UUID(0, 0),
                body.code(),
                1,
                body.name(),
                RuleState.DRAFT,
                Objects.requireNonNullElse(body.position(), LAST),
                read.text(),
                read.references(),
                Optional.empty(),
                new Rule.Times(clock.instant(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                1);
    }

    private ResponseEntity<RuleBody> answer(HttpStatus status, Rule rule) {
        return ResponseEntity.status(status)
                .eTag(Revision.eTag(rule.revision()))
                .body(answers.one(rule));
    }
}
