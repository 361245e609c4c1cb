package org.vigie.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.photo.Photo;
import org.vigie.intake.photo.PhotoIntake;
import org.vigie.intake.photo.PublishedPhotos;
import org.vigie.intake.photo.PublishedPhotos.Size;
import org.vigie.intake.photo.StoredPhoto;

/** Takes photos in and serves them. */
@RestController
class PhotoController {

    private static final String ID = "{id:[0-9a-fA-F-]{36}}";
    /** Short, since a photo may be withdrawn; its content never changes, so asking again costs a 304. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final PhotoIntake intake;
    private final PublishedPhotos published;

    PhotoController(PhotoIntake intake, PublishedPhotos published) {
        this.intake = intake;
        this.published = published;
    }

    record ReceivedPhoto(
            UUID id,
            int width,
            int height,
            String thumbnailUrl,
            @Nullable Wgs84Point proposedPosition,
            @Nullable Instant takenAt) {

        static ReceivedPhoto of(StoredPhoto stored) {
            Photo photo = stored.photo();
            return new ReceivedPhoto(
                    photo.id(),
                    photo.width(),
                    photo.height(),
                    "/%s/photos/%s-thumbnail.jpg"
                            .formatted(CurrentJurisdiction.get().code(), photo.id()),
                    stored.proposedPosition().orElse(null),
                    stored.takenAt().orElse(null));
        }
    }

    /** The body is the image itself; what it is is told by its content, whatever the header says. */
    @PutMapping("/{jurisdiction}/api/photos/{id}")
    ResponseEntity<ReceivedPhoto> receive(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        PhotoIntake.Outcome outcome = intake.receive(id, request.getInputStream());
        return ResponseEntity.status(outcome.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ReceivedPhoto.of(outcome.stored()));
    }

    @GetMapping("/{jurisdiction}/photos/" + ID + ".jpg")
    ResponseEntity<Resource> photo(@PathVariable UUID id) {
        return serve(published.find(id, Size.WHOLE), "");
    }

    @GetMapping("/{jurisdiction}/photos/" + ID + "-thumbnail.jpg")
    ResponseEntity<Resource> thumbnail(@PathVariable UUID id) {
        return serve(published.find(id, Size.THUMBNAIL), "-thumbnail");
    }

    private static ResponseEntity<Resource> serve(Optional<PublishedPhotos.Visible> found, String eTagSuffix) {
        PublishedPhotos.Visible photo = found.orElseThrow(() -> Refusal.notFound("photo"));
        CacheControl cache = CacheControl.maxAge(KEPT);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(photo.isPublic() ? cache.cachePublic() : cache.cachePrivate())
                .eTag("\"" + photo.name().sha256() + eTagSuffix + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(new FileSystemResource(photo.file()));
    }
}
