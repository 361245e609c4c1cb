package org.vigie.open311.web;

import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.vigie.access.web.ProblemForm;

/**
 * Tells what went wrong as GeoReport v2 wants it: 404 for what is not here, 403 for the key, 400 for everything else that is the client's
 * doing.
 */
@Component
class ErrorDocuments implements ProblemForm {

    private static final Pattern OURS = Pattern.compile("/[^/]*/open311(/.*)?");

    private final Documents documents;

    ErrorDocuments(Documents documents) {
        this.documents = documents;
    }

    @Override
    public boolean isSpokenAt(String path) {
        return isOurs(path);
    }

    static boolean isOurs(String path) {
        return OURS.matcher(path).matches();
    }

    @Override
    public ResponseEntity<byte[]> answer(HttpStatusCode status, String detail, String path) {
        Format format = path.endsWith(".json") ? Format.JSON : Format.XML;
        return documents.error(code(status), format, detail);
    }

    private static HttpStatusCode code(HttpStatusCode status) {
        boolean isOneOfTheirs = status.is5xxServerError()
                || status.isSameCodeAs(HttpStatus.NOT_FOUND)
                || status.isSameCodeAs(HttpStatus.FORBIDDEN);
        return isOneOfTheirs ? status : HttpStatus.BAD_REQUEST;
    }
}
