package org.vigie.dispatch.place;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.dispatch.search.HistorySearch;
import org.vigie.geo.Wgs84Point;
import org.vigie.team.Team;
import org.vigie.team.Teams;
import org.vigie.territory.Boundary;
import org.vigie.territory.LocatedSector;
import org.vigie.territory.Placement;
import org.vigie.territory.SectorLocator;
import org.vigie.territory.asset.Assets;

/** Puts together what is known of a place, in the jurisdiction that is open. */
@Component
public class PlaceSheets {

    /** More at one place says no more than that there are many. */
    public static final int MOST_COUNTED = 1_000;

    private static final int MOST_ASSETS = 20;

    private final JdbcClient jdbc;
    private final HistorySearch search;
    private final SectorLocator locator;
    private final Boundary boundary;
    private final PlaceGrounds grounds;
    private final Teams teams;
    private final Assets assets;

    PlaceSheets(
            JdbcClient jdbc,
            HistorySearch search,
            SectorLocator locator,
            Boundary boundary,
            PlaceGrounds grounds,
            Teams teams,
            Assets assets) {
        this.jdbc = jdbc;
        this.search = search;
        this.locator = locator;
        this.boundary = boundary;
        this.grounds = grounds;
        this.teams = teams;
        this.assets = assets;
    }

    /** @param metres how far around it requests and assets are looked for, on the ellipsoid */
    @Transactional(readOnly = true)
    public PlaceSheet get(Wgs84Point place, double metres, HistorySearch.Page page) {
        Placement placement = locator.locate(place);
        PlaceGrounds.Told told = grounds.at(place);
        return new PlaceSheet(
                boundary.covers(place),
                placement,
                placement.sector().flatMap(this::defaultTeam),
                told.names(),
                told.works(),
                assets.near(place, metres, MOST_ASSETS),
                count(place, metres),
                search.findNear(place, metres, page));
    }

    private Optional<Team> defaultTeam(LocatedSector sector) {
        return jdbc.sql("select team_id from team.sector_default where sector_id = :sector")
                .param("sector", sector.sectorId())
                .query(UUID.class)
                .optional()
                .map(teams::get);
    }

    private PlaceSheet.Count count(Wgs84Point place, double metres) {
        return jdbc.sql("""
                        select count(*) filter (where r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')) as open,
                            count(*) filter (where r.state not in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')) as settled
                        from request.find_near(:longitude, :latitude, :metres, 'infinity', cast(:greatest as uuid), :most) found
                        join request.request r using (request_id)
                        """)
                .param("longitude", place.longitudeDegrees())
                .param("latitude", place.latitudeDegrees())
                .param("metres", metres)
                .param("greatest", new UUID(-1, -1))
                .param("most", MOST_COUNTED)
                .query((row, n) -> new PlaceSheet.Count(
                        row.getInt("open"),
                        row.getInt("settled"),
                        row.getInt("open") + row.getInt("settled") == MOST_COUNTED))
                .single();
    }
}
