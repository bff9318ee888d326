package org.smssev.jobs.ingest.format.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An element of a document, with names without their prefixes. */
public final class XmlNode {
    /** Orders entries of a list by the number that says their order; entries without one stay as they stand, before the others. */
    static final Comparator<XmlNode> BY_SEQUENCE = Comparator.comparingInt(
                    (XmlNode entry) -> entry.attribute("sequence").length())
            .thenComparing(entry -> entry.attribute("sequence"));

    /** Elements whose text stands apart from what is around them; any other one is part of a word, as in CO<sub>2</sub>. */
    private static final Set<String> APART = Set.of(
            "p", "br", "li", "ul", "ol", "dl", "dt", "dd", "row", "entry", "table", "heading", "math", "maths", "sl",
            "text");

    private final String name;
    private final Map<String, String> attributes;
    /** Elements and texts, in their order. */
    private final List<Object> content = new ArrayList<>(4);

    XmlNode(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    /** Adds an element or a text behind what it has. */
    void add(Object elementOrText) {
        content.add(elementOrText);
    }

    /** Whether the text of elements of a name stands apart from what is around them. */
    public static boolean isApart(String name) {
        return APART.contains(name);
    }

    /** Local name. */
    String name() {
        return name;
    }

    /** Value of an attribute; empty if it has none of that name. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The elements in it. */
    List<XmlNode> children() {
        List<XmlNode> found = new ArrayList<>();
        for (Object part : content) {
            if (part instanceof XmlNode node) {
                found.add(node);
            }
        }
        return found;
    }

    /** The elements at a path of names. */
    List<XmlNode> all(String... path) {
        List<XmlNode> found = List.of(this);
        for (String step : path) {
            List<XmlNode> deeper = new ArrayList<>();
            for (XmlNode node : found) {
                for (XmlNode child : node.children()) {
                    if (child.name.equals(step)) {
                        deeper.add(child);
                    }
                }
            }
            found = deeper;
        }
        return found;
    }

    /** The text of the first element at a path; empty if there is none. Without a path, its own. */
    String text(String... path) {
        List<XmlNode> found = all(path);
        if (found.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        found.get(0).write(out);
        return out.toString();
    }

    private void write(StringBuilder out) {
        for (Object part : content) {
            if (part instanceof XmlNode node) {
                String gap = isApart(node.name) ? " " : "";
                out.append(gap);
                node.write(out);
                out.append(gap);
            } else {
                out.append(part);
            }
        }
    }
}
