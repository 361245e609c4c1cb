package org.vigie.reply.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.access.Role;
import org.vigie.access.SettingChange;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.reply.ApprovalChain;
import org.vigie.reply.ApprovalChains;
import org.vigie.reply.ChainStep;

/** Who approves which letters in which order. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/approval-chains")
class ApprovalChainController {

    private static final String SUBJECT = "chain/";

    record ListBody(List<SavedBody> items) {}

    record SavedBody(UUID id, String name, @Nullable UUID categoryId, List<StepBody> steps, SettingBody setting) {}

    record ChainBody(
            @NotBlank @Size(max = 200) String name,
            @Nullable UUID categoryId,
            @NotNull @Size(max = 20) List<@Valid StepBody> steps) {}

    /** @param role or accountId, not both */
    record StepBody(
            ChainStep.@NotNull Act act,
            @NotBlank @Size(max = 200) String title,
            @Nullable Role role,
            @Nullable UUID accountId) {}

    private final ApprovalChains chains;
    private final SettingChanges changes;
    private final TransactionTemplate transaction;

    ApprovalChainController(ApprovalChains chains, SettingChanges changes, TransactionTemplate transaction) {
        this.chains = chains;
        this.changes = changes;
        this.transaction = transaction;
    }

    @GetMapping
    ListBody list() {
        Map<String, SettingChange> latest = changes.list(SUBJECT);
        return new ListBody(chains.list().stream()
                .map(chain ->
                        body(chain, Optional.ofNullable(latest.get(chain.id().toString()))))
                .toList());
    }

    /** Adds a chain under an id of the client's, seen at revision 0, or replaces it; letters that were submitted keep the one they had. */
    @PutMapping("/{id}")
    SavedBody save(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ChainBody body) {
        List<ChainStep> steps = IntStream.range(0, body.steps().size())
                .mapToObj(i -> step(i + 1, body.steps().get(i)))
                .toList();
        ApprovalChain chain = new ApprovalChain(id, body.name(), Optional.ofNullable(body.categoryId()), steps);
        try {
            transaction.executeWithoutResult(status -> {
                changes.note(SUBJECT + id, revision.number(), "");
                chains.save(chain);
            });
        } catch (DataIntegrityViolationException pointsNowhere) {
            throw Refusal.invalid("reference-unknown");
        }
        return body(chain, changes.find(SUBJECT + id));
    }

    private static ChainStep step(int number, StepBody body) {
        if ((body.role() == null) == (body.accountId() == null)) {
            throw Refusal.invalid("chain-step-holder");
        }
        return new ChainStep(
                number,
                body.act(),
                body.title().strip(),
                Optional.ofNullable(body.role()),
                Optional.ofNullable(body.accountId()));
    }

    private static SavedBody body(ApprovalChain chain, Optional<SettingChange> latest) {
        return new SavedBody(
                chain.id(),
                chain.name(),
                chain.categoryId().orElse(null),
                chain.steps().stream()
                        .map(step -> new StepBody(
                                step.act(),
                                step.title(),
                                step.role().orElse(null),
                                step.accountId().orElse(null)))
                        .toList(),
                SettingBody.of(latest));
    }
}
