package org.vigie.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Whose pages may show ours in a frame: the map made for that is shown by everybody's, and everything else by nobody's. In the map for
 * frames nothing can be sent off or changed, so that a page that lays something over it gains nothing.
 */
final class FramingHeaders implements HeaderWriter {

    private static final String POLICY = "Content-Security-Policy";

    private static final RequestMatcher FOR_FRAMES =
            PathPatternRequestMatcher.withDefaults().matcher("/{jurisdiction}/embed");

    private final PagePolicy policy;

    FramingHeaders(PagePolicy policy) {
        this.policy = policy;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        boolean anywhere = FOR_FRAMES.matches(request);
        if (!response.containsHeader(POLICY)) {
            response.setHeader(POLICY, policy.of(request, anywhere ? "*" : "'none'"));
        }
        if (!anywhere) {
            response.setHeader("X-Frame-Options", "DENY");
        }
    }
}
