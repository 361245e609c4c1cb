package org.vigie.reply;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.access.Refusal;
import org.vigie.notification.OutgoingMessage;
import org.vigie.request.Channel;
import org.vigie.request.Request;
import org.vigie.request.Requester;
import org.vigie.request.Requesters;
import org.vigie.request.Requests;

/** Writes letters, until somebody has to decide on them. */
@Component
public class Drafting {

    private static final Set<Channel> ANSWERED_BY_POST = EnumSet.of(Channel.PHONE, Channel.COUNTER, Channel.LETTER);

    private final FormalReplies replies;
    private final Decisions decisions;
    private final ReplyTemplates templates;
    private final ApprovalChains chains;
    private final LetterFields fields;
    private final Requests requests;
    private final Requesters requesters;
    private final MessageSource texts;

    Drafting(
            FormalReplies replies,
            Decisions decisions,
            ReplyTemplates templates,
            ApprovalChains chains,
            LetterFields fields,
            Requests requests,
            Requesters requesters,
            MessageSource texts) {
        this.replies = replies;
        this.decisions = decisions;
        this.templates = templates;
        this.chains = chains;
        this.fields = fields;
        this.requests = requests;
        this.requesters = requesters;
        this.texts = texts;
    }

    /**
     * Begins a letter from a template, or from a salutation only.
     *
     * @throws Refusal not-found, or reply-under-way
     */
    @Transactional
    public FormalReply begin(UUID requestId, Optional<UUID> templateId, UUID by) {
        Request request = requests.get(requestId);
        Optional<Requester> requester = requesters.find(requestId);
        ReplyText text = templateId
                .map(id -> templates.get(id).text())
                .orElseGet(() -> blank(requester.map(Requester::locale).orElse("fr")));
        Instant now = replies.now();
        FormalReply reply = new FormalReply(
                Ids.next(),
                requestId,
                ReplyState.DRAFT,
                fill(text, request),
                new Recipient(requester.map(Requester::addressee).orElse(""), "", sendBy(request, requester)),
                FormalReply.Course.begun(by, now),
                FormalReply.Sending.NOT_YET,
                1);
        replies.add(reply);
        return reply;
    }

    private ReplyText fill(ReplyText text, Request request) {
        Map<TemplateField, String> values = fields.of(request, Locale.forLanguageTag(text.locale()));
        return new ReplyText(
                text.locale(), TemplateField.fill(text.subject(), values), TemplateField.fill(text.body(), values));
    }

    private ReplyText blank(String wanted) {
        String tag = wanted.startsWith("en") ? "en" : "fr";
        Locale locale = Locale.forLanguageTag(tag);
        return new ReplyText(
                tag,
                texts.getMessage("reply.blank.subject", null, locale),
                texts.getMessage("reply.blank.body", null, locale));
    }

    /** The requester's own way: whoever came by post, telephone or counter is written to on paper. */
    private static Recipient.SendBy sendBy(Request request, Optional<Requester> requester) {
        boolean byPost =
                ANSWERED_BY_POST.contains(request.channel()) || email(requester).isEmpty();
        return byPost ? Recipient.SendBy.POST : Recipient.SendBy.EMAIL;
    }

    static Optional<String> email(Optional<Requester> requester) {
        return requester.flatMap(Requester::email).filter(OutgoingMessage::isAddress);
    }

    /**
     * Changes a letter that is not signed. Another text voids what was approved and is submitted anew; another recipient is not.
     *
     * @throws Refusal reply-changed-meanwhile, reply-is-signed, requester-email-missing
     */
    @Transactional
    public void edit(UUID requestId, int revision, ReplyText text, Recipient recipient) {
        FormalReply before = replies.getToChange(requestId, revision);
        mustBeOpen(before);
        mustBeReachable(requestId, recipient);
        Instant now = replies.now();
        boolean sameText = before.text().equals(text);
        ReplyState state = sameText ? before.state() : ReplyState.DRAFT;
        if (!sameText) {
            decisions.voidAll(before.id(), now);
        }
        replies.save(before.with(text, recipient).to(state, before.course().changed(now)));
    }

    /**
     * Gives a letter to those who decide. What was approved on this very text stays approved.
     *
     * @throws Refusal reply-changed-meanwhile, reply-not-a-draft, approval-chain-missing, requester-email-missing
     */
    @Transactional
    public void submit(UUID requestId, int revision, UUID by) {
        FormalReply before = replies.getToChange(requestId, revision);
        if (before.state() != ReplyState.DRAFT) {
            throw new Refusal(Refusal.Kind.CONFLICT, "reply-not-a-draft", before.state());
        }
        mustBeReachable(requestId, before.recipient());
        List<ChainStep> steps = chains.findFor(requests.get(requestId).categoryId())
                .orElseThrow(() -> new Refusal(Refusal.Kind.CONFLICT, "approval-chain-missing"))
                .steps();
        Instant now = replies.now();
        if (!steps.equals(decisions.steps(before.id()))) {
            decisions.voidAll(before.id(), now);
            decisions.lay(before.id(), steps);
        }
        Turn turn = new Turn(steps, decisions.list(before.id()));
        replies.save(before.to(waiting(turn), before.course().submitted(by, now)));
    }

    /** Gives a letter up that is not signed. */
    @Transactional
    public void abandon(UUID requestId, int revision) {
        FormalReply before = replies.getToChange(requestId, revision);
        mustBeOpen(before);
        Instant now = replies.now();
        decisions.voidAll(before.id(), now);
        replies.save(before.to(ReplyState.ABANDONED, before.course().changed(now)));
    }

    static ReplyState waiting(Turn turn) {
        return turn.next().filter(step -> step.act() == ChainStep.Act.SIGN).isPresent()
                ? ReplyState.APPROVED
                : ReplyState.SUBMITTED;
    }

    private static void mustBeOpen(FormalReply reply) {
        if (!reply.state().isOpen()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "reply-is-signed");
        }
    }

    private void mustBeReachable(UUID requestId, Recipient recipient) {
        if (recipient.sendBy() == Recipient.SendBy.EMAIL
                && email(requesters.find(requestId)).isEmpty()) {
            throw Refusal.invalid("requester-email-missing");
        }
    }
}
