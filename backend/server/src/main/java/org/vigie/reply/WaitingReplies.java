package org.vigie.reply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.request.Request;
import org.vigie.request.Requests;

/** The letters that somebody's act is awaited for. */
@Component
public class WaitingReplies {

    /**
     * A letter that waits.
     *
     * @param step whose decision is awaited; empty when it is to be posted
     * @param mine whether it is the reader's turn
     */
    public record Waiting(
            FormalReply reply, Request request, Category category, Optional<ChainStep> step, boolean mine) {}

    private final FormalReplies replies;
    private final Decisions decisions;
    private final Approving approving;
    private final Requests requests;
    private final Categories categories;

    WaitingReplies(
            FormalReplies replies, Decisions decisions, Approving approving, Requests requests, Categories categories) {
        this.replies = replies;
        this.decisions = decisions;
        this.approving = approving;
        this.requests = requests;
        this.categories = categories;
    }

    /** @param onlyMine those that wait for the reader */
    @Transactional(readOnly = true)
    public List<Waiting> list(SignedInAccount reader, boolean onlyMine) {
        List<FormalReply> waiting =
                replies.list(List.of(ReplyState.SUBMITTED, ReplyState.APPROVED, ReplyState.TO_POST));
        Map<UUID, Turn> turns =
                decisions.turns(waiting.stream().map(FormalReply::id).toList());
        Turn.Person person = approving.person(reader);
        return waiting.stream()
                .map(reply -> waiting(reply, turns, person))
                .filter(each -> !onlyMine || each.mine())
                .toList();
    }

    private Waiting waiting(FormalReply reply, Map<UUID, Turn> turns, Turn.Person person) {
        Optional<ChainStep> step = reply.state().isWaiting()
                ? Optional.ofNullable(turns.get(reply.id())).flatMap(Turn::next)
                : Optional.empty();
        Request request = requests.get(reply.requestId());
        return new Waiting(
                reply,
                request,
                categories.get(request.categoryId()),
                step,
                step.flatMap(due -> Turn.standing(due, person)).isPresent());
    }
}
