package org.vigie.opendata.web;

import static org.vigie.features.web.PageFrame.anchor;
import static org.vigie.features.web.PageFrame.escaped;
import static org.vigie.features.web.PageFrame.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.download.DownloadFormat;
import org.vigie.features.web.PageFrame;
import org.vigie.map.PublishedRequestRows;
import org.vigie.opendata.OpenDataSettings;
import org.vigie.opendata.OpenDataTexts;

/** What is published, under what terms, and how to have it: for people. */
@Component
@EnableConfigurationProperties(OpenDataSettings.class)
class OpenDataPage {

    private static final List<String> PARAMETERS =
            List.of("category", "domain", "state", "kind", "from", "to", "late", "q", "bbox", "recent");

    private final OpenDataTexts texts;
    private final OpenDataSettings settings;

    OpenDataPage(OpenDataTexts texts, OpenDataSettings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    String write(Addresses at, Locale reader) {
        String town = CurrentJurisdiction.get().name();
        String content = "<p>" + escaped(texts.say(reader, "description", town)) + "</p>"
                + section(reader, "downloads", downloads(at, reader))
                + section(reader, "filters", filters(at, reader))
                + section(reader, "terms", terms(reader))
                + section(reader, "fields", fields(reader))
                + section(reader, "feeds", feeds(at, reader))
                + section(reader, "programs", programs(at, reader));
        return PageFrame.page(
                reader, texts.say(reader, "title", town), List.of(new PageFrame.Crumb(town, at.town())), content);
    }

    private String section(Locale reader, String key, String content) {
        return "<h2 id=\"%s\">%s</h2>\n%s\n".formatted(key, escaped(texts.say(reader, key)), content);
    }

    private String paragraph(Locale reader, String key, Object... values) {
        return "<p>" + escaped(texts.say(reader, key, values)) + "</p>";
    }

    private String downloads(Addresses at, Locale reader) {
        return paragraph(reader, "downloads.what")
                + table(
                        heads(reader, "file", "format", "for"),
                        Arrays.stream(DownloadFormat.values())
                                .map(format -> List.of(
                                        anchor(at.below("requests." + format.ending()), "requests." + format.ending()),
                                        escaped(texts.say(reader, "format." + format.ending())),
                                        escaped(texts.say(reader, "format." + format.ending() + ".for"))))
                                .toList());
    }

    private String filters(Addresses at, Locale reader) {
        String example = at.below("requests.csv?state=RECEIVED,ASSIGNED&from=2026-01-01");
        return paragraph(reader, "filters.what")
                + table(
                        heads(reader, "parameter", "meaning"),
                        PARAMETERS.stream()
                                .map(name -> List.of(
                                        "<code>" + name + "</code>", escaped(texts.say(reader, "parameter." + name))))
                                .toList())
                + "<p><code>" + escaped(example) + "</code></p>";
    }

    private String terms(Locale reader) {
        String licence = "<p>" + escaped(texts.say(reader, "licence")) + " "
                + anchor(settings.licenceUrl(), settings.licenceName()) + "</p>";
        String contact = settings.contactEmail().isEmpty()
                ? ""
                : "<p>" + escaped(texts.say(reader, "contact")) + " "
                        + anchor("mailto:" + settings.contactEmail(), settings.contactEmail()) + "</p>";
        return licence + paragraph(reader, "frequency") + paragraph(reader, "left-out") + contact;
    }

    private String fields(Locale reader) {
        return paragraph(reader, "fields.what")
                + table(
                        heads(reader, "field", "meaning"),
                        Stream.concat(
                                        PublishedRequestRows.TABLE.columns().stream()
                                                .map(column -> column.name()),
                                        Stream.of("longitude", "latitude"))
                                .map(name -> List.of(
                                        "<code>" + name + "</code>", escaped(texts.say(reader, "field." + name))))
                                .toList());
    }

    private String feeds(Addresses at, Locale reader) {
        String town = CurrentJurisdiction.get().name();
        return paragraph(reader, "feeds.what")
                + Stream.of("new", "answered")
                        .map(feed -> "<li>" + anchor(at.below(feed + ".atom"), texts.say(reader, "feed." + feed, town))
                                + "</li>")
                        .collect(Collectors.joining("\n", "<ul>", "</ul>"));
    }

    private String programs(Addresses at, Locale reader) {
        return "<ul><li>" + anchor(at.below("gis"), texts.say(reader, "gis")) + "</li><li>"
                + anchor(at.town() + "ogc?f=html", texts.say(reader, "service")) + "</li><li>"
                + anchor(at.below("catalogue.jsonld"), texts.say(reader, "catalogue")) + "</li></ul>";
    }

    private List<String> heads(Locale reader, String... keys) {
        return Arrays.stream(keys).map(key -> texts.say(reader, "head." + key)).toList();
    }
}
