package org.vigie.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Tells one browser from another behind the same address, for a day and for nothing else. */
final class DeviceCookie {

    private static final String NAME = "vigie-device";
    private static final Duration KEPT = Duration.ofDays(1);

    private DeviceCookie() {}

    /** Empty when there is none, or one that was not made here. */
    static Optional<UUID> find(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).flatMap(cookie -> uuid(cookie.getValue()));
    }

    /** Gives the browser a new one. */
    static UUID give(HttpServletRequest request, HttpServletResponse response) {
        UUID device = UUID.randomUUID();
        ResponseCookie cookie = ResponseCookie.from(NAME, device.toString())
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return device;
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
