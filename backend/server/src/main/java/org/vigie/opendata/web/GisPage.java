package org.vigie.opendata.web;

import static org.vigie.features.web.PageFrame.anchor;
import static org.vigie.features.web.PageFrame.escaped;
import static org.vigie.features.web.PageFrame.table;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.features.web.PageFrame;
import org.vigie.geo.TileAddress;
import org.vigie.geo.Wgs84Point;
import org.vigie.map.PublishedJurisdiction;
import org.vigie.opendata.OpenDataTexts;

/** How what is published is used in a desktop GIS: for people. A test runs its commands as they stand. */
@Component
class GisPage {

    private static final int TILE_ZOOM = 14;
    private static final double MIDDLE_DEGREES = 0.01;

    private final OpenDataTexts texts;
    private final PublishedJurisdiction published;

    GisPage(OpenDataTexts texts, PublishedJurisdiction published) {
        this.texts = texts;
        this.published = published;
    }

    String write(Addresses at, Locale reader) {
        Jurisdiction town = CurrentJurisdiction.get();
        String content = paragraph(reader, "what")
                + section(
                        reader,
                        "project",
                        paragraph(reader, "project.what", town.name()) + "<p class=\"formats\">"
                                + anchor(at.below("vigie.qgs"), "vigie.qgs") + "</p>")
                + section(reader, "layers", connections(at, reader))
                + section(reader, "recipes", recipes(at, reader))
                + section(reader, "staff", paragraph(reader, "staff.what") + command(staff(at)))
                + section(
                        reader,
                        "postgis",
                        paragraph(reader, "postgis.what")
                                + command(connectionService(town))
                                + command("ogr2ogr from-postgis.gpkg PG:service=vigie map.request"));
        return PageFrame.page(
                reader,
                say(reader, ""),
                List.of(
                        new PageFrame.Crumb(town.name(), at.town()),
                        new PageFrame.Crumb(texts.say(reader, "title", town.name()), at.openData())),
                content);
    }

    private String connections(Addresses at, Locale reader) {
        Stream<List<String>> tiles = Stream.of("requests", "sectors", "assets", "basemap")
                .map(layer -> List.of(say(reader, "." + layer), at.town() + "tiles/" + layer + "/{z}/{x}/{y}.mvt"));
        return table(
                List.of(say(reader, ".kind"), say(reader, ".address")),
                Stream.concat(Stream.of(List.of(say(reader, ".ogc"), at.town() + "ogc")), tiles)
                        .map(row -> List.of(escaped(row.get(0)), "<code>" + escaped(row.get(1)) + "</code>"))
                        .toList());
    }

    private String recipes(Addresses at, Locale reader) {
        Wgs84Point middle = published.profile().center();
        TileAddress tile = TileAddress.holding(middle, TILE_ZOOM);
        String source = "OAPIF:" + at.town() + "ogc";
        return paragraph(reader, "recipes.what")
                + recipe(reader, "list", "ogrinfo -ro -al -so " + source)
                + recipe(
                        reader,
                        "lambert",
                        "ogr2ogr -t_srs EPSG:2154 requests-lambert.gpkg " + source
                                + " request -where \"state = 'RECEIVED'\"")
                + recipe(reader, "sectors", "ogr2ogr sectors.geojson " + source + " sector")
                + recipe(
                        reader,
                        "box",
                        "ogr2ogr -spat %s middle.csv %s request -lco GEOMETRY=AS_XY".formatted(around(middle), source))
                + recipe(
                        reader,
                        "tile",
                        "ogrinfo -ro -al -so MVT:%stiles/basemap/%d/%d/%d.mvt"
                                .formatted(at.town(), tile.zoom(), tile.x(), tile.y()))
                + recipe(reader, "file", "curl -fO " + at.below("requests.gpkg"));
    }

    private static String around(Wgs84Point middle) {
        return "%.4f %.4f %.4f %.4f"
                .formatted(
                        middle.longitudeDegrees() - MIDDLE_DEGREES,
                        middle.latitudeDegrees() - MIDDLE_DEGREES,
                        middle.longitudeDegrees() + MIDDLE_DEGREES,
                        middle.latitudeDegrees() + MIDDLE_DEGREES);
    }

    private static String staff(Addresses at) {
        return "ogr2ogr staff.gpkg OAPIF:" + at.town()
                + "ogc staff_request --config GDAL_HTTP_HEADERS \"Authorization: Bearer $KEY\"";
    }

    private static String connectionService(Jurisdiction town) {
        return """
                [vigie]
                host=…
                dbname=vigie
                user=map_reader
                password=…
                options=-c vigie.jurisdiction=%s""".formatted(town.id());
    }

    private String recipe(Locale reader, String key, String command) {
        return paragraph(reader, "recipe." + key) + command(command);
    }

    private static String command(String text) {
        return "<pre><code>" + escaped(text) + "</code></pre>\n";
    }

    private String section(Locale reader, String key, String content) {
        return "<h2 id=\"%s\">%s</h2>\n%s\n".formatted(key, escaped(say(reader, "." + key)), content);
    }

    private String paragraph(Locale reader, String key, Object... values) {
        return "<p>" + escaped(texts.say(reader, "gis." + key, values)) + "</p>\n";
    }

    private String say(Locale reader, String key) {
        return texts.say(reader, "gis" + key);
    }
}
