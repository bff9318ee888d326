package org.smssev.jobs.ingest.format.document;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads single documents into elements. Knows no namespaces, as real files leave prefixes undeclared. */
final class XmlTree {
    private static final int MAX_DEPTH = 256;
    /** An element takes some hundred bytes, however short its text. */
    private static final int MAX_KEPT = 500_000;

    private final XMLInputFactory factory;
    private final Set<String> skipped;

    /**
     * A reader of documents.
     *
     * @param skipped local names of elements that are checked but not kept
     */
    XmlTree(Set<String> skipped) {
        this.skipped = skipped;
        // The JDK's own, whatever else is on the class path: other ones differ in what the properties forbid.
        factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    }

    /**
     * The root element of a document.
     *
     * @throws XMLStreamException if the text is not well-formed, nested too deeply or has too many elements
     */
    XmlNode read(String document) throws XMLStreamException {
        XMLStreamReader in = factory.createXMLStreamReader(new StringReader(document));
        try {
            return read(in);
        } finally {
            in.close();
        }
    }

    private XmlNode read(XMLStreamReader in) throws XMLStreamException {
        Deque<XmlNode> open = new ArrayDeque<>();
        XmlNode root = null;
        int depth = 0;
        int kept = 0;
        int skippedFrom = Integer.MAX_VALUE;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String name = local(in.getLocalName());
                if (depth > MAX_DEPTH) {
                    throw new XMLStreamException("elements are nested deeper than " + MAX_DEPTH);
                }
                if (depth < skippedFrom && skipped.contains(name)) {
                    skippedFrom = depth;
                }
                if (depth < skippedFrom) {
                    if (++kept > MAX_KEPT) {
                        throw new XMLStreamException("more than " + MAX_KEPT + " elements");
                    }
                    XmlNode node = new XmlNode(name, attributes(in));
                    if (open.isEmpty()) {
                        root = node;
                    } else {
                        open.peek().add(node);
                    }
                    open.push(node);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (depth < skippedFrom) {
                    open.pop();
                } else if (depth == skippedFrom) {
                    skippedFrom = Integer.MAX_VALUE;
                }
                depth--;
            } else if (depth > 0
                    && depth < skippedFrom
                    && (event == XMLStreamConstants.CHARACTERS
                            || event == XMLStreamConstants.CDATA
                            || event == XMLStreamConstants.SPACE)) {
                open.peek().add(in.getText());
            }
        }
        if (root == null) {
            throw new XMLStreamException("there is no element");
        }
        return root;
    }

    private static Map<String, String> attributes(XMLStreamReader in) {
        int count = in.getAttributeCount();
        if (count == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < count; i++) {
            attributes.putIfAbsent(local(in.getAttributeLocalName(i)), in.getAttributeValue(i));
        }
        return attributes;
    }

    private static String local(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }
}
