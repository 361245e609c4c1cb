package org.vigie.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.photo.Photo;
import org.vigie.intake.photo.PhotoIntake;
import org.vigie.intake.photo.PhotoRef;
import org.vigie.intake.photo.PublishedPhotos;
import org.vigie.intake.photo.PublishedPhotos.Size;
import org.vigie.intake.photo.StoredPhoto;

/** Takes photos in and serves them. */
@RestController
class PhotoController {

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
                    PhotoRef.of(photo).thumbnailUrl(),
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

    @GetMapping("/{jurisdiction}/photos/" + PhotoAnswers.ID + ".jpg")
    ResponseEntity<Resource> photo(@PathVariable UUID id) {
        return PhotoAnswers.serve(published.find(id, Size.WHOLE));
    }

    @GetMapping("/{jurisdiction}/photos/" + PhotoAnswers.ID + "-thumbnail.jpg")
    ResponseEntity<Resource> thumbnail(@PathVariable UUID id) {
        return PhotoAnswers.serve(published.find(id, Size.THUMBNAIL));
    }
}
