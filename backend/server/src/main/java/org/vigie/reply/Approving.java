package org.vigie.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Refusal;
import org.vigie.access.SignedInAccount;
import org.vigie.team.Deputies;

/** Decides on letters, one step after the other. */
@Component
public class Approving {

    private static final int MOST_REMARKS = 4000;

    private record Due(ChainStep step, Turn.Standing standing) {}

    private final FormalReplies replies;
    private final Decisions decisions;
    private final Deputies deputies;
    private final SendingOut sendingOut;

    Approving(FormalReplies replies, Decisions decisions, Deputies deputies, SendingOut sendingOut) {
        this.replies = replies;
        this.decisions = decisions;
        this.deputies = deputies;
        this.sendingOut = sendingOut;
    }

    /**
     * Approves the text as it stands, or signs it at the last step, after which it goes out.
     *
     * @throws Refusal not-an-approver, not-your-turn, reply-not-waiting, reply-changed-meanwhile
     */
    @Transactional
    public void approve(UUID requestId, int revision, SignedInAccount who) {
        FormalReply before = replies.getToChange(requestId, revision);
        Due due = due(before, who);
        boolean signs = due.step().act() == ChainStep.Act.SIGN;
        Instant now = replies.now();
        Decision decision =
                decision(before, due, who, now, signs ? Decision.Verdict.SIGNED : Decision.Verdict.APPROVED, "");
        decisions.add(before.id(), decision);
        if (signs) {
            sendingOut.send(before.to(ReplyState.SIGNED, before.course().signed(now)), decision);
        } else {
            Turn turn = new Turn(decisions.steps(before.id()), decisions.list(before.id()));
            replies.save(before.to(Drafting.waiting(turn), before.course().changed(now)));
        }
    }

    /**
     * Gives a letter back to whoever wrote it. Approvals hold on as long as the text does not change.
     *
     * @throws Refusal as {@link #approve}, or remarks-missing
     */
    @Transactional
    public void giveBack(UUID requestId, int revision, String remarks, SignedInAccount who) {
        if (remarks.isBlank()) {
            throw Refusal.invalid("remarks-missing");
        }
        if (remarks.length() > MOST_REMARKS) {
            throw Refusal.invalid("description-too-long", remarks.length(), MOST_REMARKS);
        }
        FormalReply before = replies.getToChange(requestId, revision);
        Due due = due(before, who);
        Instant now = replies.now();
        decisions.add(before.id(), decision(before, due, who, now, Decision.Verdict.RETURNED, remarks.strip()));
        replies.save(before.to(ReplyState.DRAFT, before.course().changed(now)));
    }

    /** Whether a decision of this person is awaited now. */
    @Transactional(readOnly = true)
    public boolean mayDecide(FormalReply reply, SignedInAccount who) {
        if (!reply.state().isWaiting()) {
            return false;
        }
        Turn turn = new Turn(decisions.steps(reply.id()), decisions.list(reply.id()));
        return turn.next().flatMap(step -> Turn.standing(step, person(who))).isPresent();
    }

    Turn.Person person(SignedInAccount who) {
        LocalDate today =
                LocalDate.ofInstant(replies.now(), CurrentJurisdiction.get().zone());
        return new Turn.Person(who.accountId(), who.role(), deputies.principals(who.accountId(), today));
    }

    private Due due(FormalReply reply, SignedInAccount who) {
        Turn turn = new Turn(decisions.steps(reply.id()), decisions.list(reply.id()));
        Turn.Person person = person(who);
        if (!turn.hasPart(person)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-an-approver");
        }
        if (!reply.state().isWaiting()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "reply-not-waiting", reply.state());
        }
        ChainStep step = turn.next().orElseThrow();
        Optional<Turn.Standing> standing = Turn.standing(step, person);
        return new Due(
                step,
                standing.orElseThrow(
                        () -> new Refusal(Refusal.Kind.CONFLICT, "not-your-turn", step.number(), step.title())));
    }

    private static Decision decision(
            FormalReply reply, Due due, SignedInAccount who, Instant at, Decision.Verdict verdict, String remarks) {
        return new Decision(
                Ids.next(),
                due.step().number(),
                due.step().title(),
                verdict,
                remarks,
                reply.text().sha256(),
                who.accountId(),
                who.name(),
                due.standing().onBehalfOf(),
                at,
                Optional.empty());
    }
}
