package org.vigie.features;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature on its way out.
 *
 * @param values of the layer's properties, in their order: String, Long, Boolean, Instant or null
 * @param geometry in EPSG:4326, longitude first; empty for a request that nobody has located yet
 */
public record FeatureRow(String id, List<@Nullable Object> values, Optional<Geometry> geometry) {}
