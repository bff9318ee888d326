package org.smssev.jobs.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.smssev.common.table.TableDef.Kind;

/**
 * GraphML with typed keys; places, colours and sizes under the names that Gephi knows (x, y, r, g, b, size).
 *
 * @see <a href="http://graphml.graphdrawing.org/specification.html">GraphML specification</a>
 */
final class GraphMl {
    private GraphMl() {}

    static void write(ExportedNetwork network, Path file) throws IOException {
        List<Attribute> ofNodes = nodeKeys(network);
        List<Attribute> ofEdges = new ArrayList<>();
        ofEdges.add(new Attribute("weight", Kind.DOUBLE, weightComment(network), i -> network.weights()[i]));
        ofEdges.addAll(network.edgeAttributes());
        try (XmlFile xml = new XmlFile(file)) {
            xml.begin("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns");
            xml.text("desc", "Co-occurrence of IPC codes, " + network.title());
            keys(xml, "node", "n", ofNodes);
            keys(xml, "edge", "e", ofEdges);
            xml.begin("graph", "edgedefault", "undirected");
            for (int i = 0; i < network.nodes().size(); i++) {
                xml.begin("node", "id", "n" + i);
                data(xml, "n", ofNodes, i);
                xml.end();
            }
            for (int i = 0; i < network.edges().size(); i++) {
                xml.begin("edge", "id", "e" + i, "source", "n" + network.from()[i], "target", "n" + network.to()[i]);
                data(xml, "e", ofEdges, i);
                xml.end();
            }
            xml.end();
            xml.end();
        }
    }

    static String weightComment(ExportedNetwork network) {
        return "weight of the pair with " + network.counting() + " counting";
    }

    private static List<Attribute> nodeKeys(ExportedNetwork network) {
        List<Attribute> keys = new ArrayList<>();
        double[] diameters = network.diameters();
        keys.add(new Attribute(
                "label", Kind.STRING, "code", i -> network.nodes().get(i).ipc()));
        keys.addAll(network.nodeAttributes());
        keys.add(new Attribute(
                "x",
                Kind.DOUBLE,
                "horizontal position",
                i -> ExportedNetwork.CANVAS * network.places().get(i).x()));
        keys.add(new Attribute(
                "y",
                Kind.DOUBLE,
                "vertical position",
                i -> ExportedNetwork.CANVAS * network.places().get(i).y()));
        keys.add(new Attribute(
                "size", Kind.DOUBLE, "diameter, from the square root of the strength", i -> diameters[i]));
        String[] parts = {"r", "g", "b"};
        for (int c = 0; c < parts.length; c++) {
            int part = c;
            keys.add(new Attribute(
                    parts[c],
                    Kind.INT,
                    "colour of the community",
                    i -> Palette.rgb(network.places().get(i).color())[part]));
        }
        return keys;
    }

    private static void keys(XmlFile xml, String of, String prefix, List<Attribute> attributes) throws IOException {
        for (int k = 0; k < attributes.size(); k++) {
            Attribute attribute = attributes.get(k);
            xml.begin(
                    "key",
                    "id",
                    prefix + k,
                    "for",
                    of,
                    "attr.name",
                    attribute.name(),
                    "attr.type",
                    type(attribute.kind()));
            xml.text("desc", attribute.comment());
            xml.end();
        }
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case INT -> "int";
            case LONG -> "long";
            case DOUBLE -> "double";
            case BOOLEAN -> "boolean";
            case STRING, DATE, TIMESTAMP, STRINGS, STRUCTS -> "string";
        };
    }

    private static void data(XmlFile xml, String prefix, List<Attribute> attributes, int i) throws IOException {
        for (int k = 0; k < attributes.size(); k++) {
            Object value = attributes.get(k).value().apply(i);
            if (value != null) {
                xml.text("data", value.toString(), "key", prefix + k);
            }
        }
    }
}
