package org.vigie.features.web;

import java.util.List;
import java.util.stream.Stream;

/** The requirement classes that are kept; for each there is a test that says so. */
final class Conformance {

    private static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-";

    static final List<String> CLASSES = Stream.of(
                    Stream.of("core", "oas30", "html", "geojson").map(name -> FEATURES + "1/1.0/conf/" + name),
                    Stream.of(FEATURES + "2/1.0/conf/crs"),
                    Stream.of("queryables", "queryables-query-parameters", "filter", "features-filter")
                            .map(name -> FEATURES + "3/1.0/conf/" + name),
                    Stream.of(
                                    "cql2-text",
                                    "cql2-json",
                                    "basic-cql2",
                                    "advanced-comparison-operators",
                                    "case-insensitive-comparison",
                                    "basic-spatial-functions",
                                    "basic-spatial-functions-plus",
                                    "spatial-functions",
                                    "temporal-functions",
                                    "property-property")
                            .map(name -> "http://www.opengis.net/spec/cql2/1.0/conf/" + name))
            .flatMap(classes -> classes)
            .toList();

    private Conformance() {}
}
