package org.vigie.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How a curious visitor asks every public address, with what might pull something hidden out of it. */
final class PublicAddresses {

    private final List<String> ids;
    private final List<String> photos;

    /** @param ids of requests, the private one among them; {@code photos} likewise */
    PublicAddresses(List<String> ids, List<String> photos) {
        this.ids = ids;
        this.photos = photos;
    }

    private void open311(Map<String, List<String>> known) {
        String door = "/{jurisdiction}/open311/v2";
        String ending = ".{format:xml|json}";
        for (String each : List.of("/discovery", "/services", "/services/{code}", "/coverage", "/tokens/{token}")) {
            String visited = each.replace("{code}", "habitat-indigne").replace("{token}", "unknown");
            known.put(
                    door + each + ending,
                    List.of(
                            "/{j}/open311/v2" + visited + ".xml",
                            "/{j}/open311/v2" + visited + ".json?lat="
                                    + PublicBytesTest.PRIVATE_LATITUDE.substring(0, 5) + "&long="
                                    + PublicBytesTest.PRIVATE_LONGITUDE.substring(0, 5)));
        }
        List<String> narrowed = List.of(
                "?extensions=true",
                "?service_code=habitat-indigne",
                "?bbox=2.01,47.06,2.02,47.07",
                "?lat=47.0631&long=2.0137&radius=50",
                "?service_request_id=" + String.join(",", ids));
        known.put("/{jurisdiction}/open311/test/v2/**", List.of("/{j}/open311/test/v2/requests.json?extensions=true"));
        known.put(door + "/requests.csv", List.of("/{j}/open311/v2/requests.csv"));
        known.put(
                door + "/requests" + ending,
                narrowed.stream()
                        .flatMap(query ->
                                Stream.of("xml", "json").map(format -> "/{j}/open311/v2/requests." + format + query))
                        .toList());
        known.put(
                door + "/requests/{id}" + ending,
                ids.stream()
                        .map(id -> "/{j}/open311/v2/requests/" + id + ".xml?extensions=true")
                        .toList());
        known.put(
                door + "/servicerequestupdates" + ending,
                List.of("/{j}/open311/v2/servicerequestupdates.xml", "/{j}/open311/v2/servicerequestupdates.json"));
    }

    /** By the pattern of the operation; {@code {j}} stands for the jurisdiction. */
    Map<String, List<String>> byPattern() {
        Map<String, List<String>> known = new LinkedHashMap<>();
        known.put("/{jurisdiction:[a-z0-9-]+}", List.of("/{j}"));
        known.put("/{jurisdiction:[a-z0-9-]+}/", List.of("/{j}/"));
        known.put("/{jurisdiction:[a-z0-9-]+}/track/{token}", List.of("/{j}/track/unknown"));
        known.put("/{jurisdiction:[a-z0-9-]+}/watch/{token}", List.of("/{j}/watch/unknown"));
        known.put("/{jurisdiction:[a-z0-9-]+}/reopen/{token}", List.of("/{j}/reopen/unknown"));
        known.put("/{jurisdiction:[a-z0-9-]+}/embed", List.of("/{j}/embed"));
        known.put("/{jurisdiction:[a-z0-9-]+}/desk", List.of("/{j}/desk"));
        known.put("/{jurisdiction:[a-z0-9-]+}/field", List.of("/{j}/field"));
        known.put("/{jurisdiction:[a-z0-9-]+}/field.webmanifest", List.of("/{j}/field.webmanifest"));
        known.put("/{jurisdiction}/api/{document:docs}", List.of("/{j}/api/docs"));
        known.put("/{jurisdiction}/api/session", List.of("/{j}/api/session"));
        known.put("/{jurisdiction}/api/jurisdiction", List.of("/{j}/api/jurisdiction"));
        known.put(
                "/{jurisdiction}/api/catalogue",
                List.of("/{j}/api/catalogue", "/{j}/api/catalogue?lon=2.0137&lat=47.0631"));
        known.put(
                "/{jurisdiction}/api/locate",
                List.of(
                        "/{j}/api/locate?lon=2.0137&lat=47.0631",
                        "/{j}/api/locate?lon=2.0137&lat=47.0631&category=habitat-indigne"));
        known.put(
                "/{jurisdiction}/api/addresses", List.of("/{j}/api/addresses?q=canari", "/{j}/api/addresses?q=12+rue"));
        known.put(
                "/{jurisdiction}/api/addresses/nearest",
                List.of("/{j}/api/addresses/nearest?lon=%s&lat=%s".formatted("2.0137", "47.0631")));
        known.put("/{jurisdiction}/api/overlays", List.of("/{j}/api/overlays"));
        known.put("/{jurisdiction}/api/assets", List.of("/{j}/api/assets?q=canari", "/{j}/api/assets?q=lamp:4"));
        known.put("/{jurisdiction}/api/assets/near", List.of("/{j}/api/assets/near?lon=2.0137&lat=47.0631"));
        known.put("/{jurisdiction}/api/assets/named", List.of("/{j}/api/assets/named?asset=lamp:4711"));
        known.put("/{jurisdiction}/api/figures/promises", List.of("/{j}/api/figures/promises"));
        known.put(
                "/{jurisdiction}/api/categories/{category}",
                List.of("/{j}/api/categories/nid-de-poule", "/{j}/api/categories/canari"));
        known.put("/{jurisdiction}/api/track/{token}", List.of("/{j}/api/track/unknown"));
        known.put("/{jurisdiction}/api/followed/{token}", List.of("/{j}/api/followed/unknown"));
        known.put("/{jurisdiction}/api/watched-areas/{token}", List.of("/{j}/api/watched-areas/unknown"));
        known.put(
                "/{jurisdiction}/api/requests",
                List.of(
                        "/{j}/api/requests?limit=200",
                        "/{j}/api/requests?q=canari",
                        "/{j}/api/requests?category=habitat-indigne",
                        "/{j}/api/requests?bbox=2.01,47.06,2.02,47.07"));
        known.put("/{jurisdiction}/api/requests/counts", List.of("/{j}/api/requests/counts"));
        known.put("/{jurisdiction}/api/requests/nearby", List.of("/{j}/api/requests/nearby?lon=2.0137&lat=47.0631"));
        known.put(
                "/{jurisdiction}/api/requests/nearest",
                List.of("/{j}/api/requests/nearest?lon=2.0137&lat=47.0631&limit=50&metres=50000"));
        known.put(
                "/{jurisdiction}/api/requests/{numberOrId}",
                ids.stream().map(id -> "/{j}/api/requests/" + id).toList());
        open311(known);
        known.put("/{jurisdiction}/tiles/{layer}/{z}/{x}/{y}.mvt", tiles());
        known.putAll(ogc());
        openData(known);
        known.put(
                "/{jurisdiction}/api/track/{token}/letters/{id}.pdf",
                ids.stream()
                        .map(id -> "/{j}/api/track/unknown/letters/" + id + ".pdf")
                        .toList());
        for (String ending : List.of(".jpg", "-thumbnail.jpg")) {
            known.put(
                    "/{jurisdiction}/photos/{id:[0-9a-fA-F-]{36}}" + ending,
                    photos.stream().map(id -> "/{j}/photos/" + id + ending).toList());
            known.put(
                    "/{jurisdiction}/api/track/{token}/photos/{id:[0-9a-fA-F-]{36}}" + ending,
                    photos.stream()
                            .map(id -> "/{j}/api/track/unknown/photos/" + id + ending)
                            .toList());
        }
        return known;
    }

