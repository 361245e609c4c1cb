package org.vigie.access.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What pages may load from elsewhere.
 *
 * @param imageHosts origins of online base maps, for example {@code https://tile.example.org}; none by default
 */
@ConfigurationProperties("vigie.web")
record WebSettings(@DefaultValue List<String> imageHosts) {

    /** @param frameAncestors whose pages may show the page in a frame */
    String contentSecurityPolicy(String frameAncestors) {
        String images = imageHosts.isEmpty() ? "" : " " + String.join(" ", imageHosts);
        return "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:" + images
                + "; connect-src 'self'; font-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; "
                + "frame-ancestors " + frameAncestors + "; base-uri 'self'; form-action 'self'";
    }
}
