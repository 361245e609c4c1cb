package org.vigie.overlay.capabilities;

import java.util.List;
import java.util.Optional;
import org.vigie.overlay.Overlay;

/**
 * What a service has.
 *
 * @param isWhole false when its list was longer than is read
 */
public record Offer(String title, boolean isWhole, List<Layer> layers) {

    /**
     * @param source as the overlay would be kept, with the style that the service shows by itself
     * @param zooms that it has tiles of; absent: any
     * @param fault why it cannot be shown; absent: it can
     */
    public record Layer(
            String name,
            String title,
            String attribution,
            Overlay.Source source,
            List<Style> styles,
            Optional<Zooms> zooms,
            Optional<Fault> fault) {}

    public record Style(String name, String title, Optional<String> legend) {}

    public record Zooms(int least, int most) {}

    /** Why a layer cannot be shown on our maps. */
    public enum Fault {
        /** Not in Web Mercator (EPSG:3857), or not in tiles of the usual 256 pixels. */
        NO_WEB_MERCATOR,
        /** Its features are not given as GeoJSON. */
        NO_GEO_JSON,
        /** Its pictures are none that a browser shows. */
        NO_PICTURE
    }
}
