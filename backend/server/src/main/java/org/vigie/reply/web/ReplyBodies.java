package org.vigie.reply.web;

import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Accounts;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.reply.ApprovalChain;
import org.vigie.reply.ApprovalChains;
import org.vigie.reply.Approving;
import org.vigie.reply.ChainStep;
import org.vigie.reply.Decision;
import org.vigie.reply.Decisions;
import org.vigie.reply.FormalReplies;
import org.vigie.reply.FormalReply;
import org.vigie.reply.ReplyState;
import org.vigie.reply.ReplyTemplates;
import org.vigie.request.Deadlines;
import org.vigie.request.Request;
import org.vigie.request.Requester;
import org.vigie.request.Requesters;
import org.vigie.request.Requests;

/** Puts together what the desk shows of the letters of a request. */
@Component
class ReplyBodies {

    /** Who deals with requesters and reads their addresses in full. */
    private static final Set<Role> READ_ADDRESSES =
            EnumSet.of(Role.FRONT_OFFICE, Role.DISPATCHER, Role.HEAD, Role.ADMINISTRATOR);

    private final FormalReplies replies;
    private final Decisions decisions;
    private final ReplyTemplates templates;
    private final ApprovalChains chains;
    private final Approving approving;
    private final Requests requests;
    private final Requesters requesters;
    private final Deadlines deadlines;
    private final Accounts accounts;

    ReplyBodies(
            FormalReplies replies,
            Decisions decisions,
            ReplyTemplates templates,
            ApprovalChains chains,
            Approving approving,
            Requests requests,
            Requesters requesters,
            Deadlines deadlines,
            Accounts accounts) {
        this.replies = replies;
        this.decisions = decisions;
        this.templates = templates;
        this.chains = chains;
        this.approving = approving;
        this.requests = requests;
        this.requesters = requesters;
        this.deadlines = deadlines;
        this.accounts = accounts;
    }

    @Transactional(readOnly = true)
    public ReplyBody of(UUID requestId, SignedInAccount reader) {
        Request request = requests.get(requestId);
        List<FormalReply> all = replies.list(requestId);
        List<ChainStep> chain =
                chains.findFor(request.categoryId()).map(ApprovalChain::steps).orElse(List.of());
        return new ReplyBody(
                deadlines.isAnsweredByLetter(requestId),
                replies.isAnswered(requestId),
                all.stream()
                        .filter(reply -> reply.state() != ReplyState.SENT)
                        .findFirst()
                        .map(reply -> letter(reply, reader))
                        .orElse(null),
                all.stream()
                        .filter(reply -> reply.state() == ReplyState.SENT)
                        .map(reply -> letter(reply, reader))
                        .toList(),
                templates.listFor(request.categoryId(), language(requestId)).stream()
                        .map(template -> new ReplyBody.TemplateRef(
                                template.id(),
                                template.name(),
                                template.text().locale(),
                                template.categoryId().isPresent()))
                        .toList(),
                chain.stream().map(step -> step(step, List.of(), false)).toList());
    }

    private String language(UUID requestId) {
        return requesters
                .find(requestId)
                .map(Requester::locale)
                .orElseGet(() -> CurrentJurisdiction.get().locale())
                .split("-", 2)[0];
    }

    private ReplyBody.LetterBody letter(FormalReply reply, SignedInAccount reader) {
        List<Decision> trace = decisions.list(reply.id());
        return new ReplyBody.LetterBody(
                reply.id(),
                reply.revision(),
                reply.state(),
                reply.text().locale(),
                reply.text().subject(),
                reply.text().body(),
                hex(reply.text().sha256()),
                recipient(reply, reader),
                name(reply.course().draftedBy()),
                reply.course().draftedAt(),
                reply.course().submittedBy().map(this::name).orElse(null),
                reply.course().submittedAt().orElse(null),
                reply.course().changedAt(),
                steps(reply, trace),
                trace.stream().map(ReplyBodies::decision).toList(),
                approving.mayDecide(reply, reader),
                proof(reply.sending()),
                "/%s/api/desk/requests/%s/reply/%s.pdf"
                        .formatted(CurrentJurisdiction.get().code(), reply.requestId(), reply.id()));
    }

    private List<ReplyBody.StepBody> steps(FormalReply reply, List<Decision> trace) {
        List<ChainStep> steps = decisions.steps(reply.id());
        int due = steps.stream()
                .filter(step -> passed(step, trace).isEmpty())
                .mapToInt(ChainStep::number)
                .findFirst()
                .orElse(-1);
        return steps.stream()
                .map(step -> step(step, trace, reply.state().isWaiting() && step.number() == due))
                .toList();
    }

    private ReplyBody.StepBody step(ChainStep step, List<Decision> trace, boolean due) {
        return new ReplyBody.StepBody(
                step.number(),
                step.act(),
                step.title(),
                step.accountId().map(this::name).orElse(null),
                due,
                passed(step, trace).map(ReplyBodies::decision).orElse(null));
    }

    private static Optional<Decision> passed(ChainStep step, List<Decision> trace) {
        return trace.stream()
                .filter(decision -> decision.stepNumber() == step.number() && decision.holds())
                .findFirst();
    }

    private static ReplyBody.DecisionBody decision(Decision decision) {
        return new ReplyBody.DecisionBody(
                decision.stepNumber(),
                decision.stepTitle(),
                decision.verdict(),
                decision.accountName(),
                decision.onBehalfOf().map(Decision.OnBehalfOf::name).orElse(null),
                decision.at(),
                decision.remarks().isEmpty() ? null : decision.remarks(),
                hex(decision.textSha256()),
                decision.voidedAt().orElse(null));
    }

    private ReplyBody.RecipientBody recipient(FormalReply reply, SignedInAccount reader) {
        Optional<String> email = reply.sending()
                .email()
                .or(() -> reply.state().isSigned()
                        ? Optional.empty()
                        : requesters.find(reply.requestId()).flatMap(Requester::email));
        boolean inFull = READ_ADDRESSES.contains(reader.role());
        return new ReplyBody.RecipientBody(
                reply.recipient().name(),
                reply.recipient().address(),
                reply.recipient().sendBy(),
                email.map(address -> inFull ? address : address.replaceAll("^(.).*(@.*)$", "$1…$2"))
                        .orElse(null));
    }

    private ReplyBody.@Nullable ProofBody proof(FormalReply.Sending sending) {
        return sending.sentAt()
                .map(at -> new ReplyBody.ProofBody(
                        at,
                        sending.notificationId().orElse(null),
                        sending.postedOn().orElse(null),
                        sending.postedBy().map(this::name).orElse(null)))
                .orElse(null);
    }

    private String name(UUID accountId) {
        return accounts.findName(accountId).orElse("");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
