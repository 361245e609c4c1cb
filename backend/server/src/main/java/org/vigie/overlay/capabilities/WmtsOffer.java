package org.vigie.overlay.capabilities;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.vigie.overlay.Overlay;
import org.vigie.overlay.capabilities.Offer.Fault;
import org.vigie.overlay.capabilities.Offer.Layer;
import org.vigie.overlay.capabilities.Offer.Style;

/** OGC WMTS 1.0: what is kept of a layer is the address of a tile, its numbers left open. */
final class WmtsOffer {

    private static final List<String> PICTURES = List.of("image/png", "image/webp", "image/png8", "image/jpeg");

    private final ServiceAddress service;
    private final Map<String, MercatorTiles> usable;

    private WmtsOffer(ServiceAddress service, Node root) {
        this.service = service;
        this.usable = root.all("Contents", "TileMatrixSet")
                .map(MercatorTiles::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(MercatorTiles::set, set -> set, (one, other) -> one));
    }

    static Offer of(ServiceAddress service, XmlDocument document) {
        Node root = document.root();
        if (!root.name().equals("Capabilities") || root.first("Contents").isEmpty()) {
            throw XmlDocument.malformed();
        }
        WmtsOffer offer = new WmtsOffer(keyValueAddress(service, root), root);
        return new Offer(
                root.text("ServiceIdentification", "Title"),
                document.isWhole(),
                root.all("Contents", "Layer").map(offer::layer).toList());
    }

    /** Where tiles are asked for by parameters; some give another address than that of the list. */
    private static ServiceAddress keyValueAddress(ServiceAddress service, Node root) {
        return root.all("OperationsMetadata", "Operation")
                .filter(operation -> operation.attribute("name").equals("GetTile"))
                .flatMap(operation -> operation.all("DCP", "HTTP", "Get"))
                .filter(get -> get.all("Constraint", "AllowedValues", "Value")
                        .anyMatch(value -> value.text().equals("KVP")))
                .map(get -> get.attribute("href"))
                .filter(Links::isWhole)
                .findFirst()
                .map(ServiceAddress::of)
                .orElse(service);
    }

    private Layer layer(Node layer) {
        List<Style> styles = layer.all("Style").map(WmtsOffer::style).toList();
        String style = layer.all("Style")
                .filter(each -> each.attribute("isDefault").equals("true"))
                .findFirst()
                .or(() -> layer.first("Style"))
                .map(each -> each.text("Identifier"))
                .orElse("default");
        Optional<MercatorTiles> tiles = layer.all("TileMatrixSetLink")
                .map(link -> link.text("TileMatrixSet"))
                .filter(usable::containsKey)
                .findFirst()
                .map(usable::get);
        String picture = PICTURES.stream()
                .filter(format ->
                        layer.all("Format").anyMatch(each -> each.text().equals(format)))
                .findFirst()
                .orElse("");
        Optional<Fault> fault = tiles.isEmpty()
                ? Optional.of(Fault.NO_WEB_MERCATOR)
                : picture.isEmpty() ? Optional.of(Fault.NO_PICTURE) : Optional.empty();
        String name = layer.text("Identifier");
        String address = tiles.map(set -> template(layer, set, style, picture)).orElse(service.text());
        return new Layer(
                name,
                layer.text("Title"),
                "",
                new Overlay.Source(address, name, style, picture, "1.0.0", "", legend(styles, style)),
                styles,
                tiles.map(MercatorTiles::zooms),
                fault);
    }

    private static Optional<String> legend(List<Style> styles, String name) {
        return styles.stream()
                .filter(style -> style.name().equals(name))
                .findFirst()
                .flatMap(Style::legend);
    }

    private static Style style(Node style) {
        Optional<String> legend =
                style.first("LegendURL").map(link -> link.attribute("href")).filter(Links::isWhole);
        return new Style(style.text("Identifier"), style.text("Title"), legend);
    }

    private String template(Node layer, MercatorTiles tiles, String style, String picture) {
        return layer.all("ResourceURL")
                .filter(resource -> resource.attribute("resourceType").equals("tile")
                        && resource.attribute("format").equals(picture))
                .map(resource -> restful(resource.attribute("template"), tiles, style))
                .filter(filled -> !filled.matches("(?s).*\\{(?![zxy]}).*"))
                .findFirst()
                .orElseGet(() -> byParameters(layer, tiles, style, picture));
    }

    private static String restful(String template, MercatorTiles tiles, String style) {
        return template.replace("{TileMatrixSet}", ServiceAddress.encoded(tiles.set()))
                .replaceAll("(?i)\\{style}", Matcher.quoteReplacement(ServiceAddress.encoded(style)))
                .replace("{TileMatrix}", ServiceAddress.encoded(tiles.prefix()) + "{z}")
                .replace("{TileRow}", "{y}")
                .replace("{TileCol}", "{x}");
    }

    private String byParameters(Node layer, MercatorTiles tiles, String style, String picture) {
        return service.with(
                        "SERVICE",
                        "WMTS",
                        "REQUEST",
                        "GetTile",
                        "VERSION",
                        "1.0.0",
                        "LAYER",
                        layer.text("Identifier"),
                        "STYLE",
                        style,
                        "FORMAT",
                        picture,
                        "TILEMATRIXSET",
                        tiles.set(),
                        "TILEMATRIX",
                        tiles.prefix())
                + "{z}&TILEROW={y}&TILECOL={x}";
    }
}
