package org.vigie.access.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.access.Refusal;

/**
 * The revision of a record as an entity tag: sent with every answer, brought back by every change (RFC 9110, If-Match). A change takes
 * it as the value of that header; without it the answer is 428, see {@link ProblemOf}.
 */
public record Revision(int number) {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");

    public static String eTag(int revision) {
        return "\"" + revision + "\"";
    }

    /**
     * Called by Spring for the value of the header.
     *
     * @throws Refusal revision-missing (428) when it is blank, revision-malformed (400) when it is not one of ours
     */
    public static Revision valueOf(String ifMatch) {
        if (ifMatch.isBlank()) {
            throw missing();
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new Refusal(Refusal.Kind.MALFORMED, "revision-malformed", ifMatch);
        }
        return new Revision(Integer.parseInt(tag.group(1)));
    }

    static Refusal missing() {
        return new Refusal(Refusal.Kind.REVISION_MISSING, "revision-missing");
    }
}
