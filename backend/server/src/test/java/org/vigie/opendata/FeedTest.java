package org.vigie.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.StringReader;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Jurisdiction;
import org.vigie.map.PublishedCity;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Feeds, read by a parser that knows namespaces and held to what RFC 4287 and GeoRSS Simple demand of each element. */
@ServiceTest
@Import(PublishedCity.class)
class FeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String GEORSS = "http://www.georss.org/georss";

    @Autowired
    MockMvc http;

    @Autowired
    PublishedCity published;

    @Autowired
    TestJurisdictions jurisdictions;

    private Jurisdiction town = new Jurisdiction(new java.util.UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);

    @BeforeEach
    void make() {
        town = jurisdictions.square();
        published.catalogue(town);
    }

    private Answers ask(String feed) throws Exception {
        return Answers.sent(http, get(URI.create("/" + town.code() + "/open-data/" + feed)));
    }

    private static Element read(Answers answer) throws Exception {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/atom+xml");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Element feed = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(answer.text())))
                .getDocumentElement();
        mustBeAFeed(feed);
        return feed;
    }

    /** Sections 4.1.1 and 4.1.2: what a feed and an entry must have, once each, and of which form. */
    private static void mustBeAFeed(Element feed) {
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        List<Element> all = new ArrayList<>(List.of(feed));
        all.addAll(children(feed, "entry"));
        for (Element each : all) {
            for (String once : List.of("id", "title", "updated")) {
                assertThat(children(each, once)).as(once).hasSize(1);
            }
            assertThat(URI.create(text(each, "id")).isAbsolute()).isTrue();
            OffsetDateTime.parse(text(each, "updated"));
            assertThat(children(each, "link"))
                    .anySatisfy(link -> assertThat(link.getAttribute("rel")).isEqualTo("alternate"))
                    .allSatisfy(link -> assertThat(
                                    URI.create(link.getAttribute("href")).isAbsolute())
                            .isTrue());
        }
        assertThat(children(feed, "author"))
                .singleElement()
                .satisfies(author -> assertThat(text(author, "name")).isNotBlank());
        assertThat(children(feed, "link"))
                .anySatisfy(link -> assertThat(link.getAttribute("rel")).isEqualTo("self"));
        List<String> ids =
                children(feed, "entry").stream().map(entry -> text(entry, "id")).toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).getFirst().getTextContent();
    }

    private List<String> ids(String feed) throws Exception {
        return children(read(ask(feed)), "entry").stream()
                .map(entry -> text(entry, "id").replace("urn:uuid:", ""))
                .toList();
    }

    @Test
    void whatIsNewIsTheLatestFiftyOfWhatIsPublished() throws Exception {
        published.manyRequests(town, 60);
        String latest = published.request(town, "pothole", 2.05, 47.06).toString();
        String hidden = published.request(town, "complaint", 2.05, 47.05).toString();
        published.write(
                town,
                "update request.request set received_at = received_at - interval '2 days' where number like '2025%'");

        assertThat(ids("new.atom")).hasSize(50).startsWith(latest).doesNotContain(hidden);
    }

    @Test
    void anEntryTellsWhatWhereAndWhenAndLeadsToItsPage() throws Exception {
        String id = published.request(town, "pothole", 2.05, 47.06).toString();

        Element entry = children(read(ask("new.atom")), "entry").getFirst();

        assertThat(text(entry, "title")).isEqualTo("pothole – 12 rue des Lilas");
        assertThat(text(entry, "summary")).contains("Trou devant le 12").doesNotContain("06 12 34 56 78", "jeanne");
        assertThat(children(entry, "category").getFirst().getAttribute("term")).isEqualTo("pothole");
        assertThat(children(entry, "link").getFirst().getAttribute("href"))
                .isEqualTo("http://localhost/" + town.code() + "/?request=2026-" + id.substring(id.length() - 6));
        Element point = (Element) entry.getElementsByTagNameNS(GEORSS, "point").item(0);
        assertThat(Objects.requireNonNull(point).getTextContent()).isEqualTo("47.06 2.05");
    }

    @Test
    void whatWasAnsweredIsTheSettledOnesByWhenThatWas() throws Exception {
        String first = published.request(town, "pothole", 2.05, 47.06).toString();
        String second = published.request(town, "lighting", 2.05, 47.06).toString();
        published.request(town, "lighting", 2.06, 47.06);
        settle(second, "2 hours");
        settle(first, "1 hour");

        assertThat(ids("answered.atom")).containsExactly(first, second);
        assertThat(ids("answered.atom?category=lighting")).containsExactly(second);
        assertThat(ids("new.atom?bbox=2.055,47.0,2.1,47.1")).hasSize(1);
    }

    private void settle(String id, String before) {
        published.write(
                town,
                "update request.request set state = 'RESOLVED', resolved_at = now() - interval '%s' where request_id = '%s'"
                        .formatted(before, id));
    }

    @Test
    void aReaderThatHasTheLatestIsToldThatNothingIsNew() throws Exception {
        published.request(town, "pothole", 2.05, 47.06);
        String tag = ask("new.atom").header("ETag");

        Answers again = Answers.sent(
                http, get("/" + town.code() + "/open-data/new.atom").header("If-None-Match", tag));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();

        published.request(town, "pothole", 2.05, 47.06);
        assertThat(Answers.sent(
                                http,
                                get("/" + town.code() + "/open-data/new.atom").header("If-None-Match", tag))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nothingIsAnEmptyFeedAndWhatXmlCannotHoldIsLeftOut() throws Exception {
        assertThat(ids("new.atom")).isEmpty();
        published.request(town, "pothole", 2.05, 47.06);
        published.write(
                town, "update request.request set description = 'a' || chr(1) || '<b>&' || chr(65535) || ']]>é😀'");

        assertThat(text(children(read(ask("new.atom")), "entry").getFirst(), "summary"))
                .isEqualTo("a<b>&]]>é😀");
    }

    @Test
    void aFilterThatIsNotUnderstoodIsRefused() throws Exception {
        assertThat(ask("new.atom?bbox=1,2,3").status()).isEqualTo(400);
    }
}
