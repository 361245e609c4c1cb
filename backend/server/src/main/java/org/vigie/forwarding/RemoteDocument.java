package org.vigie.forwarding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a GeoReport v2 server answers, in XML or JSON, as a list of records of plain values. Whatever is nested is left out; so are
 * wrappers around the list, which some servers add to their JSON.
 */
final class RemoteDocument {

    private static final JsonMapper JSON = JsonMapper.shared();

    private RemoteDocument() {}

    /** @throws IOException when it is neither */
    static List<Map<String, String>> read(byte[] body) throws IOException {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        if (text.startsWith("<")) {
            return readXml(body);
        }
        try {
            return readJson(JSON.readTree(text));
        } catch (JacksonException | StackOverflowError notJson) {
            throw new IOException("neither JSON nor XML", notJson);
        }
    }

    private static List<Map<String, String>> readJson(JsonNode root) throws IOException {
        JsonNode list = root;
        if (root.isObject() && root.size() == 1 && root.iterator().next().isContainer()) {
            list = root.iterator().next();
        }
        List<Map<String, String>> records = new ArrayList<>();
        if (list.isArray()) {
            for (JsonNode each : list) {
                records.add(record(each));
            }
        } else {
            records.add(record(list));
        }
        return records;
    }

    static Map<String, String> record(JsonNode node) throws IOException {
        if (!node.isObject()) {
            throw new IOException("a record expected, not " + node.getNodeType());
        }
        Map<String, String> record = new LinkedHashMap<>();
        node.properties().forEach(each -> {
            if (each.getValue().isValueNode() && !each.getValue().isNull()) {
                record.put(each.getKey(), each.getValue().asString());
            }
        });
        return record;
    }

    private static List<Map<String, String>> readXml(byte[] body) throws IOException {
        Element root = root(body);
        if (root.getTagName().equalsIgnoreCase("html")) {
            throw new IOException("a page for people, not a document");
        }
        return children(root).stream().map(RemoteDocument::record).toList();
    }

    static Element root(byte[] body) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(body)).getDocumentElement();
        } catch (ParserConfigurationException | SAXException notXml) {
            throw new IOException("XML that cannot be read", notXml);
        }
    }

    static Map<String, String> record(Element element) {
        Map<String, String> record = new LinkedHashMap<>();
        for (Element each : children(element)) {
            if (children(each).isEmpty() && !each.getTextContent().isBlank()) {
                record.put(each.getTagName(), each.getTextContent().strip());
            }
        }
        return record;
    }

    /** All below it, at any depth. */
    static List<Element> named(Element above, String name) {
        NodeList all = above.getElementsByTagName(name);
        return IntStream.range(0, all.getLength())
                .mapToObj(at -> (Element) all.item(at))
                .toList();
    }

    private static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
