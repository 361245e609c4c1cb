package org.vigie.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.process.ProcessAdmission;
import org.vigie.testing.Answers;
import org.vigie.testing.AskedQuestions;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Each XML document element by element, in the order and with the names that GeoReport v2 gives them, and nothing besides. */
@ServiceTest
class XmlDocumentsTest {

    private static final String QUESTIONS = """
            [{"code":"couleur","text":"Quelle couleur ?","type":"CHOICE","required":true,
              "choices":[{"code":"rouge","label":"Rouge"},{"code":"bleu","label":"Bleu"}]},
             {"code":"nuance","text":"Laquelle ?","type":"TEXT","required":true,"onlyIf":{"question":"couleur","is":["bleu"]}}]
            """;

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Clients clients;

    @Autowired
    Categories categories;

    @Autowired
    ProcessAdmission admission;

    private Door door;

    @BeforeEach
    void open() {
        TestCity.City city = cities.make();
        door = Door.of(http, cities, clients, city);
        cities.inside(city.jurisdiction(), () -> {
            admission.admit(categories.findOffered("lampadaire").orElseThrow(), AskedQuestions.of(QUESTIONS));
            return true;
        });
    }

    private Element read(String below) throws Exception {
        Answers answer = door.read(below);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return parsed(answer);
    }

