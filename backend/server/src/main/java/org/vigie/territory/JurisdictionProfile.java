package org.vigie.territory;

import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;
import org.vigie.access.Jurisdiction;

/**
 * A jurisdiction and what its pages say of it.
 *
 * @param boundary EPSG:4326
 * @param fictional made up for a demonstration, and labelled so on every page
 * @param hotlineNumber as people dial it
 * @param hotlineCostNote what a call costs, in the jurisdiction's language
 */
public record JurisdictionProfile(
        Jurisdiction jurisdiction,
        MultiPolygon boundary,
        boolean fictional,
        Optional<String> hotlineNumber,
        Optional<String> hotlineCostNote) {}
