package org.vigie.opendata.web;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.vigie.map.LatestRequests.Latest;

/**
 * An Atom feed (RFC 4287) whose entries carry their place as GeoRSS Simple, latitude first as it demands.
 *
 * @param self its own address, filter and all; also its id
 * @param page of the town, below which each request has its address
 * @param author the town
 */
record Feed(String self, String page, String author, String title, Locale locale) {

    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String GEORSS = "http://www.georss.org/georss";

    /** What XML 1.0 cannot hold. */
    private static final String NOT_XML = "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    /** The newest moment in it, so that it is the same as long as its entries are. */
    static Instant updated(List<Latest> entries) {
        return entries.stream().map(Latest::at).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    String write(List<Latest> entries) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeNamespace("georss", GEORSS);
            xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", locale.toLanguageTag());
            element(xml, "id", self);
            element(xml, "title", title);
            element(xml, "updated", updated(entries).toString());
            link(xml, "self", "application/atom+xml", self);
            link(xml, "alternate", "text/html", page);
            xml.writeStartElement("author");
            element(xml, "name", author);
            xml.writeEndElement();
            for (Latest entry : entries) {
                entry(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed cannot be written", e);
        }
        return text.toString();
    }

    private void entry(XMLStreamWriter xml, Latest entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + entry.id());
        element(
                xml,
                "title",
                entry.address().isBlank() ? entry.categoryName() : entry.categoryName() + " – " + entry.address());
        element(xml, "updated", entry.at().toString());
        element(xml, "published", entry.receivedAt().toString());
        link(xml, "alternate", "text/html", page + "?request=" + entry.number());
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", entry.category());
        xml.writeAttribute("label", clean(entry.categoryName()));
        element(xml, "summary", entry.description());
        if (entry.words().isPresent()) {
            xml.writeStartElement("content");
            xml.writeAttribute("type", "text");
            xml.writeCharacters(clean(entry.words().get()));
            xml.writeEndElement();
        }
        if (entry.position().isPresent()) {
            var position = entry.position().get();
            xml.writeStartElement("georss", "point", GEORSS);
            xml.writeCharacters(position.latitudeDegrees() + " " + position.longitudeDegrees());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String words) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(words));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String type, String address)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }

    private static String clean(String words) {
        return words.replaceAll(NOT_XML, "");
    }
}
