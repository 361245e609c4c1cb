package org.vigie.features;

import java.util.Map;

/** Which test tries which requirement class. */
final class ConformanceTests {

    private static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-";
    private static final String CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/";

    static final Map<String, Class<?>> BY_CLASS = Map.ofEntries(
            Map.entry(FEATURES + "1/1.0/conf/core", CoreConformanceTest.class),
            Map.entry(FEATURES + "1/1.0/conf/oas30", CoreConformanceTest.class),
            Map.entry(FEATURES + "1/1.0/conf/geojson", CoreConformanceTest.class),
            Map.entry(FEATURES + "1/1.0/conf/html", PagesForPeopleTest.class),
            Map.entry(FEATURES + "2/1.0/conf/crs", CrsConformanceTest.class),
            Map.entry(FEATURES + "3/1.0/conf/queryables", FilterConformanceTest.class),
            Map.entry(FEATURES + "3/1.0/conf/queryables-query-parameters", FilterConformanceTest.class),
            Map.entry(FEATURES + "3/1.0/conf/filter", FilterConformanceTest.class),
            Map.entry(FEATURES + "3/1.0/conf/features-filter", FilterConformanceTest.class),
            Map.entry(CQL2 + "cql2-text", Cql2Test.class),
            Map.entry(CQL2 + "cql2-json", Cql2Test.class),
            Map.entry(CQL2 + "basic-cql2", FilterConformanceTest.class),
            Map.entry(CQL2 + "advanced-comparison-operators", FilterConformanceTest.class),
            Map.entry(CQL2 + "case-insensitive-comparison", FilterConformanceTest.class),
            Map.entry(CQL2 + "basic-spatial-functions", FilterConformanceTest.class),
            Map.entry(CQL2 + "basic-spatial-functions-plus", FilterConformanceTest.class),
            Map.entry(CQL2 + "spatial-functions", FilterConformanceTest.class),
            Map.entry(CQL2 + "temporal-functions", FilterConformanceTest.class),
            Map.entry(CQL2 + "property-property", FilterConformanceTest.class));

    private ConformanceTests() {}
}
