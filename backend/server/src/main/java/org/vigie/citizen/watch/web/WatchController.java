package org.vigie.citizen.watch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.citizen.watch.WatchedArea;
import org.vigie.citizen.watch.Watching;
import org.vigie.geo.Circles;
import org.vigie.geo.Geometries;
import org.vigie.geo.Wgs84Point;

/** Being told of each new public request in an area: asked for by anybody, confirmed and ended behind the link that was mailed. */
@RestController
@RequestMapping("/{jurisdiction}/api/watched-areas")
class WatchController {

    /**
     * Either a circle or ground of one's own.
     *
     * @param radiusMetres of the circle around {@code centre}
     * @param ground a GeoJSON Polygon
     */
    record AskedBody(
            @NotBlank String email,
            @NotBlank String name,
            @Nullable Wgs84Point centre,

            @Nullable @DecimalMin("50") @DecimalMax("10000") Double radiusMetres,

            @Nullable Polygon ground) {

        MultiPolygon area() {
            if (ground != null) {
                return Geometries.asMultiPolygon(ground);
            }
            if (centre == null || radiusMetres == null) {
                throw Refusal.invalid("area-missing");
            }
            return Geometries.asMultiPolygon(Circles.around(centre, radiusMetres));
        }
    }

    record WatchedBody(
            String name,
            Geometry ground,

            @com.fasterxml.jackson.annotation.JsonProperty("confirmed")
            boolean isConfirmed) {}

    private final Watching watching;

    WatchController(Watching watching) {
        this.watching = watching;
    }

    /** Answers the same whether the address is known here or not. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(@Valid @RequestBody AskedBody body, Locale locale) {
        watching.ask(body.name(), body.area(), body.email(), locale);
    }

    @GetMapping("/{token}")
    ResponseEntity<WatchedBody> get(@PathVariable String token) {
        WatchedArea area = watching.get(token);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new WatchedBody(area.name(), area.ground(), area.isConfirmed()));
    }

    @PostMapping("/{token}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable String token) {
        watching.confirm(token);
    }

    @DeleteMapping("/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String token) {
        watching.end(token);
    }
}
