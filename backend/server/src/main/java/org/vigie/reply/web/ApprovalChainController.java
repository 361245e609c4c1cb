package org.vigie.reply.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.access.Role;
import org.vigie.reply.ApprovalChain;
import org.vigie.reply.ApprovalChains;
import org.vigie.reply.ChainStep;

/** Who approves which letters in which order. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/approval-chains")
class ApprovalChainController {

    record ListBody(List<ChainBody> items) {}

    record ChainBody(
            @Nullable UUID id,
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

    ApprovalChainController(ApprovalChains chains) {
        this.chains = chains;
    }

    @GetMapping
    ListBody list() {
        return new ListBody(
                chains.list().stream().map(ApprovalChainController::body).toList());
    }

    /** Adds a chain under an id of the client's, or replaces it; letters that were submitted keep the one they had. */
    @PutMapping("/{id}")
    ChainBody save(@PathVariable UUID id, @Valid @RequestBody ChainBody body) {
        List<ChainStep> steps = IntStream.range(0, body.steps().size())
                .mapToObj(i -> step(i + 1, body.steps().get(i)))
                .toList();
        ApprovalChain chain = new ApprovalChain(id, body.name(), Optional.ofNullable(body.categoryId()), steps);
        try {
            chains.save(chain);
        } catch (DataIntegrityViolationException pointsNowhere) {
            throw Refusal.invalid("reference-unknown");
        }
        return body(chain);
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

    private static ChainBody body(ApprovalChain chain) {
        return new ChainBody(
                chain.id(),
                chain.name(),
                chain.categoryId().orElse(null),
                chain.steps().stream()
                        .map(step -> new StepBody(
                                step.act(),
                                step.title(),
                                step.role().orElse(null),
                                step.accountId().orElse(null)))
                        .toList());
    }
}
