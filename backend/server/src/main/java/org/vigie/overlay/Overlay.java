package org.vigie.overlay;

import java.util.Optional;
import java.util.UUID;

/**
 * A layer of another map service.
 *
 * @param attribution whose it is, said on the map; may be empty
 * @param position among the others, from below
 */
public record Overlay(
        UUID id,
        Kind kind,
        Title title,
        Source source,
        Display display,
        String attribution,
        Audience audience,
        int position) {

    /** How its service is asked. */
    public enum Kind {
        WMS,
        WMTS,
        /** As GeoJSON. */
        WFS,
        /** OGC API Features. */
        FEATURES,
        /** Tiles by their numbers. */
        XYZ;

        /** Whether its address names one tile, with {z}, {x} and {y}. */
        boolean isTemplate() {
            return this == WMTS || this == XYZ;
        }

        /** Whether a page reads its answers itself, instead of showing them as pictures. */
        boolean isRead() {
            return this == WFS || this == FEATURES;
        }
    }

    /** Who sees it. */
    public enum Audience {
        PUBLIC,
        STAFF
    }

    public record Title(String fr, String en) {}

    /**
     * What is asked of the service, in its own words; empty: nothing.
     *
     * @param layers separated by commas
     * @param format of its answers
     * @param legend a picture
     * @param infoFormat in which it tells what is at a place; empty: it is not asked
     */
    public record Source(
            String address,
            String layers,
            String style,
            String format,
            String version,
            String infoFormat,
            Optional<String> legend) {}

    public record Display(int minZoom, int maxZoom, int opacityPercent) {}
}
