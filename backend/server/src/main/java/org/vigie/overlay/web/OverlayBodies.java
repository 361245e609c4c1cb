package org.vigie.overlay.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.access.web.SettingBody;
import org.vigie.overlay.Overlay;

/** Overlays as maps and the settings page read and write them. */
final class OverlayBodies {

    private OverlayBodies() {}

    record ListBody(List<OverlayBody> items) {}

    record DeskListBody(List<DeskOverlayBody> items) {}

    record DeskOverlayBody(OverlayBody overlay, SettingBody setting) {}

    /**
     * @param address of the service; of WMTS and XYZ that of a tile, with {z}, {x} and {y}
     * @param layers names of the service, separated by commas
     * @param infoFormat in which it tells what is at a place; empty: it is not asked
     */
    record OverlayBody(
            UUID id,
            Overlay.Kind kind,
            String titleFr,
            String titleEn,
            String address,
            String layers,
            String style,
            String format,
            String version,
            String infoFormat,
            @Nullable String legendAddress,
            String attribution,
            Overlay.Audience audience,
            int minZoom,
            int maxZoom,
            int opacityPercent,
            int position) {

        static OverlayBody of(Overlay overlay) {
            Overlay.Source source = overlay.source();
            Overlay.Display display = overlay.display();
            return new OverlayBody(
                    overlay.id(),
                    overlay.kind(),
                    overlay.title().fr(),
                    overlay.title().en(),
                    source.address(),
                    source.layers(),
                    source.style(),
                    source.format(),
                    source.version(),
                    source.infoFormat(),
                    source.legend().orElse(null),
                    overlay.attribution(),
                    overlay.audience(),
                    display.minZoom(),
                    display.maxZoom(),
                    display.opacityPercent(),
                    overlay.position());
        }
    }

    /** @param reason why, for those who look later */
    record ChangeBody(
            @NotNull Overlay.Kind kind,
            @NotBlank @Size(max = 120) String titleFr,
            @NotBlank @Size(max = 120) String titleEn,
            @NotBlank @Size(max = 2000) String address,
            @NotNull @Size(max = 500) String layers,
            @NotNull @Size(max = 200) String style,
            @NotNull @Size(max = 100) String format,
            @NotNull @Size(max = 10) String version,
            @NotNull @Size(max = 100) String infoFormat,
            @Nullable @Size(max = 2000) String legendAddress,
            @NotNull @Size(max = 300) String attribution,
            @NotNull Overlay.Audience audience,
            @Min(0) @Max(22) int minZoom,
            @Min(0) @Max(22) int maxZoom,
            @Min(10) @Max(100) int opacityPercent,
            @Min(0) @Max(1000) int position,
            @NotNull @Size(max = 500) String reason) {

        Overlay toOverlay(UUID id) {
            return new Overlay(
                    id,
                    kind,
                    new Overlay.Title(titleFr.strip(), titleEn.strip()),
                    new Overlay.Source(
                            address.strip(),
                            layers.strip(),
                            style.strip(),
                            format.strip(),
                            version.strip(),
                            infoFormat.strip(),
                            Optional.ofNullable(legendAddress)
                                    .map(String::strip)
                                    .filter(text -> !text.isEmpty())),
                    new Overlay.Display(minZoom, maxZoom, opacityPercent),
                    attribution.strip(),
                    audience,
                    position);
        }
    }
}
