package org.vigie.dispatch.web;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.catalogue.AssetKinds;
import org.vigie.catalogue.Categories;
import org.vigie.geo.Wgs84Point;
import org.vigie.map.PublishedRequests;
import org.vigie.map.RequestCard;
import org.vigie.request.RequestAssets;
import org.vigie.territory.asset.Asset;
import org.vigie.territory.asset.Assets;

/** The things of the town that a report may be about, for everybody. */
@RestController
@RequestMapping("/{jurisdiction}/api/assets")
class AssetController {

    private static final int METRES_AROUND = 30;
    private static final int MOST_NEAR = 5;
    private static final int MOST_LOOKED_AT = 50;
    private static final int MOST_FOUND = 8;
    private static final int LONGEST_QUERY = 100;

    record AssetsBody(List<AssetBody> items) {}

    /** @param shape of what is no point */
    record AssetBody(
            UUID id,
            String kind,
            String code,
            String name,
            Wgs84Point position,
            @Nullable Geometry shape,
            boolean retired,
            @Nullable Double distanceMetres) {

        static AssetBody of(Asset asset, @Nullable Double metres) {
            return new AssetBody(
                    asset.id(),
                    asset.kind(),
                    asset.code(),
                    asset.name(),
                    asset.position(),
                    asset.shape().orElse(null),
                    asset.retired(),
                    metres == null ? null : Math.round(metres * 10) / 10.0);
        }
    }

    /** @param requests the open ones about it that everybody may see, the newest first */
    record ReportedBody(AssetBody asset, List<RequestCard> requests) {}

    private final Assets assets;
    private final AssetKinds kinds;
    private final Categories categories;
    private final RequestAssets reported;
    private final PublishedRequests published;

    AssetController(
            Assets assets,
            AssetKinds kinds,
            Categories categories,
            RequestAssets reported,
            PublishedRequests published) {
        this.assets = assets;
        this.kinds = kinds;
        this.categories = categories;
        this.reported = reported;
        this.published = published;
    }

    /** @param q how a code begins; a kind and a colon may stand before it */
    @GetMapping
    AssetsBody search(@RequestParam String q) {
        String typed = q.substring(0, Math.min(q.length(), LONGEST_QUERY));
        return new AssetsBody(assets.beginning(typed, MOST_FOUND).stream()
                .map(asset -> AssetBody.of(asset, null))
                .toList());
    }

    /** @param category code; what does not suit it is left out */
    @GetMapping("/near")
    @Transactional(readOnly = true)
    public AssetsBody near(
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(required = false) @Nullable String category) {
        Set<String> unsuited = category == null ? Set.of() : unsuited(category);
        return new AssetsBody(assets.near(new Wgs84Point(lon, lat), METRES_AROUND, MOST_LOOKED_AT).stream()
                .filter(near -> !unsuited.contains(near.asset().kind()))
                .limit(MOST_NEAR)
                .map(near -> AssetBody.of(near.asset(), near.metres()))
                .toList());
    }

    /** @param asset its id, or kind and code: {@code lamp:4711} */
    @GetMapping("/named")
    ReportedBody named(@RequestParam String asset) {
        Asset found = assets.find(asset).orElseThrow(() -> Refusal.notFound("asset"));
        return new ReportedBody(
                AssetBody.of(found, null),
                published.cards(reported.openOn(found.id())).stream()
                        .sorted(Comparator.comparing(RequestCard::receivedAt).reversed())
                        .limit(MOST_FOUND)
                        .toList());
    }

    private Set<String> unsuited(String category) {
        return kinds.unsuited(categories
                .findOffered(category)
                .orElseThrow(() -> Refusal.invalid("unknown-category", category))
                .id());
    }
}
