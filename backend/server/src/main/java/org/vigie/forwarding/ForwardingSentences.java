package org.vigie.forwarding;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.catalogue.Organisation;
import org.vigie.catalogue.Organisations;
import org.vigie.request.RequestState;

/** What the history tells of a request that is with another organisation, in the town's language. */
@Component
class ForwardingSentences {

    private final MessageSource texts;
    private final Organisations organisations;

    ForwardingSentences(MessageSource texts, Organisations organisations) {
        this.texts = texts;
        this.organisations = organisations;
    }

    String taken(Forwarding it, String number) {
        return text("forwarding.taken", name(it.organisationId()), number);
    }

    String withdrawn(Forwarding it) {
        return text(
                "forwarding.withdrawn", name(it.organisationId()), it.remoteId().orElse("?"));
    }

    String forwarded(UUID organisationId) {
        return text("forwarding.forwarded", name(organisationId));
    }

    String sentAgain(Forwarding it) {
        return text("forwarding.sent-again", name(it.organisationId()));
    }

    /** What they had ended is ours again. */
    String withdrawnAfterTheirEnd(Forwarding it) {
        return text(
                "forwarding.withdrawn-ended",
                name(it.organisationId()),
                it.remoteId().orElse("?"));
    }

    String endingTold(Forwarding it) {
        return text(
                "forwarding.ending-told",
                name(it.organisationId()),
                it.remoteId().orElse("?"));
    }

    /** For them: what became of a request that is no longer for them. */
    String endedHere(RequestState state) {
        String how = switch (state) {
            case RESOLVED, CLOSED, REJECTED -> state.name();
            default -> "BACK";
        };
        return text("forwarding.ended-here." + how, CurrentJurisdiction.get().name());
    }

    /** @param questions whose answers they do not take */
    String unfit(Forwarding it, List<String> questions) {
        return text("forwarding.unfit", name(it.organisationId()), String.join(", ", questions));
    }

    String followedByHand(UUID organisationId, String number) {
        return text("forwarding.by-hand", name(organisationId), number);
    }

    String notTaken(Forwarding it, Forwarding.Problem problem, String error) {
        String why = text("forwarding.problem." + problem, name(it.organisationId()));
        return error.isEmpty() ? why : why + " (" + error + ")";
    }

    /** Their words, for everybody. */
    String says(Forwarding it, String words) {
        return text("forwarding.says", name(it.organisationId()), words);
    }

    /** The answer when they closed it. */
    String closed(Forwarding it, String words) {
        return words.isEmpty() ? text("forwarding.closed", name(it.organisationId())) : says(it, words);
    }

    /** For staff, with their status as they write it. */
    String status(Forwarding it, String status) {
        return text(
                "forwarding.status", name(it.organisationId()), it.remoteId().orElse(""), status);
    }

    String reopened(Forwarding it) {
        return text("forwarding.reopened", name(it.organisationId()));
    }

    String staysOpen(Forwarding it) {
        return text("forwarding.stays-open", name(it.organisationId()));
    }

    String name(UUID organisationId) {
        return organisations.find(organisationId).map(Organisation::name).orElse("?");
    }

    private String text(String key, Object... values) {
        return texts.getMessage(
                key, values, Locale.forLanguageTag(CurrentJurisdiction.get().locale()));
    }
}
