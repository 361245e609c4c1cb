package org.vigie.opendata.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.download.DownloadFormat;
import org.vigie.geo.Wgs84Point;
import org.vigie.map.Bounds;
import org.vigie.map.PublishedJurisdiction;
import org.vigie.opendata.OpenDataSettings;
import org.vigie.opendata.OpenDataTexts;

/** The catalogue as DCAT-AP 3 in JSON-LD: one data set, a distribution for each file, and the service behind the rest. */
@Component
class CatalogueRecord {

    private static final String EU = "http://publications.europa.eu/resource/authority/";

    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private static final Map<String, String> PREFIXES = Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "vcard", "http://www.w3.org/2006/vcard/ns#",
            "locn", "http://www.w3.org/ns/locn#",
            "geosparql", "http://www.opengis.net/ont/geosparql#",
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    private final OpenDataTexts texts;
    private final OpenDataSettings settings;
    private final PublishedJurisdiction published;

    CatalogueRecord(OpenDataTexts texts, OpenDataSettings settings, PublishedJurisdiction published) {
        this.texts = texts;
        this.settings = settings;
        this.published = published;
    }

    Map<String, Object> document(Addresses at) {
        Jurisdiction town = CurrentJurisdiction.get();
        Map<String, Object> catalogue = thing(at.openData() + "#catalogue", "dcat:Catalog");
        catalogue.put("dct:title", say("title", town.name()));
        catalogue.put("dct:description", say("description", town.name()));
        catalogue.put("dct:publisher", reference(at.openData() + "#publisher"));
        catalogue.put("dct:language", languages());
        catalogue.put("dct:license", license());
        catalogue.put("foaf:homepage", reference(at.openData()));
        catalogue.put("dcat:dataset", List.of(reference(at.openData() + "#requests")));
        catalogue.put("dcat:service", List.of(reference(at.openData() + "#features")));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", PREFIXES);
        document.put("@graph", List.of(catalogue, publisher(at), dataset(at), service(at)));
        return document;
    }

    private Map<String, Object> publisher(Addresses at) {
        Map<String, Object> publisher = thing(at.openData() + "#publisher", "foaf:Organization");
        publisher.put("foaf:name", CurrentJurisdiction.get().name());
        publisher.put("foaf:homepage", reference(at.town()));
        return publisher;
    }

    private Map<String, Object> dataset(Addresses at) {
        String town = CurrentJurisdiction.get().name();
        Map<String, Object> dataset = thing(at.openData() + "#requests", "dcat:Dataset");
        dataset.put("dct:identifier", at.openData() + "#requests");
        dataset.put("dct:title", say("dataset", town));
        dataset.put("dct:description", say("dataset.description", town));
        dataset.put("dct:publisher", reference(at.openData() + "#publisher"));
        dataset.put("dct:language", languages());
        dataset.put("dct:accrualPeriodicity", reference(EU + "frequency/UPDATE_CONT"));
        dataset.put("dct:accessRights", reference(EU + "access-right/PUBLIC"));
        dataset.put("dcat:theme", List.of(reference(EU + "data-theme/GOVE"), reference(EU + "data-theme/REGI")));
        dataset.put("dcat:keyword", keywords());
        dataset.put("dcat:landingPage", reference(at.openData()));
        dataset.put("dct:spatial", List.of(ground()));
        if (!settings.contactEmail().isEmpty()) {
            Map<String, Object> contact = thing(at.openData() + "#contact", "vcard:Organization");
            contact.put("vcard:fn", town);
            contact.put("vcard:hasEmail", reference("mailto:" + settings.contactEmail()));
            dataset.put("dcat:contactPoint", List.of(contact));
        }
        List<Object> distributions = new ArrayList<>();
        for (DownloadFormat format : DownloadFormat.values()) {
            distributions.add(distribution(at, format));
        }
        dataset.put("dcat:distribution", distributions);
        return dataset;
    }

    private Map<String, Object> distribution(Addresses at, DownloadFormat format) {
        String address = at.below("requests." + format.ending());
        Map<String, Object> distribution = thing(at.openData() + "#" + format.ending(), "dcat:Distribution");
        distribution.put("dct:title", say("format." + format.ending()));
        distribution.put("dcat:accessURL", reference(address));
        distribution.put("dcat:downloadURL", reference(address));
        distribution.put(
                "dcat:mediaType",
                reference("http://www.iana.org/assignments/media-types/"
                        + format.mediaType().split(";")[0]));
        distribution.put("dct:format", reference(EU + "file-type/" + format.name()));
        distribution.put("dct:license", license());
        return distribution;
    }

    private Map<String, Object> service(Addresses at) {
        Map<String, Object> service = thing(at.openData() + "#features", "dcat:DataService");
        service.put("dct:title", say("service"));
        service.put("dcat:endpointURL", reference(at.town() + "ogc"));
        service.put("dcat:endpointDescription", reference(at.town() + "ogc/api"));
        service.put("dct:conformsTo", reference("http://www.opengis.net/spec/ogcapi-features-1/1.0"));
        service.put("dcat:servesDataset", List.of(reference(at.openData() + "#requests")));
        service.put("dct:license", license());
        return service;
    }

    private Map<String, Object> ground() {
        Bounds bounds = published.profile().bounds();
        Wgs84Point low = bounds.southWest();
        Wgs84Point high = bounds.northEast();
        Map<String, Object> ground = new LinkedHashMap<>();
        ground.put("@type", "dct:Location");
        String shape = "POLYGON((%1$s %2$s,%3$s %2$s,%3$s %4$s,%1$s %4$s,%1$s %2$s))"
                .formatted(
                        low.longitudeDegrees(), low.latitudeDegrees(), high.longitudeDegrees(), high.latitudeDegrees());
        ground.put("dcat:bbox", Map.of("@type", "geosparql:wktLiteral", "@value", shape));
        return ground;
    }

    private Map<String, Object> license() {
        return reference(
                settings.licenceAuthorityUrl().isEmpty() ? settings.licenceUrl() : settings.licenceAuthorityUrl());
    }

    private List<Object> keywords() {
        List<Object> words = new ArrayList<>();
        for (Locale language : LANGUAGES) {
            for (String word : texts.say(language, "keywords").split(", *")) {
                words.add(Map.of("@language", language.getLanguage(), "@value", word));
            }
        }
        return words;
    }

    private List<Map<String, Object>> say(String key, Object... values) {
        return LANGUAGES.stream()
                .map(language -> Map.<String, Object>of(
                        "@language", language.getLanguage(), "@value", texts.say(language, key, values)))
                .toList();
    }

    private static List<Map<String, Object>> languages() {
        return List.of(reference(EU + "language/FRA"), reference(EU + "language/ENG"));
    }

    private static Map<String, Object> thing(String id, String type) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@id", id);
        thing.put("@type", type);
        return thing;
    }

    private static Map<String, Object> reference(String address) {
        return Map.of("@id", address);
    }
}
