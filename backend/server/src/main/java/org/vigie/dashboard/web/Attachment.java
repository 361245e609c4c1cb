package org.vigie.dashboard.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file to take away, which nobody keeps for later. */
final class Attachment {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Attachment() {}

    /** @param table the file is called so */
    static ResponseEntity<byte[]> csv(String table, byte[] content) {
        return of(table + ".csv", CSV, content);
    }

    static ResponseEntity<byte[]> of(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
