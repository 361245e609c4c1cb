package org.vigie.overlay.capabilities;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.overlay.Overlay;
import org.vigie.overlay.capabilities.Offer.Fault;
import org.vigie.overlay.capabilities.Offer.Layer;

/** OGC WFS 1.1 and 2.0, of which features are read as GeoJSON. */
final class WfsOffer {

    private WfsOffer() {}

    static Offer of(ServiceAddress service, XmlDocument document) {
        Node root = document.root();
        if (!root.name().equals("WFS_Capabilities")) {
            throw XmlDocument.malformed();
        }
        String format = geoJson(Stream.concat(
                        root.all("OperationsMetadata", "Operation")
                                .filter(operation -> operation.attribute("name").equals("GetFeature")),
                        root.all("OperationsMetadata"))
                .flatMap(WfsOffer::formats));
        List<Layer> layers = root.all("FeatureTypeList", "FeatureType")
                .map(type -> layer(service, type, root.attribute("version"), format))
                .toList();
        return new Offer(root.text("ServiceIdentification", "Title"), document.isWhole(), layers);
    }

    private static Stream<String> formats(Node operation) {
        return operation
                .all("Parameter")
                .filter(parameter -> parameter.attribute("name").equalsIgnoreCase("outputFormat"))
                .flatMap(parameter -> Stream.concat(parameter.all("Value"), parameter.all("AllowedValues", "Value")))
                .map(Node::text);
    }

    /** Services call it by many names. */
    private static String geoJson(Stream<String> formats) {
        List<String> all = formats.filter(
                        format -> format.toLowerCase(Locale.ROOT).contains("json"))
                .filter(format -> !format.contains("javascript"))
                .toList();
        return Stream.of("application/json", "application/geo+json", "application/vnd.geo+json")
                .filter(all::contains)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElse("");
    }

    private static Layer layer(ServiceAddress service, Node type, String version, String format) {
        String own = geoJson(type.all("OutputFormats", "Format").map(Node::text));
        String chosen = format.isEmpty() ? own : format;
        String name = type.text("Name");
        return new Layer(
                name,
                type.text("Title"),
                "",
                new Overlay.Source(service.text(), name, "", chosen, version, "", Optional.empty()),
                List.of(),
                Optional.empty(),
                chosen.isEmpty() ? Optional.of(Fault.NO_GEO_JSON) : Optional.empty());
    }
}
