package org.vigie.features;

import static org.vigie.features.PublishedLayer.Property.of;
import static org.vigie.features.PublishedLayer.Property.text;

import java.util.List;
import java.util.Optional;
import org.vigie.features.PublishedLayer.Id;
import org.vigie.features.PublishedLayer.IdType;
import org.vigie.features.PublishedLayer.Source;
import org.vigie.features.PublishedLayer.Type;

/** The layers of {@code layers/layers.json}, with what each shows. A test holds the two equal, and every column is one of the view. */
public final class PublishedLayers {

    private static final List<PublishedLayer> ALL = List.of(
            new PublishedLayer(
                    "request",
                    "Point",
                    new Source(
                            "map.request",
                            new Id("request_id", IdType.UUID),
                            Optional.of("location3857"),
                            Optional.of(RequestProperties.RECEIVED),
                            Optional.of("plot")),
                    RequestProperties.inOrder(
                            List.of(
                                    text("number"),
                                    RequestProperties.KIND,
                                    RequestProperties.state(),
                                    of("is_open", Type.BOOLEAN)),
                            RequestProperties.WHAT_AND_WHERE,
                            List.of(text("channel")),
                            RequestProperties.WHEN)),
            new PublishedLayer(
                    "sector",
                    "MultiPolygon",
                    new Source(
                            "map.sector", new Id("sector_id", IdType.UUID), Optional.of("shape3857"), Optional.empty()),
                    List.of(
                            text("sector_set"),
                            of("serves", Type.BOOLEAN),
                            text("code"),
                            text("name"),
                            of("version", Type.INTEGER))),
            new PublishedLayer(
                    "basemap",
                    "Geometry",
                    new Source(
                            "map.basemap",
                            new Id("feature_id", IdType.BIGINT),
                            Optional.of("shape3857"),
                            Optional.empty()),
                    List.of(
                            text(
                                    "kind",
                                    "STREET",
                                    "RAIL",
                                    "WATER",
                                    "WATERWAY",
                                    "GREEN",
                                    "WOOD",
                                    "BUILT_UP",
                                    "BUILDING",
                                    "LANDMARK",
                                    "PLACE"),
                            text("class"),
                            text("name"))),
            new PublishedLayer(
                    "asset",
                    "Geometry",
                    new Source(
                            "map.asset", new Id("asset_id", IdType.UUID), Optional.of("extent3857"), Optional.empty()),
                    List.of(text("kind"), text("code"), text("name"))),
            new PublishedLayer(
                    "address",
                    "Point",
                    new Source("map.address", new Id("address_id", IdType.TEXT), Optional.empty(), Optional.empty()),
                    List.of(text("house_number"), text("street"), text("postcode"), text("locality"), text("label"))));

    private PublishedLayers() {}

    public static List<PublishedLayer> list() {
        return ALL;
    }

    public static Optional<PublishedLayer> find(String name) {
        return ALL.stream().filter(layer -> layer.name().equals(name)).findFirst();
    }
}
