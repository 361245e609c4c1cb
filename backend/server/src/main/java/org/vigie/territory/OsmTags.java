package org.vigie.territory;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What OpenStreetMap's tags mean for the base map: its kind and class, or nothing when it is not drawn. */
final class OsmTags {

    private static final Map<String, String> STREETS = Map.ofEntries(
            Map.entry("motorway", "trunk"),
            Map.entry("motorway_link", "trunk"),
            Map.entry("trunk", "trunk"),
            Map.entry("trunk_link", "trunk"),
            Map.entry("primary", "main"),
            Map.entry("primary_link", "main"),
            Map.entry("secondary", "secondary"),
            Map.entry("secondary_link", "secondary"),
            Map.entry("tertiary", "secondary"),
            Map.entry("tertiary_link", "secondary"),
            Map.entry("residential", "residential"),
            Map.entry("unclassified", "residential"),
            Map.entry("living_street", "residential"),
            Map.entry("service", "residential"),
            Map.entry("road", "residential"),
            Map.entry("pedestrian", "old"),
            Map.entry("footway", "path"),
            Map.entry("path", "path"),
            Map.entry("cycleway", "path"),
            Map.entry("steps", "path"),
            Map.entry("bridleway", "path"),
            Map.entry("track", "path"));
    private static final Set<String> RAILS =
            Set.of("rail", "light_rail", "tram", "subway", "narrow_gauge", "funicular", "monorail");
    private static final Set<String> WATERWAYS = Set.of("river", "stream", "canal", "ditch", "drain");
    private static final Set<String> GREEN_LEISURE = Set.of(
            "park", "garden", "playground", "pitch", "golf_course", "nature_reserve", "recreation_ground", "dog_park");
    private static final Set<String> GREEN_LANDUSE = Set.of(
            "grass",
            "meadow",
            "cemetery",
            "recreation_ground",
            "village_green",
            "allotments",
            "orchard",
            "vineyard",
            "greenfield");
    private static final Set<String> GREEN_NATURAL = Set.of("scrub", "grassland", "heath", "shrubbery");
    private static final Set<String> BUILT_UP =
            Set.of("residential", "commercial", "industrial", "retail", "construction", "garages");
    private static final Set<String> WATER_LANDUSE = Set.of("reservoir", "basin");
    private static final Set<String> AMENITIES = Set.of(
            "townhall",
            "school",
            "college",
            "university",
            "kindergarten",
            "hospital",
            "library",
            "theatre",
            "place_of_worship",
            "fire_station",
            "police",
            "marketplace",
            "post_office",
            "community_centre",
            "courthouse");
    private static final Set<String> PLACES =
            Set.of("city", "town", "village", "suburb", "quarter", "neighbourhood", "hamlet", "locality", "square");

    private OsmTags() {}

    /** How something is drawn. @param kind as in territory.basemap_feature */
    record Drawn(String kind, String className) {}

    static Optional<Drawn> line(Map<String, String> tags) {
        String street = STREETS.get(tags.getOrDefault("highway", ""));
        if (street != null) {
            return drawn("STREET", street);
        }
        Optional<Drawn> rail = oneOf(tags, "railway", RAILS, "RAIL");
        if (rail.isPresent()) {
            // What runs below ground is no landmark above it.
            return tags.getOrDefault("tunnel", "no").equals("no") ? rail : Optional.empty();
        }
        return oneOf(tags, "waterway", WATERWAYS, "WATERWAY");
    }

    static Optional<Drawn> area(Map<String, String> tags) {
        String building = tags.getOrDefault("building", "no");
        if (!building.equals("no")) {
            return drawn("BUILDING", building);
        }
        if (tags.getOrDefault("natural", "").equals("water")) {
            return drawn("WATER", tags.getOrDefault("water", "water"));
        }
        if (tags.getOrDefault("natural", "").equals("wood")
                || tags.getOrDefault("landuse", "").equals("forest")) {
            return drawn("WOOD", "wood");
        }
        return oneOf(tags, "waterway", Set.of("riverbank", "dock"), "WATER")
                .or(() -> oneOf(tags, "landuse", WATER_LANDUSE, "WATER"))
                .or(() -> oneOf(tags, "leisure", GREEN_LEISURE, "GREEN"))
                .or(() -> oneOf(tags, "landuse", GREEN_LANDUSE, "GREEN"))
                .or(() -> oneOf(tags, "natural", GREEN_NATURAL, "GREEN"))
                .or(() -> oneOf(tags, "landuse", BUILT_UP, "BUILT_UP"));
    }

    /** Nameless points say nothing on a map. */
    static Optional<Drawn> point(Map<String, String> tags) {
        return tags.containsKey("name")
                ? oneOf(tags, "place", PLACES, "PLACE").or(() -> landmark(tags))
                : Optional.empty();
    }

    /** What people find their way by; an area may be one beside being drawn as ground or building. */
    static Optional<Drawn> landmark(Map<String, String> tags) {
        if (!tags.containsKey("name")) {
            return Optional.empty();
        }
        return oneOf(tags, "amenity", AMENITIES, "LANDMARK")
                .or(() -> oneOf(tags, "railway", Set.of("station", "halt", "tram_stop"), "LANDMARK"))
                .or(() -> oneOf(tags, "tourism", Set.of("museum", "attraction"), "LANDMARK"))
                .or(() -> oneOf(tags, "leisure", Set.of("stadium", "sports_centre", "swimming_pool"), "LANDMARK"));
    }

    private static Optional<Drawn> oneOf(Map<String, String> tags, String key, Set<String> values, String kind) {
        String value = tags.getOrDefault(key, "");
        return values.contains(value) ? drawn(kind, value) : Optional.empty();
    }

    private static Optional<Drawn> drawn(String kind, String className) {
        return Optional.of(new Drawn(kind, className));
    }
}
