package org.vigie.forwarding;

import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.catalogue.Organisation;
import org.vigie.catalogue.Organisations;

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

    String withdrawnMeanwhile() {
        return text("forwarding.withdrawn-meanwhile");
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
