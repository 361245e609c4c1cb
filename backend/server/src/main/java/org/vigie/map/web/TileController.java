package org.vigie.map.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.geo.TileAddress;
import org.vigie.map.Tile;
import org.vigie.map.TileLayer;
import org.vigie.map.Tiles;

/** Vector tiles, as bytes from the database to the reader. */
@RestController
class TileController {

    private static final MediaType VECTOR_TILE = MediaType.parseMediaType("application/vnd.mapbox-vector-tile");
    private static final CacheControl SELDOM_CHANGES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();
    private static final CacheControl CHANGES_ALL_THE_TIME =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic().staleWhileRevalidate(Duration.ofSeconds(1));

    private final Tiles tiles;

    TileController(Tiles tiles) {
        this.tiles = tiles;
    }

    /** 204 when nothing is there; 304 when the reader has it already. */
    @GetMapping("/{jurisdiction}/tiles/{layer}/{z}/{x}/{y}.mvt")
    ResponseEntity<byte[]> tile(
            @PathVariable String layer,
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable int y,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        TileLayer wanted =
                TileLayer.named(layer).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "layer-unknown", layer));
        Tile tile = read(wanted, address(z, x, y), query);
        return answer(tile, wanted == TileLayer.REQUESTS ? CHANGES_ALL_THE_TIME : SELDOM_CHANGES, headers);
    }

    private Tile read(TileLayer layer, TileAddress address, MultiValueMap<String, String> query) {
        return switch (layer) {
            case BASEMAP -> tiles.basemap(address);
            case SECTORS ->
                tiles.sectors(address, new FilterParameters(query).text("set").orElse(null));
            case ASSETS -> tiles.assets(address);
            case REQUESTS -> tiles.requests(address, new FilterParameters(query).filter());
        };
    }

    private static TileAddress address(int z, int x, int y) {
        try {
            return new TileAddress(z, x, y);
        } catch (IllegalArgumentException noSuchTile) {
            throw new Refusal(Refusal.Kind.MALFORMED, "tile-unknown", z + "/" + x + "/" + y);
        }
    }

    private static ResponseEntity<byte[]> answer(Tile tile, CacheControl keep, HttpHeaders asked) {
        boolean compressed = tile.isCompressed() && accepts(asked.getFirst(HttpHeaders.ACCEPT_ENCODING));
        // Compressed bytes are other bytes: a strong tag must tell them apart.
        String tag = "\"" + tile.tag() + (compressed ? "-gzip\"" : "\"");
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(
                        tile.isEmpty() ? HttpStatus.NO_CONTENT : HttpStatus.OK)
                .cacheControl(keep)
                .eTag(tag)
                .varyBy(HttpHeaders.ACCEPT_ENCODING);
        if (tile.isEmpty()) {
            return answer.build();
        }
        if (compressed) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.contentType(VECTOR_TILE).body(compressed ? tile.gzip() : tile.bytes());
    }

    private static boolean accepts(@Nullable String encodings) {
        return encodings != null && encodings.contains("gzip") && !encodings.contains("gzip;q=0");
    }
}
