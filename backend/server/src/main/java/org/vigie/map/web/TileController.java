package org.vigie.map.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.geo.TileAddress;
import org.vigie.map.RequestsTile;
import org.vigie.map.Tile;
import org.vigie.map.TileLayer;
import org.vigie.map.Tiles;

/** Vector tiles, as bytes from the database to the reader. */
@RestController
class TileController {

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
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings,
            HttpServletRequest request) {
        TileLayer wanted =
                TileLayer.named(layer).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "layer-unknown", layer));
        if (wanted != TileLayer.REQUESTS) {
            return answer(TileAnswer.of(seldom(wanted, address(z, x, y), query), encodings), TileAnswer.SELDOM_CHANGES);
        }
        RequestsTile of = RequestsTile.of(address(z, x, y), new FilterParameters(query).filter());
        ReadyTiles.understood(request, of);
        return answer(TileAnswer.of(tiles.requests(of), encodings), TileAnswer.CHANGES_ALL_THE_TIME);
    }

    private Tile seldom(TileLayer layer, TileAddress address, MultiValueMap<String, String> query) {
        return switch (layer) {
            case BASEMAP -> tiles.basemap(address);
            case SECTORS ->
                tiles.sectors(address, new FilterParameters(query).text("set").orElse(null));
            case ASSETS -> tiles.assets(address);
            case REQUESTS -> throw new IllegalArgumentException(layer.name());
        };
    }

    private static TileAddress address(int z, int x, int y) {
        try {
            return new TileAddress(z, x, y);
        } catch (IllegalArgumentException noSuchTile) {
            throw new Refusal(Refusal.Kind.MALFORMED, "tile-unknown", z + "/" + x + "/" + y);
        }
    }

    private static ResponseEntity<byte[]> answer(TileAnswer tile, CacheControl keep) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(
                        tile.isEmpty() ? HttpStatus.NO_CONTENT : HttpStatus.OK)
                .cacheControl(keep)
                .eTag(tile.tag())
                .varyBy(HttpHeaders.ACCEPT_ENCODING);
        if (tile.isEmpty()) {
            return answer.build();
        }
        if (tile.compressed()) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.header(HttpHeaders.CONTENT_TYPE, TileAnswer.VECTOR_TILE).body(tile.bytes());
    }
}
