package org.vigie.overlay.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.overlay.Overlays;
import org.vigie.overlay.web.OverlayBodies.ListBody;
import org.vigie.overlay.web.OverlayBodies.OverlayBody;

/** The layers of other services that everybody may lay over the map. */
@RestController
class OverlayController {

    private final Overlays overlays;

    OverlayController(Overlays overlays) {
        this.overlays = overlays;
    }

    @GetMapping("/{jurisdiction}/api/overlays")
    ListBody list() {
        return new ListBody(overlays.shown(false).stream().map(OverlayBody::of).toList());
    }
}