    private static Element parsed(Answers answer) throws Exception {
        assertThat(answer.header("Content-Type")).isEqualTo("text/xml; charset=utf-8");
        assertThat(answer.text()).startsWith("<?xml version='1.0' encoding='UTF-8'?>");
        GeoReportSchemas.xml(answer.text());
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.text().getBytes(StandardCharsets.UTF_8)));
        return document.getDocumentElement();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .forEach(node -> {
                    if (node.getNodeType() == Node.ELEMENT_NODE) {
                        children.add((Element) node);
                    } else {
                        assertThat(parent.getElementsByTagName("*").getLength())
                                .as("text beside elements in " + parent.getTagName())
                                .isZero();
                    }
                });
        assertThat(parent.getAttributes().getLength()).as(parent.getTagName()).isZero();
        return children;
    }

    private static List<String> names(Element parent) {
        return children(parent).stream().map(Element::getTagName).toList();
    }

    private static Element child(Element parent, String name) {
        List<Element> found = children(parent).stream()
                .filter(each -> each.getTagName().equals(name))
                .toList();
        assertThat(found).as(name).hasSize(1);
        return found.getFirst();
    }

    private static String text(Element parent, String name) {
        return child(parent, name).getTextContent();
    }

    @Test
    void discoveryHasAProductionAndATestEndpointAndTwoFormatsEach() throws Exception {
        Element discovery = read("discovery.xml");
        assertThat(discovery.getTagName()).isEqualTo("discovery");
        assertThat(names(discovery)).containsExactly("changeset", "contact", "key_service", "endpoints");
        assertThat(OffsetDateTime.parse(text(discovery, "changeset")))
                .isBefore(OffsetDateTime.parse("2026-11-22T00:00:00Z"));
        assertThat(text(discovery, "contact")).isNotBlank();
        assertThat(text(discovery, "key_service")).isNotBlank();
        List<Element> endpoints = children(child(discovery, "endpoints"));
        assertThat(endpoints.stream().map(each -> text(each, "type"))).containsExactly("production", "test");
        for (Element endpoint : endpoints) {
            assertThat(endpoint.getTagName()).isEqualTo("endpoint");
            assertThat(names(endpoint)).containsExactly("specification", "url", "changeset", "type", "formats");
            assertThat(text(endpoint, "specification")).isEqualTo("http://wiki.open311.org/GeoReport_v2");
            assertThat(text(endpoint, "url"))
                    .startsWith("http")
                    .contains("/" + door.city().jurisdiction().code() + "/open311/")
                    .endsWith("v2");
            assertThat(children(child(endpoint, "formats")).stream().map(Element::getTextContent))
                    .containsExactly("text/xml", "application/json");
            assertThat(names(child(endpoint, "formats"))).containsExactly("format", "format");
        }
        assertThat(door.read("discovery.json").<List<String>>at("$.endpoints[*].formats[*]"))
                .hasSize(4);
    }

    @Test
    void servicesHaveAllTheirElementsAlsoWhereTheyAreEmpty() throws Exception {
        Element services = read("services.xml");
        assertThat(services.getTagName()).isEqualTo("services");
        assertThat(children(services)).hasSize(5).allSatisfy(service -> {
            assertThat(service.getTagName()).isEqualTo("service");
            assertThat(names(service))
                    .containsExactly(
                            "service_code", "service_name", "description", "metadata", "type", "keywords", "group");
            assertThat(text(service, "metadata")).isEqualTo("true");
        });
        assertThat(children(services).stream()
                        .map(service -> text(service, "service_code") + " " + text(service, "type")))
                .contains("nid-de-poule realtime", "habitat-indigne batch");
    }

    @Test
    void aServiceThatAsksNothingHasNoMetadata() throws Exception {
        Door unknown = new Door(http, cities.make(), door.clientId(), "");
        assertThat(unknown.read("services.json").<List<Boolean>>at("$[*].metadata"))
                .containsOnly(false);
        assertThat(unknown.read("services/nid-de-poule.xml").text())
                .endsWith(
                        "<service_definition><service_code>nid-de-poule</service_code><attributes/></service_definition>");
    }

    @Test
    void aServiceDefinitionListsTheQuestionsInTheirOrderAndTheClientsOwnIdLast() throws Exception {
        Element definition = read("services/lampadaire.xml");
        assertThat(definition.getTagName()).isEqualTo("service_definition");
        assertThat(names(definition)).containsExactly("service_code", "attributes");
        List<Element> attributes = children(child(definition, "attributes"));
        assertThat(attributes.stream()
                        .map(each -> String.join(
                                " ",
                                text(each, "order"),
                                text(each, "code"),
                                text(each, "datatype"),
                                text(each, "required"))))
                .containsExactly(
                        "1 couleur singlevaluelist true", "2 nuance text false", "3 fixmystreet_id string false");
        assertThat(names(attributes.get(0)))
                .containsExactly(
                        "variable",
                        "code",
                        "datatype",
                        "required",
                        "datatype_description",
                        "order",
                        "description",
                        "values");
        assertThat(children(child(attributes.get(0), "values")))
                .hasSize(2)
                .allSatisfy(
                        value -> assertThat(value.getTagName() + names(value)).isEqualTo("value[key, name]"));
        assertThat(text(attributes.get(1), "datatype_description")).contains("Quelle couleur ?", "bleu");
        assertThat(text(attributes.get(2), "automated")).isEqualTo("server_set");
    }

    @Test
    void aPostedReportIsAnsweredWithItsIdAlone() throws Exception {
        Element posted =
                parsed(door.send("requests.xml", "service_code", "nid-de-poule", "lat", "47.05", "long", "2.02"));
        assertThat(posted.getTagName()).isEqualTo("service_requests");
        Element request = child(posted, "request");
        assertThat(names(request)).containsExactly("service_request_id", "service_notice", "account_id");
        assertThat(text(request, "service_request_id")).matches("\\d{4}-\\d{6}");

        Element byToken = child(
                parsed(door.send("requests.xml", "service_code", "habitat-indigne", "lat", "47.05", "long", "2.02")),
                "request");
        assertThat(names(byToken)).containsExactly("token", "service_notice", "account_id");
        Element told = child(read("tokens/" + text(byToken, "token") + ".xml"), "request");
        assertThat(names(told)).containsExactly("service_request_id", "token");
    }

    @Test
    void requestsHaveAllTheirElementsAlsoWhereTheyAreEmpty() throws Exception {
        door.report("description", "Trou\f profond \u0001 & <eau>", "address_string", "12 rue des Lilas, 93010 Test");
        Element requests = read("requests.xml");
        assertThat(requests.getTagName()).isEqualTo("service_requests");
        Element request = child(requests, "request");
        assertThat(names(request))
                .containsExactly(
                        "service_request_id",
                        "status",
                        "status_notes",
                        "service_name",
                        "service_code",
                        "description",
                        "agency_responsible",
                        "service_notice",
                        "requested_datetime",
                        "updated_datetime",
                        "expected_datetime",
                        "address",
                        "address_id",
                        "zipcode",
                        "lat",
                        "long",
                        "media_url");
        assertThat(text(request, "description")).isEqualTo("Trou  profond   & <eau>");
        assertThat(text(request, "zipcode")).isEqualTo("93010");
        assertThat(text(request, "media_url")).isEmpty();
        assertThat(text(request, "lat")).isEqualTo("47.05");
        assertThat(OffsetDateTime.parse(text(request, "requested_datetime"))).isNotNull();

        Element extended = child(read("requests.xml?extensions=true"), "request");
        assertThat(names(extended)).endsWith("media_url", "extended_attributes", "notes");
        assertThat(names(child(extended, "extended_attributes")))
                .containsExactly("detailed_status", "state", "kind", "group", "sector", "photos");
        assertThat(children(child(extended, "notes")))
                .isNotEmpty()
                .allSatisfy(note ->
                        assertThat(note.getTagName() + names(note)).isEqualTo("note[datetime, description, type]"));
    }

    @Test
    void anEmptyListIsAnEmptyDocument() throws Exception {
        assertThat(children(read("requests.xml"))).isEmpty();
        assertThat(door.read("requests.json").text()).isEqualTo("[]");
        assertThat(children(read("servicerequestupdates.xml"))).isEmpty();
    }
}
