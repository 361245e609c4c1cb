package org.vigie.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem: a small page for somebody who came with a browser to a page, problem+json for everything else. */
@Component
class ProblemAnswers {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final ProblemTexts texts;
    private final JsonMapper json;

    ProblemAnswers(ProblemTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** Written as bytes, so that what the caller accepts can never turn a problem into another one. */
    ResponseEntity<byte[]> answer(Problem problem, HttpServletRequest request) {
        Locale reader = ReaderLocale.of(request);
        ProblemBody body = texts.tell(problem, reader);
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
        String path = String.valueOf(request.getAttribute("jakarta.servlet.error.request_uri"));
        String asked = path.equals("null") ? request.getRequestURI() : path;
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !asked.matches("/[^/]*/(api|open311|ogc|tiles|live)(/.*)?");
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
