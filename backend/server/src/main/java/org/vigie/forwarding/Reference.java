package org.vigie.forwarding;

import java.util.regex.Pattern;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.request.Request;

/**
 * By what people on the other side know whose request it is: the last line of what they are told. A request that has such a line when it
 * comes in was forwarded by another Vigie. The letters in the number keep it from being taken for a telephone number and masked.
 */
final class Reference {

    private static final Pattern ANY = Pattern.compile("\\bVigie: [A-Za-z0-9_-]{1,60}/[0-9]{4}-no[0-9]{1,9}");

    private Reference() {}

    static String of(Request request) {
        return "Vigie: " + CurrentJurisdiction.get().code() + "/"
                + request.number().replace("-", "-no");
    }

    static boolean isIn(String description) {
        return ANY.matcher(description).find();
    }

    /** Whether a description is that of our request. */
    static boolean isOf(Request request, String description) {
        return Pattern.compile(Pattern.quote(of(request)) + "(?![0-9])")
                .matcher(description)
                .find();
    }
}
