package org.vigie.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Jurisdiction;
import org.vigie.map.PublishedCity;
import org.vigie.map.PublishedRequestRows;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

/** The page about the data, and its record for portals, held to what DCAT-AP 3 makes mandatory. */
@ServiceTest
@Import(PublishedCity.class)
class OpenDataPageTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestJurisdictions jurisdictions;

    private Jurisdiction town = new Jurisdiction(new java.util.UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);

    @BeforeEach
    void make() {
        town = jurisdictions.square();
    }

    private Answers ask(String below, String language) throws Exception {
        return Answers.sent(
                http,
                get(URI.create("/" + town.code() + below))
                        .header("Accept-Language", language)
                        .header("Accept", "text/html,*/*"));
    }

    @Test
    void thePageExplainsEveryFieldInTheReadersLanguageAndAllItsLinksLeadSomewhere() throws Exception {
        String french = ask("/open-data", "fr").text();
        String english = ask("/open-data", "en").text();

        for (var column : PublishedRequestRows.TABLE.columns()) {
            assertThat(french).contains("<code>" + column.name() + "</code>");
        }
        assertThat(french)
                .contains("<html lang=\"fr\">", "données ouvertes", "Licence Ouverte", "Mis à jour en continu");
        assertThat(english).contains("<html lang=\"en\">", "open data", "Updated continuously");
        assertThat(french + english).doesNotContain("<script", "opendata.");
        List<String> links = Pattern.compile("href=\"http://localhost([^\"]+)\"")
                .matcher(french)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(links).hasSizeGreaterThan(7);
        for (String link : links) {
            if (!link.endsWith("/" + town.code() + "/")) {
                assertThat(Answers.sent(http, get(URI.create(link))).status())
                        .as(link)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void theRecordHasWhatDcatApMakesMandatoryAndNamesOnlyWhatItHolds() throws Exception {
        Answers answer = ask("/open-data/catalogue.jsonld", "fr");

        assertThat(answer.header("Content-Type")).isEqualTo("application/ld+json");
        List<Map<String, Object>> graph = answer.at("$['@graph']");
        Map<String, Object> catalogue = only(graph, "dcat:Catalog");
        assertThat(catalogue).containsKeys("dct:title", "dct:description", "dct:publisher", "dcat:dataset");
        Map<String, Object> dataset = only(graph, "dcat:Dataset");
        assertThat(dataset).containsKeys("dct:title", "dct:description", "dcat:theme", "dct:accrualPeriodicity");
        assertThat(only(graph, "foaf:Organization")).containsEntry("foaf:name", town.name());
        assertThat(only(graph, "dcat:DataService")).containsKeys("dct:title", "dcat:endpointURL");
        List<String> ids =
                graph.stream().map(thing -> String.valueOf(thing.get("@id"))).toList();
        assertThat(ids).doesNotHaveDuplicates();
        for (String named : List.of("dct:publisher", "dcat:dataset", "dcat:service")) {
            assertThat(ids).containsAll(references(told(catalogue, named)));
        }
        for (Map<String, Object> title : answer.<List<Map<String, Object>>>at("$['@graph'][*]['dct:title'][*]")) {
            assertThat(title).containsKeys("@language", "@value");
        }
    }

    @Test
    void eachDistributionCanBeDownloadedInTheFormatThatItNames() throws Exception {
        List<Map<String, Object>> distributions =
                ask("/open-data/catalogue.jsonld", "fr").at("$['@graph'][*]['dcat:distribution'][*]");

        assertThat(distributions).hasSize(4);
        for (Map<String, Object> distribution : distributions) {
            String address = references(told(distribution, "dcat:downloadURL")).getFirst();
            String type = references(told(distribution, "dcat:mediaType")).getFirst();
            Answers file = Answers.sent(http, get(URI.create(address.replace("http://localhost", ""))));
            assertThat(file.status()).as(address).isEqualTo(200);
            assertThat(type)
                    .isEqualTo("http://www.iana.org/assignments/media-types/"
                            + file.header("Content-Type").split(";")[0]);
            assertThat(references(told(distribution, "dct:license")).getFirst()).startsWith("http");
            assertThat(references(told(distribution, "dct:format")).getFirst())
                    .endsWith(address.substring(address.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT));
        }
    }

    private static Object told(Map<String, Object> thing, String property) {
        return Objects.requireNonNull(thing.get(property), property);
    }

    private static Map<String, Object> only(List<Map<String, Object>> graph, String type) {
        return graph.stream()
                .filter(thing -> type.equals(thing.get("@type")))
                .collect(java.util.stream.Collectors.collectingAndThen(java.util.stream.Collectors.toList(), found -> {
                    assertThat(found).as(type).hasSize(1);
                    return found.getFirst();
                }));
    }

    private static List<String> references(Object value) {
        Stream<?> all = value instanceof List<?> list ? list.stream() : Stream.of(value);
        return all.map(each -> String.valueOf(((Map<?, ?>) each).get("@id"))).toList();
    }
}
