package org.vigie.features.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a document: its bytes, its links also as headers, and which of the reader's wishes it follows. */
@Component
class LinkedDocuments {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final JsonMapper json;

    LinkedDocuments(JsonMapper json) {
        this.json = json;
    }

    ResponseEntity<byte[]> json(Visit visit, MediaType type, Object body, List<Link> links) {
        return answer(visit, links).contentType(type).body(json.writeValueAsBytes(body));
    }

    ResponseEntity<byte[]> page(Visit visit, String page, List<Link> links) {
        return answer(visit, links)
                .contentType(HTML)
                .header("Content-Security-Policy", PageFrame.CONTENT_SECURITY_POLICY)
                .body(page.getBytes(StandardCharsets.UTF_8));
    }

    ResponseEntity.BodyBuilder answer(Visit visit, List<Link> links) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (visit.layers().hasStaffs()) {
            answer.cacheControl(CacheControl.noStore());
        }
        return answer.varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION)
                .header(HttpHeaders.CONTENT_LANGUAGE, visit.locale().toLanguageTag())
                .header(HttpHeaders.LINK, links.stream().map(Link::toHeader).toArray(String[]::new));
    }
}
