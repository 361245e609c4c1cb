package org.vigie.forwarding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The key that another system gave us. It is sent there, and shown and logged nowhere. */
record RemoteKey(String text) {

    /** What somebody else said, without the key in it. */
    String hiddenIn(String words) {
        return words.replace(text, "…").replace(URLEncoder.encode(text, StandardCharsets.UTF_8), "…");
    }

    /** Never the key itself. */
    @Override
    public String toString() {
        return "RemoteKey[…]";
    }
}
