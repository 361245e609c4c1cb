package org.vigie.access.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.access.Refusal;

/** The revision of a record as an entity tag: sent with every answer, brought back by every change (RFC 9110, If-Match). */
public final class Revision {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");

    private Revision() {}

    public static String eTag(int revision) {
        return "\"" + revision + "\"";
    }

    /** @throws Refusal revision-missing (428) without the header, revision-malformed (400) when it is not one of ours */
    public static int read(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refusal(Refusal.Kind.REVISION_MISSING, "revision-missing");
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new Refusal(Refusal.Kind.MALFORMED, "revision-malformed", ifMatch);
        }
        return Integer.parseInt(tag.group(1));
    }
}