    private static void openData(Map<String, List<String>> known) {
        List<String> narrowed =
                List.of("", "?q=canari", "?category=habitat-indigne", "?bbox=2.01,47.06,2.02,47.07", "?recent=true");
        known.put("/{jurisdiction}/open-data", List.of("/{j}/open-data"));
        known.put("/{jurisdiction}/open-data/gis", List.of("/{j}/open-data/gis"));
        known.put("/{jurisdiction}/open-data/vigie.qgs", List.of("/{j}/open-data/vigie.qgs"));
        known.put("/{jurisdiction}/open-data/catalogue.jsonld", List.of("/{j}/open-data/catalogue.jsonld"));
        known.put(
                "/{jurisdiction}/open-data/{feed:new|answered}.atom",
                Stream.of("new", "answered")
                        .flatMap(feed -> narrowed.stream().map(query -> "/{j}/open-data/" + feed + ".atom" + query))
                        .toList());
        known.put(
                "/{jurisdiction}/open-data/requests.{type:csv|xlsx|geojson|gpkg}",
                Stream.of("csv", "geojson", "xlsx", "gpkg")
                        .flatMap(type -> narrowed.stream().map(query -> "/{j}/open-data/requests." + type + query))
                        .toList());
    }

    /** Each layer as JSON and as a page, and whatever a filter might pull out of it. */
    private Map<String, List<String>> ogc() {
        String collections = "/{jurisdiction}/ogc/collections";
        Map<String, List<String>> known = new LinkedHashMap<>();
        known.put("/{jurisdiction}/ogc", List.of("/{j}/ogc", "/{j}/ogc?f=html"));
        List<String> layers = List.of("request", "sector", "basemap", "asset", "address");
        List<String> queries = List.of(
                "?limit=5000",
                "?limit=5000&f=html",
                "?category=habitat-indigne",
                "?requester=canari",
                "?bbox=2.0137,47.0631,2.0138,47.0632",
                "?filter=description%20LIKE%20%27%25canari%25%27",
                "?filter=requester_name%20IS%20NOT%20NULL",
                "?filter=NOT%20(is_private=FALSE)");
        known.put(collections, List.of("/{j}/ogc/collections", "/{j}/ogc/collections?f=html"));
        known.put("/{jurisdiction}/ogc/api", List.of("/{j}/ogc/api"));
        known.put("/{jurisdiction}/ogc/conformance", List.of("/{j}/ogc/conformance"));
        for (String below : List.of("", "/queryables")) {
            known.put(
                    collections + "/{collectionId}" + below,
                    layers.stream()
                            .map(layer -> "/{j}/ogc/collections/" + layer + below)
                            .toList());
        }
        known.put(
                collections + "/{collectionId}/items",
                layers.stream()
                        .flatMap(layer ->
                                queries.stream().map(query -> "/{j}/ogc/collections/" + layer + "/items" + query))
                        .toList());
        known.put(
                collections + "/{collectionId}/items/{featureId}",
                ids.stream()
                        .map(id -> "/{j}/ogc/collections/request/items/" + id)
                        .toList());
        return known;
    }

    /** Over the private request, from the whole world down to one house. */
    private static List<String> tiles() {
        List<String> addresses = new ArrayList<>();
        for (String layer : List.of("requests", "sectors", "basemap", "private", "teams")) {
            for (int z = 0; z <= 18; z++) {
                double latitude = Math.toRadians(Double.parseDouble(PublicBytesTest.PRIVATE_LATITUDE));
                int x = (int) ((Double.parseDouble(PublicBytesTest.PRIVATE_LONGITUDE) + 180) / 360 * (1 << z));
                int y = (int) ((1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2 * (1 << z));
                addresses.add("/{j}/tiles/%s/%d/%d/%d.mvt".formatted(layer, z, x, y));
            }
        }
        return addresses;
    }
}
