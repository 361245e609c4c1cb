package org.vigie.overlay.capabilities;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.overlay.Overlay;
import org.vigie.overlay.capabilities.Offer.Fault;
import org.vigie.overlay.capabilities.Offer.Layer;
import org.vigie.overlay.capabilities.Offer.Style;

/** OGC WMS 1.1.1 and 1.3.0: layers within layers, the inner ones with what the outer ones said. */
final class WmsOffer {

    private static final Set<String> MERCATOR = Set.of("EPSG:3857", "EPSG:900913", "EPSG:102100");
    /** The first that a service has is taken: what is told as values can be shown in order. */
    private static final List<String> INFO_FORMATS =
            List.of("application/json", "application/geo+json", "application/geojson", "text/plain");

    private static final List<String> PICTURES = List.of("image/png", "image/png8", "image/webp", "image/jpeg");

    /** What an inner layer has from those around it. */
    private record Heritage(Set<String> systems, List<Style> styles, String attribution) {}

    private final ServiceAddress service;
    private final String version;
    private final String picture;
    private final String info;
    private final List<Layer> layers = new ArrayList<>();

    private WmsOffer(ServiceAddress service, Node root) {
        this.service = service;
        this.version = root.attribute("version");
        this.picture = chosen(PICTURES, root.all("Capability", "Request", "GetMap", "Format"));
        this.info = chosen(INFO_FORMATS, root.all("Capability", "Request", "GetFeatureInfo", "Format"));
    }

    static Offer of(ServiceAddress service, XmlDocument document) {
        Node root = document.root();
        if (!Set.of("WMS_Capabilities", "WMT_MS_Capabilities").contains(root.name())) {
            throw XmlDocument.malformed();
        }
        WmsOffer offer = new WmsOffer(service, root);
        root.all("Capability", "Layer").forEach(layer -> offer.read(layer, new Heritage(Set.of(), List.of(), "")));
        return new Offer(root.text("Service", "Title"), document.isWhole(), offer.layers);
    }

    private static String chosen(List<String> wanted, Stream<Node> offered) {
        List<String> all = offered.map(Node::text).toList();
        return wanted.stream().filter(all::contains).findFirst().orElse("");
    }

    private void read(Node layer, Heritage around) {
        Heritage own = own(layer, around);
        String name = layer.text("Name");
        if (!name.isEmpty()) {
            layers.add(offered(layer, name, own));
        }
        layer.all("Layer").forEach(inner -> read(inner, own));
    }

    private static Heritage own(Node layer, Heritage around) {
        Set<String> systems = new HashSet<>(around.systems());
        Stream.of("CRS", "SRS")
                .flatMap(layer::all)
                .flatMap(node -> Stream.of(node.text().split("\\s+")))
                .forEach(systems::add);
        List<Style> styles = new ArrayList<>();
        layer.all("Style").map(WmsOffer::style).forEach(styles::add);
        around.styles().stream()
                .filter(style -> styles.stream().noneMatch(mine -> mine.name().equals(style.name())))
                .forEach(styles::add);
        String attribution = layer.text("Attribution", "Title");
        return new Heritage(systems, styles, attribution.isEmpty() ? around.attribution() : attribution);
    }

    private static Style style(Node style) {
        Optional<String> legend = style.first("LegendURL", "OnlineResource")
                .map(resource -> resource.attribute("href"))
                .filter(Links::isWhole);
        return new Style(style.text("Name"), style.text("Title"), legend);
    }

    private Layer offered(Node layer, String name, Heritage own) {
        boolean isQueryable = Set.of("1", "true").contains(layer.attribute("queryable"));
        Optional<Style> first = own.styles().stream().findFirst();
        return new Layer(
                name,
                layer.text("Title"),
                own.attribution(),
                new Overlay.Source(
                        service.text(),
                        name,
                        "",
                        picture.isEmpty() ? "image/png" : picture,
                        version,
                        isQueryable ? info : "",
                        first.flatMap(Style::legend)),
                own.styles(),
                Optional.empty(),
                MERCATOR.stream().anyMatch(own.systems()::contains)
                        ? Optional.empty()
                        : Optional.of(Fault.NO_WEB_MERCATOR));
    }
}
