package org.vigie.reply;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.access.Refusal;

/**
 * Who approves letters of a category, in which order, and who signs them.
 *
 * @param categoryId empty: for every category that has no chain of its own
 * @param steps numbered from 1; the last signs, the others approve
 */
public record ApprovalChain(UUID id, String name, Optional<UUID> categoryId, List<ChainStep> steps) {

    /** @throws Refusal chain-needs-a-signature when it is empty, or anything but the last step signs */
    public ApprovalChain {
        steps = List.copyOf(steps);
        long signatures =
                steps.stream().filter(step -> step.act() == ChainStep.Act.SIGN).count();
        if (steps.isEmpty() || signatures != 1 || steps.getLast().act() != ChainStep.Act.SIGN) {
            throw Refusal.invalid("chain-needs-a-signature");
        }
    }
}
