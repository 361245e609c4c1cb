package org.vigie.opendata.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.vigie.access.CurrentJurisdiction;

/**
 * Where things are, as whoever asks reaches them.
 *
 * @param town its page, with a final slash
 */
record Addresses(String town) {

    static Addresses of(HttpServletRequest request) {
        return new Addresses(ServletUriComponentsBuilder.fromContextPath(request)
                        .pathSegment(CurrentJurisdiction.get().code())
                        .build()
                        .toUriString()
                + "/");
    }

    String openData() {
        return town + "open-data";
    }

    /** @param ending as in {@code requests.csv} */
    String below(String ending) {
        return openData() + "/" + ending;
    }
}
