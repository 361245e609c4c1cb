package org.vigie.access.web;

import java.util.Collection;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.vigie.access.PageSources;

/**
 * What pages may load from elsewhere.
 *
 * @param imageHosts origins of online base maps, for example {@code https://tile.example.org}; none by default
 */
@ConfigurationProperties("vigie.web")
record WebSettings(@DefaultValue List<String> imageHosts) {

    /**
     * @param frameAncestors whose pages may show the page in a frame
     * @param others what the page loads from other services
     */
    String contentSecurityPolicy(String frameAncestors, PageSources.Sources others) {
        return "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:"
                + listed(imageHosts)
                + listed(others.images()) + "; connect-src 'self'" + listed(others.reads())
                + "; font-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; "
                + "frame-ancestors " + frameAncestors + "; base-uri 'self'; form-action 'self'";
    }

    private static String listed(Collection<String> sources) {
        return sources.isEmpty() ? "" : " " + String.join(" ", sources);
    }
}
