package org.vigie.citizen.web;

import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.citizen.Tracking;
import org.vigie.intake.photo.PublishedPhotos.Size;
import org.vigie.intake.web.PhotoAnswers;

/** The photos of the request behind a tracking link, published or not: for whoever has the link, and for no shared cache. */
@RestController
@RequestMapping("/{jurisdiction}/api/track/{token}/photos")
class TrackedPhotoController {

    private final Tracking tracking;

    TrackedPhotoController(Tracking tracking) {
        this.tracking = tracking;
    }

    @GetMapping("/" + PhotoAnswers.ID + ".jpg")
    ResponseEntity<Resource> photo(@PathVariable String token, @PathVariable UUID id) {
        return PhotoAnswers.serve(tracking.findPhoto(token, id, Size.WHOLE));
    }

    @GetMapping("/" + PhotoAnswers.ID + "-thumbnail.jpg")
    ResponseEntity<Resource> thumbnail(@PathVariable String token, @PathVariable UUID id) {
        return PhotoAnswers.serve(tracking.findPhoto(token, id, Size.THUMBNAIL));
    }
}
