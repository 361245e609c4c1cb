package org.vigie.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.vigie.access.CurrentJurisdiction;

/** The language a reader is answered in: the one the browser prefers of those we speak, else the jurisdiction's own. */
final class ReaderLocale {

    private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);

    private ReaderLocale() {}

    static Locale of(HttpServletRequest request) {
        String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (wanted == null || wanted.isBlank() || wanted.trim().equals("*")) {
            return ofJurisdiction();
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(wanted), SPOKEN);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException notALanguageList) {
            return ofJurisdiction();
        }
    }

    private static Locale ofJurisdiction() {
        boolean french = CurrentJurisdiction.find()
                .filter(open ->
                        Locale.forLanguageTag(open.locale()).getLanguage().equals("fr"))
                .isPresent();
        return french ? Locale.FRENCH : Locale.ENGLISH;
    }
}
