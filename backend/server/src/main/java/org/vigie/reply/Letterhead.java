package org.vigie.reply;

import java.util.Base64;
import java.util.Optional;
import org.vigie.access.Refusal;

/**
 * What stands above every letter of a town.
 *
 * @param address lines of the town hall's address
 * @param contact one line: telephone, e-mail, web
 * @param place that the date is preceded by: « Aubrelle, le … »; empty: the name of the town
 */
public record Letterhead(String address, String contact, String place, Optional<Logo> logo) {

    public static final Letterhead PLAIN = new Letterhead("", "", "", Optional.empty());

    /** @throws Refusal letterhead-too-long */
    public Letterhead {
        if (address.length() > 500 || contact.length() > 300 || place.length() > 100) {
            throw Refusal.invalid("letterhead-too-long");
        }
    }

    /** A coat of arms or logo: PNG or JPEG, at most 300 kB. */
    public record Logo(String mediaType, String base64) {

        private static final int MOST_BYTES = 300_000;

        /** @throws Refusal logo-refused when it is neither PNG nor JPEG, or too large */
        public static Logo of(byte[] image) {
            boolean png = image.length > 8 && (image[0] & 0xff) == 0x89 && image[1] == 'P' && image[2] == 'N';
            boolean jpeg = image.length > 3 && (image[0] & 0xff) == 0xff && (image[1] & 0xff) == 0xd8;
            if (image.length > MOST_BYTES || (!png && !jpeg)) {
                throw Refusal.invalid("logo-refused", MOST_BYTES / 1000);
            }
            return new Logo(
                    png ? "image/png" : "image/jpeg", Base64.getEncoder().encodeToString(image));
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }
}
