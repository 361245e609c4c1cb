package org.vigie.citizen.web;

import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.citizen.Tracking;

/** The letters behind a tracking link: for whoever has the link, and for no cache. */
@RestController
class TrackedLetterController {

    private final Tracking tracking;

    TrackedLetterController(Tracking tracking) {
        this.tracking = tracking;
    }

    @GetMapping("/{jurisdiction}/api/track/{token}/letters/{id}.pdf")
    ResponseEntity<byte[]> letter(@PathVariable String token, @PathVariable UUID id) {
        byte[] pdf = tracking.findLetter(token, id).orElseThrow(() -> Refusal.notFound("letter"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("letter.pdf")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(pdf);
    }
}
