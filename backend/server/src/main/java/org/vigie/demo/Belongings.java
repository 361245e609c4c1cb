package org.vigie.demo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.catalogue.AssetKinds;
import org.vigie.demo.town.AssetKind;

/** Which things the categories are about, and which lamp or bin many of the past reports named. */
@Component
class Belongings {

    private final AssetKinds kinds;
    private final JdbcClient jdbc;

    Belongings(AssetKinds kinds, JdbcClient jdbc) {
        this.kinds = kinds;
        this.jdbc = jdbc;
    }

    void name() {
        suited().forEach((kind, categories) -> kinds.suit(kind.name(), categories));
        // Whoever stood right at it named it, six times of ten.
        jdbc.sql("""
                        insert into request.request_asset (jurisdiction_id, request_id, asset_id)
                        select r.jurisdiction_id, r.request_id, min(a.asset_id::text)::uuid
                        from request.request r
                        join territory.asset a on a.jurisdiction_id = r.jurisdiction_id
                            and st_asbinary(a.location) = st_asbinary(r.location)
                        join catalogue.category_asset_kind k on k.jurisdiction_id = r.jurisdiction_id
                            and k.category_id = r.category_id and k.kind = a.kind
                        where abs(hashtext(r.number)) % 10 < 6
                        group by r.jurisdiction_id, r.request_id
                        """).update();
    }

    private static Map<AssetKind, List<String>> suited() {
        Map<AssetKind, List<String>> suited = new EnumMap<>(AssetKind.class);
        suited.put(
                AssetKind.LAMP_POST,
                List.of("lampadaire-eteint", "lampadaire-clignote", "allume-le-jour", "danger-electrique"));
        suited.put(AssetKind.TREE, List.of("arbre-menacant", "branche-tombee", "taille"));
        suited.put(AssetKind.BIN, List.of("corbeille-pleine"));
        suited.put(AssetKind.BENCH, List.of("mobilier-urbain"));
        suited.put(AssetKind.GLASS_CONTAINER, List.of("conteneur-verre"));
        suited.put(AssetKind.PLAYGROUND, List.of("aire-de-jeux"));
        suited.put(AssetKind.HYDRANT, List.of("fuite-eau"));
        suited.put(AssetKind.SPORTS_FACILITY, List.of("parc-abime"));
        suited.put(AssetKind.SCHOOL, List.of("remarque-amenagement"));
        return suited;
    }
}
