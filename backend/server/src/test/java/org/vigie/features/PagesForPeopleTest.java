package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.util.HtmlUtils;
import org.vigie.access.Jurisdiction;
import org.vigie.map.PublishedCity;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;

/** The pages of this door, as somebody reads them who came with a browser. */
@ServiceTest
@Import({PublishedCity.class, FeatureCity.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesForPeopleTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Autowired
    FeatureCity city;

    @Autowired
    PublishedCity published;

    private Jurisdiction town = new Jurisdiction(new java.util.UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);

    @BeforeAll
    void build() {
        town = city.make();
    }

    private String page(String below, String language) throws Exception {
        Answers answer = city.ask(town, below, "Accept", BROWSER, "Accept-Language", language);
        assertThat(answer.status()).as(below).isEqualTo(200);
        assertThat(answer.header("Content-Type")).as(below).isEqualTo("text/html;charset=UTF-8");
        return answer.text();
    }

    @Test
    @DisplayName("/conf/html/definition and content: every document is a page too, and its links lead on")
    void everyDocumentIsAPageAndItsLinksLeadOn() throws Exception {
        String id = city.ask(town, "/collections/sector/items?limit=1").at("$.features[0].id");
        for (String below : List.of(
                "",
                "/conformance",
                "/api",
                "/collections",
                "/collections/request",
                "/collections/request/queryables",
                "/collections/basemap/items?limit=30",
                "/collections/request/items?limit=20",
                "/collections/sector/items/" + id)) {
            String page = page(below, "en");
            Matcher links = Pattern.compile("href=\"([^\"]+)\"").matcher(page);
            int followed = 0;
            while (links.find()) {
                String address = HtmlUtils.htmlUnescape(links.group(1));
                if (address.contains("/ogc")) {
                    assertThat(city.at(address).status()).as(address).isEqualTo(200);
                    followed++;
                }
            }
            assertThat(followed).as(below).isPositive();
        }
    }

    @Test
    void theyAreInTheReadersLanguage() throws Exception {
        assertThat(page("", "fr")).contains("lang=\"fr\"", "données publiées", "Signalements", "Fond de plan");
        assertThat(page("", "en")).contains("lang=\"en\"", "published data", "Requests", "Base map");
        assertThat(city.ask(town, "/collections", "Accept-Language", "fr").<String>at("$.collections[0].title"))
                .isEqualTo("Signalements");
        assertThat(page("/collections/request/items?limit=5", "fr")).contains("5 objets sur 240", "Page suivante");
    }

    @Test
    void featuresAreATableWithAMapOverTheBaseMap() throws Exception {
        String page = page("/collections/request/items?limit=20&bbox=2.02,47.02,2.05,47.05", "en");

        assertThat(page)
                .contains("<svg class=\"map\"", "<table>", "class=\"point\"", "class=\"water\"", "class=\"street\"");
        assertThat(page.split("class=\"point\"", -1)).hasSize(21);
        assertThat(page("/collections/request/items?bbox=0,0,1,1", "en"))
                .contains("0 of 0")
                .doesNotContain("<svg", "<table>");
        assertThat(page("/collections/sector/items", "en")).contains("class=\"shape\"");
    }

    @Test
    void whatSomebodyWroteIsTextAndNothingElse() throws Exception {
        Jurisdiction other = city.make();
        published.write(
                other,
                "update request.request set description = '<script>alert(1)</script>\" onload=\"x', address = '<b>' "
                        + "where jurisdiction_id = access.current_jurisdiction()");
        Answers answer = city.ask(other, "/collections/request/items?limit=5&f=html");

        assertThat(answer.text()).contains("&lt;script&gt;").doesNotContain("<script", "<b>", "\" onload");
        assertThat(city.ask(other, "/collections/request/items?f=html&description=%22%3E%3Cscript%3E")
                        .text())
                .doesNotContain("<script");
    }

    @Test
    void nothingRunsInThemAndTheOneStyleIsOurs() throws Exception {
        Answers answer = city.ask(town, "?f=html");
        Matcher style = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL).matcher(answer.text());
        assertThat(style.find()).isTrue();
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "'sha256-" + hash + "'");
        assertThat(answer.text()).doesNotContain("<script", "style=\"");
    }
}
