package org.vigie.reply;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Categories;
import org.vigie.request.Request;
import org.vigie.request.Requests;

/** Letters on paper: as they would be now, and as they were signed. */
@Component
public class Letters {

    private final FormalReplies replies;
    private final Decisions decisions;
    private final ApprovalChains chains;
    private final Letterheads letterheads;
    private final Requests requests;
    private final Categories categories;
    private final MessageSource texts;

    Letters(
            FormalReplies replies,
            Decisions decisions,
            ApprovalChains chains,
            Letterheads letterheads,
            Requests requests,
            Categories categories,
            MessageSource texts) {
        this.replies = replies;
        this.decisions = decisions;
        this.chains = chains;
        this.letterheads = letterheads;
        this.requests = requests;
        this.categories = categories;
        this.texts = texts;
    }

    /** What was signed, byte for byte; before that a preview that says it is one. */
    @Transactional(readOnly = true)
    public byte[] pdf(UUID requestId, UUID replyId) {
        FormalReply reply = replies.get(requestId, replyId);
        if (reply.state().isSigned()) {
            return findSigned(requestId, replyId).orElseThrow(() -> Refusal.notFound("reply"));
        }
        Request request = requests.get(requestId);
        Locale locale = locale(reply);
        Optional<ChainStep> signing = decisions.steps(replyId).stream()
                .reduce((earlier, later) -> later)
                .or(() -> chains.findFor(request.categoryId())
                        .map(chain -> chain.steps().getLast()));
        return LetterPdf.print(letter(
                reply,
                replies.now(),
                List.of(signing.map(ChainStep::title).orElse(""), text("reply.letter.unsigned", locale)),
                Optional.of(text("reply.letter.draft", locale))));
    }

    /** The signed PDF of a request's letter; empty for any other. */
    @Transactional(readOnly = true)
    public Optional<byte[]> findSigned(UUID requestId, UUID replyId) {
        return replies.findPdf(requestId, replyId);
    }

    byte[] signed(FormalReply reply, Decision signature) {
        Locale locale = locale(reply);
        List<String> lines = signature
                .onBehalfOf()
                .map(principal -> List.of(
                        signature.stepTitle(),
                        principal.name(),
                        text("reply.letter.by-delegation", locale, signature.accountName())))
                .orElseGet(() -> List.of(signature.stepTitle(), signature.accountName()));
        return LetterPdf.print(letter(reply, signature.at(), lines, Optional.empty()));
    }

    private Letter letter(FormalReply reply, Instant at, List<String> signature, Optional<String> draftMark) {
        Jurisdiction jurisdiction = CurrentJurisdiction.get();
        Request request = requests.get(reply.requestId());
        Letterhead head = letterheads.get();
        Locale locale = locale(reply);
        String place = head.place().isBlank() ? jurisdiction.name() : head.place();
        return new Letter(
                locale,
                jurisdiction.name(),
                categories.service(request.assignment().serviceId()).name(),
                head,
                text("reply.letter.date", locale, place, day(at, locale)),
                text(
                        "reply.letter.reference",
                        locale,
                        request.number(),
                        day(request.times().receivedAt(), locale),
                        categories.get(request.categoryId()).name()),
                reply.recipient(),
                reply.text(),
                signature,
                draftMark);
    }

    private static Locale locale(FormalReply reply) {
        return Locale.forLanguageTag(reply.text().locale());
    }

    private static String day(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(instant.atZone(CurrentJurisdiction.get().zone()));
    }

    private String text(String key, Locale locale, Object... values) {
        return texts.getMessage(key, values, locale);
    }
}
