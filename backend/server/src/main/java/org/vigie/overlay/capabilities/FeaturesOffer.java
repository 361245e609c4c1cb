package org.vigie.overlay.capabilities;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.overlay.Overlay;
import org.vigie.overlay.capabilities.Offer.Layer;
import tools.jackson.databind.JsonNode;

/** OGC API Features: its collections, each read at its items. */
final class FeaturesOffer {

    private static final String GEO_JSON = "application/geo+json";

    private FeaturesOffer() {}

    /** @param collections where the list stands; the items of each stand below it, by the standard */
    static Offer of(ServiceAddress collections, JsonNode document) {
        if (!document.path("collections").isArray()) {
            throw XmlDocument.malformed();
        }
        List<Layer> layers = new ArrayList<>();
        for (JsonNode collection : document.path("collections")) {
            String id = collection.path("id").asString("");
            String title = collection.path("title").asString(id);
            if (!id.isEmpty()) {
                layers.add(layer(collections, id, title));
            }
        }
        return new Offer(document.path("title").asString(""), true, layers);
    }

    private static Layer layer(ServiceAddress collections, String id, String title) {
        String items =
                collections.below("/" + ServiceAddress.encoded(id) + "/items").text();
        return new Layer(
                id,
                title,
                "",
                new Overlay.Source(items, id, "", GEO_JSON, "", "", Optional.empty()),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
