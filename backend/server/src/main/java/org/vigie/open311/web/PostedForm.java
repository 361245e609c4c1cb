package org.vigie.open311.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.vigie.access.Refusal;

/**
 * What a client posts: fields and photos, as a form or in parts, and what stands in the query besides. Read here and not by the container,
 * which allows a form less than a photo in base64 needs.
 *
 * @param files parts that are photos
 */
record PostedForm(Parameters fields, List<byte[]> files) {

    private static final int MOST_MEGABYTES = 24;
    private static final int MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;
    private static final int MOST_FIELDS = 500;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data";

    /** @throws Refusal open311-form-expected, open311-form-malformed, open311-form-too-large */
    static PostedForm read(HttpServletRequest request) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        List<byte[]> files = new ArrayList<>();
        String type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        if (type.startsWith(PARTS)) {
            readParts(request, fields, files);
        } else if (type.startsWith(FORM)) {
            decode(new String(limited(request.getInputStream()), StandardCharsets.US_ASCII), fields);
        } else if (!type.isEmpty()) {
            throw new Refusal(Refusal.Kind.MALFORMED, "open311-form-expected");
        }
        decode(Objects.requireNonNullElse(request.getQueryString(), ""), fields);
        return new PostedForm(new Parameters(fields), files);
    }

    private static void readParts(HttpServletRequest request, Map<String, List<String>> fields, List<byte[]> files)
            throws IOException {
        try {
            for (Part part : request.getParts()) {
                try (InputStream content = part.getInputStream()) {
                    byte[] bytes = limited(content);
                    if (part.getSubmittedFileName() == null) {
                        add(part.getName(), new String(bytes, StandardCharsets.UTF_8), fields);
                    } else if (bytes.length > 0) {
                        files.add(bytes);
                    }
                }
            }
        } catch (ServletException | IllegalStateException notParts) {
            throw new Refusal(Refusal.Kind.MALFORMED, "open311-form-malformed");
        }
    }

    private static byte[] limited(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "open311-form-too-large", MOST_MEGABYTES);
        }
        return bytes;
    }

    private static void decode(String encoded, Map<String, List<String>> fields) {
        try {
            for (String pair : encoded.split("&", MOST_FIELDS + 1)) {
                int equals = pair.indexOf('=');
                if (!pair.isEmpty()) {
                    add(
                            URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8),
                            equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8),
                            fields);
                }
            }
        } catch (IllegalArgumentException badEscape) {
            throw new Refusal(Refusal.Kind.MALFORMED, "open311-form-malformed");
        }
    }

    private static void add(String name, String value, Map<String, List<String>> fields) {
        fields.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        if (fields.size() > MOST_FIELDS) {
            throw new Refusal(Refusal.Kind.MALFORMED, "open311-form-malformed");
        }
    }
}
