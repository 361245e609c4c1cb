package org.vigie.reply.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.SignedIn;
import org.vigie.reply.ChainStep;
import org.vigie.reply.ReplyState;
import org.vigie.reply.WaitingReplies;

/** The letters that wait for somebody, the longest first. */
@RestController
class RepliesController {

    record Items(List<WaitingBody> items) {}

    /** @param step whose turn it is; absent when the letter is to be posted */
    record WaitingBody(
            UUID id,
            UUID requestId,
            String number,
            String category,
            String address,
            String subject,
            ReplyState state,
            @Nullable Integer step,
            @Nullable String waitingFor,
            ChainStep.@Nullable Act act,
            Instant since,
            boolean mine) {}

    private final WaitingReplies waiting;

    RepliesController(WaitingReplies waiting) {
        this.waiting = waiting;
    }

    /** @param mine only those whose next decision is the reader's, in their own right or as a deputy */
    @GetMapping("/{jurisdiction}/api/desk/replies")
    Items list(@RequestParam(defaultValue = "false") boolean mine) {
        return new Items(waiting.list(SignedIn.get(), mine).stream()
                .map(RepliesController::body)
                .toList());
    }

    private static WaitingBody body(WaitingReplies.Waiting each) {
        return new WaitingBody(
                each.reply().id(),
                each.request().id(),
                each.request().number(),
                each.category().name(),
                each.request().place().address(),
                each.reply().text().subject(),
                each.reply().state(),
                each.step().map(ChainStep::number).orElse(null),
                each.step().map(ChainStep::title).orElse(null),
                each.step().map(ChainStep::act).orElse(null),
                each.reply().course().changedAt(),
                each.mine());
    }
}
