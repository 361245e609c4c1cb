package org.vigie.overlay.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.overlay.Overlay;
import org.vigie.overlay.capabilities.Offer;

/** What a service has, for whoever chooses from it. */
final class OfferBodies {

    private OfferBodies() {}

    /** @param address of the service, or of its capabilities */
    record AskBody(
            @NotNull Overlay.Kind kind,
            @NotBlank @Size(max = 2000) String address) {}

    /** @param whole false when its list was longer than is read */
    record OfferBody(String title, boolean whole, List<LayerBody> layers) {

        static OfferBody of(Offer offer) {
            return new OfferBody(
                    offer.title(),
                    offer.isWhole(),
                    offer.layers().stream().map(LayerBody::of).toList());
        }
    }

    /**
     * A layer as the overlay would be kept.
     *
     * @param fault why it cannot be shown; absent: it can
     */
    record LayerBody(
            String name,
            String title,
            String attribution,
            String address,
            String style,
            String format,
            String version,
            String infoFormat,
            @Nullable String legendAddress,
            List<StyleBody> styles,
            @Nullable Integer minZoom,
            @Nullable Integer maxZoom,
            Offer.@Nullable Fault fault) {

        static LayerBody of(Offer.Layer layer) {
            Overlay.Source source = layer.source();
            return new LayerBody(
                    layer.name(),
                    layer.title(),
                    layer.attribution(),
                    source.address(),
                    source.style(),
                    source.format(),
                    source.version(),
                    source.infoFormat(),
                    source.legend().orElse(null),
                    layer.styles().stream().map(StyleBody::of).toList(),
                    layer.zooms().map(Offer.Zooms::least).orElse(null),
                    layer.zooms().map(Offer.Zooms::most).orElse(null),
                    layer.fault().orElse(null));
        }
    }

    record StyleBody(String name, String title, @Nullable String legendAddress) {

        static StyleBody of(Offer.Style style) {
            return new StyleBody(style.name(), style.title(), style.legend().orElse(null));
        }
    }
}
