package org.vigie.intake.web;

import java.time.Duration;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.vigie.access.Refusal;
import org.vigie.intake.photo.PublishedPhotos;

/** A photo as an answer, at every door that serves one. */
public final class PhotoAnswers {

    /** Below which the id of a photo stands, without its ending. */
    public static final String ID = "{id:[0-9a-fA-F-]{36}}";
    /** Short, since a photo may be withdrawn; its content never changes, so asking again costs a 304. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private PhotoAnswers() {}

    /** @throws Refusal not-found when there is none that may be seen */
    public static ResponseEntity<Resource> serve(Optional<PublishedPhotos.Visible> found) {
        PublishedPhotos.Visible photo = found.orElseThrow(() -> Refusal.notFound("photo"));
        CacheControl cache = CacheControl.maxAge(KEPT);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(photo.isPublic() ? cache.cachePublic() : cache.cachePrivate())
                .eTag("\"" + photo.tag() + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(new FileSystemResource(photo.file()));
    }
}
