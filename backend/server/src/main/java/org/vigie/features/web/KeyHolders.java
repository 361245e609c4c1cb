package org.vigie.features.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.vigie.access.ApiKey;
import org.vigie.access.Refusal;
import org.vigie.features.DataKey;
import org.vigie.features.DataKeys;
import org.vigie.features.StaffLayers;

/**
 * Opens staff's layers to whoever sends a key with the request (RFC 6750). In an address it would be kept in logs and links, so it counts
 * for nothing there.
 */
class KeyHolders implements HandlerInterceptor {

    private static final String SCHEME = "Bearer ";

    private final DataKeys keys;

    KeyHolders(DataKeys keys) {
        this.keys = keys;
    }

    /** @throws Refusal data-key-invalid when there is a key that nobody here holds, so that its holder hears of it */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (sent != null && sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            DataKey key = keys.holding(
                            new ApiKey(sent.substring(SCHEME.length()).strip()))
                    .orElseThrow(() -> invalid(response));
            new VisibleLayers(StaffLayers.openedBy(key.layers())).open(request);
        }
        return true;
    }

    private static Refusal invalid(HttpServletResponse response) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        return new Refusal(Refusal.Kind.NOT_SIGNED_IN, "data-key-invalid");
    }
}
