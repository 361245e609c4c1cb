package org.vigie.intake;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.access.Refusal;
import org.vigie.request.Request;
import org.vigie.request.Requester;

/** What a report must satisfy on every channel. */
public final class ReportRules {

    static final int MAX_PHOTOS = 6;
    static final int MAX_ADDRESS_CHARACTERS = 300;
    static final int MAX_NAME_CHARACTERS = 120;
    /** One @, no spaces or line breaks, a dot in the domain: what a mail server may still refuse is told by the delivery. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]+\\.[^\\s@<>\",;.]{2,}");

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().\\-]{5,24}");

    private ReportRules() {}

    /** @throws Refusal naming the first rule that is broken */
    static void check(Report report) {
        atMost("description-too-long", report.description(), Request.MAX_DESCRIPTION_CHARACTERS);
        atMost("address-too-long", report.address(), MAX_ADDRESS_CHARACTERS);
        atMost("name-too-long", report.requester().name(), MAX_NAME_CHARACTERS);
        checkOrganisation(report.requester());
        if (report.photos().size() > MAX_PHOTOS) {
            throw Refusal.invalid("too-many-photos", report.photos().size(), MAX_PHOTOS);
        }
        checkEmail(report.requester().email().orElse(null));
        report.requester()
                .phone()
                .filter(phone -> !PHONE.matcher(phone).matches())
                .ifPresent(phone -> {
                    throw Refusal.invalid("phone-not-understood", phone);
                });
    }

    private static void checkOrganisation(Requester requester) {
        atMost("organisation-too-long", requester.organisationName(), MAX_NAME_CHARACTERS);
        if (requester.type() == Requester.Type.PERSON
                && !requester.organisationName().isEmpty()) {
            throw Refusal.invalid("organisation-of-a-person", requester.organisationName());
        }
    }

    /** @throws Refusal email-not-understood; no address at all is fine */
    public static void checkEmail(@Nullable String email) {
        if (email != null && (email.length() > 254 || !EMAIL.matcher(email).matches())) {
            throw Refusal.invalid("email-not-understood", email);
        }
    }

    private static void atMost(String problem, String text, int characters) {
        int length = text.codePointCount(0, text.length());
        if (length > characters) {
            throw Refusal.invalid(problem, length, characters);
        }
    }
}
