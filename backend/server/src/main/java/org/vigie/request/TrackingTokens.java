package org.vigie.request;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.access.LinkTokens;

/** The last part of a request's tracking link. */
@Component
public class TrackingTokens {

    /** Not named, so that the links sent before other links were signed stay good. */
    private static final String PURPOSE = "";

    private final LinkTokens tokens;

    TrackingTokens(LinkTokens tokens) {
        this.tokens = tokens;
    }

    public String of(UUID requestId) {
        return tokens.of(PURPOSE, requestId);
    }

    /** The request that a token was made for, in the jurisdiction that is open; empty for any other text. */
    public Optional<UUID> findRequestId(String token) {
        return tokens.findId(PURPOSE, token);
    }
}
