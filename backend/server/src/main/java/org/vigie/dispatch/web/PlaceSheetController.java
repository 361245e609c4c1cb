package org.vigie.dispatch.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.dispatch.DeskCard;
import org.vigie.dispatch.place.PlaceSheet;
import org.vigie.dispatch.place.PlaceSheets;
import org.vigie.dispatch.search.HistorySearch;
import org.vigie.geo.Wgs84Point;
import org.vigie.map.Cursor;
import org.vigie.territory.PlacementSentences;
import org.vigie.territory.asset.Asset;
import org.vigie.territory.asset.Assets;

/** Everything about a place, for whoever clicks on it. */
@RestController
class PlaceSheetController {

    private static final int FIRST_PAGE = 20;
    private static final int MOST_METRES = 500;

    /** @param why it falls there, in the reader's language */
    record PlaceBody(
            boolean inside,
            @Nullable SectorBody sector,
            String why,
            @Nullable TeamBody defaultTeam,
            List<String> grounds,
            List<PlaceSheet.Works> works,
            List<AssetBody> assets,
            PlaceSheet.Count count,
            List<DeskCard> items,
            @Nullable String next) {}

    record SectorBody(String code, String name, int version) {}

    record TeamBody(String code, String name) {}

    record AssetBody(UUID id, String kind, String code, String name, double distanceMetres) {}

    private final PlaceSheets sheets;
    private final PlacementSentences sentences;

    PlaceSheetController(PlaceSheets sheets, PlacementSentences sentences) {
        this.sheets = sheets;
        this.sentences = sentences;
    }

    /** @param metres around the position, 1 to 500; further requests come from {@code /api/desk/search} by {@code next} */
    @GetMapping("/{jurisdiction}/api/desk/place")
    PlaceBody get(
            @RequestParam double lon, @RequestParam double lat, @RequestParam(defaultValue = "30") double metres) {
        // Not a number is in no range.
        if (!(metres >= 1 && metres <= MOST_METRES)) {
            throw new Refusal(Refusal.Kind.MALFORMED, "metres-out-of-range", MOST_METRES);
        }
        return body(sheets.get(new Wgs84Point(lon, lat), metres, new HistorySearch.Page(Optional.empty(), FIRST_PAGE)));
    }

    private static AssetBody body(Assets.Near near) {
        Asset asset = near.asset();
        return new AssetBody(
                asset.id(), asset.kind(), asset.code(), asset.name(), Math.round(near.metres() * 10) / 10.0);
    }

    private PlaceBody body(PlaceSheet sheet) {
        return new PlaceBody(
                sheet.inside(),
                sheet.placement()
                        .sector()
                        .map(sector -> new SectorBody(sector.code(), sector.name(), sector.version()))
                        .orElse(null),
                sentences.of(sheet.placement(), LocaleContextHolder.getLocale()),
                sheet.defaultTeam()
                        .map(team -> new TeamBody(team.code(), team.name()))
                        .orElse(null),
                sheet.grounds(),
                sheet.works(),
                sheet.assets().stream().map(PlaceSheetController::body).toList(),
                sheet.count(),
                sheet.requests().items(),
                sheet.requests().next().map(Cursor::toText).orElse(null));
    }
}
