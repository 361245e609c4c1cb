package org.vigie.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a problem: a small page for somebody who came with a browser to a page, a door's own form where it has one, problem+json
 * for everything else.
 */
@Component
class ProblemAnswers {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final ProblemTexts texts;
    private final JsonMapper json;
    private final List<ProblemForm> forms;

    ProblemAnswers(ProblemTexts texts, JsonMapper json, List<ProblemForm> forms) {
        this.texts = texts;
        this.json = json;
        this.forms = forms;
    }

    /** Written as bytes, so that what the caller accepts can never turn a problem into another one. */
    ResponseEntity<byte[]> answer(Problem problem, HttpServletRequest request) {
        Locale reader = ReaderLocale.of(request);
        ProblemBody body = texts.tell(problem, reader);
        String path = asked(request);
        return forms.stream()
                .filter(form -> form.isSpokenAt(path))
                .findFirst()
                .map(form -> form.answer(problem.status(), body.detail(), path))
                .orElseGet(() -> answer(problem, body, request, reader));
    }

    private ResponseEntity<byte[]> answer(
            Problem problem, ProblemBody body, HttpServletRequest request, Locale reader) {
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(problem.headers());
        headers.setContentLanguage(reader);
        headers.setCacheControl("no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        boolean page = wantsPage(request);
        headers.setContentType(page ? HTML : MediaType.APPLICATION_PROBLEM_JSON);
        if (page) {
            headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        }
        byte[] bytes = page ? page(body, reader).getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(body);
        return new ResponseEntity<>(bytes, headers, problem.status());
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !asked(request).matches("/[^/]*/(api|open311|ogc|tiles|live)(/.*)?");
    }

    private static String asked(HttpServletRequest request) {
        String path = String.valueOf(request.getAttribute("jakarta.servlet.error.request_uri"));
        return path.equals("null") ? request.getRequestURI() : path;
    }

    private static String page(ProblemBody body, Locale reader) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                <p>%s</p>
                <p><a href="/">Vigie</a></p>
                </main>
                </body>
                </html>
                """.formatted(
                        reader.toLanguageTag(),
                        HtmlUtils.htmlEscape(body.title()),
                        HtmlUtils.htmlEscape(body.title()),
                        HtmlUtils.htmlEscape(body.detail()));
    }
}
