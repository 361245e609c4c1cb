package org.vigie.overlay.capabilities;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vigie.access.Refusal;

/**
 * A document of somebody else's. No declaration in it is followed, so that it can neither name files nor grow while it is read; of one that
 * was cut off, what came before the cut counts.
 */
record XmlDocument(Node root, boolean isWhole) {

    private static final XMLInputFactory FACTORY = factory();
    private static final int DEEPEST = 60;
    private static final int MOST_ELEMENTS = 200_000;

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }

    /** @throws Refusal overlay-capabilities-malformed when it is no XML */
    static XmlDocument read(byte[] bytes, boolean isCut) {
        Reading reading = new Reading();
        try {
            reading.read(FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes)));
            return new XmlDocument(reading.root(), true);
        } catch (XMLStreamException broken) {
            if (!isCut) {
                throw malformed();
            }
            return new XmlDocument(reading.root(), false);
        }
    }

    static Refusal malformed() {
        return Refusal.invalid("overlay-capabilities-malformed");
    }

    private static final class Reading {

        private final Node document = new Node("");
        private final Deque<Node> open = new ArrayDeque<>();
        private int elements;

        Reading() {
            open.push(document);
        }

        void read(XMLStreamReader xml) throws XMLStreamException {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> begin(xml);
                    case XMLStreamConstants.END_ELEMENT -> open.pop();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        open.element().write(xml.getText());
                    default -> {
                        // Comments, declarations and references say nothing that counts.
                    }
                }
            }
        }

        private void begin(XMLStreamReader xml) {
            if (open.size() > DEEPEST || ++elements > MOST_ELEMENTS) {
                throw malformed();
            }
            Node node = new Node(xml.getLocalName());
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                node.add(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
            open.element().add(node);
            open.push(node);
        }

        Node root() {
            return document.below().findFirst().orElseThrow(XmlDocument::malformed);
        }
    }
}
