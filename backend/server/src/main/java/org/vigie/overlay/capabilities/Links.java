package org.vigie.overlay.capabilities;

import java.net.URI;

/** What a service says of addresses: only whole ones of the web are taken. */
final class Links {

    private Links() {}

    static boolean isWhole(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
