package org.vigie.dispatch.web;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.dispatch.preview.Preview;
import org.vigie.dispatch.preview.Previews;

/** What a draft of the sectors would mean. */
@RestController
class SectorPreviewController {

    private final Previews previews;

    SectorPreviewController(Previews previews) {
        this.previews = previews;
    }

    @GetMapping("/{jurisdiction}/api/desk/sector-drafts/{id}/preview")
    Preview preview(@PathVariable UUID id) {
        return previews.of(id);
    }
}
