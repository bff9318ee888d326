package org.smssev.jobs.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.smssev.common.table.TableDef.Kind;

/**
 * GEXF 1.3 with places, colours and sizes in its viz module.
 *
 * @see <a href="https://gexf.net">GEXF</a>
 */
final class Gexf {
    private Gexf() {}

    static void write(ExportedNetwork network, Path file) throws IOException {
        List<Attribute> ofNodes = network.nodeAttributes();
        List<Attribute> ofEdges = network.edgeAttributes();
        try (XmlFile xml = new XmlFile(file)) {
            xml.begin("gexf", "xmlns", "http://gexf.net/1.3", "xmlns:viz", "http://gexf.net/1.3/viz", "version", "1.3");
            xml.begin("meta");
            xml.text("creator", "smssev");
            xml.text(
                    "description",
                    "Co-occurrence of IPC codes, " + network.title() + "; weight is " + GraphMl.weightComment(network));
            xml.end();
            xml.begin("graph", "defaultedgetype", "undirected", "mode", "static");
            declare(xml, "node", ofNodes);
            declare(xml, "edge", ofEdges);
            nodes(xml, network, ofNodes);
            edges(xml, network, ofEdges);
            xml.end();
            xml.end();
        }
    }

    private static void declare(XmlFile xml, String of, List<Attribute> attributes) throws IOException {
        xml.begin("attributes", "class", of);
        for (int k = 0; k < attributes.size(); k++) {
            Attribute attribute = attributes.get(k);
            xml.empty("attribute", "id", String.valueOf(k), "title", attribute.name(), "type", type(attribute.kind()));
        }
        xml.end();
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case INT -> "integer";
            case LONG -> "long";
            case DOUBLE -> "double";
            case BOOLEAN -> "boolean";
            case STRING, DATE, TIMESTAMP, STRINGS, STRUCTS -> "string";
        };
    }

    private static void nodes(XmlFile xml, ExportedNetwork network, List<Attribute> attributes) throws IOException {
        double[] diameters = network.diameters();
        xml.begin("nodes");
        for (int i = 0; i < network.nodes().size(); i++) {
            Place place = network.places().get(i);
            int[] rgb = Palette.rgb(place.color());
            xml.begin("node", "id", String.valueOf(i), "label", place.ipc());
            values(xml, attributes, i);
            xml.empty(
                    "viz:color", "r", String.valueOf(rgb[0]), "g", String.valueOf(rgb[1]), "b", String.valueOf(rgb[2]));
            xml.empty(
                    "viz:position",
                    "x",
                    PlainText.number(ExportedNetwork.CANVAS * place.x()),
                    "y",
                    PlainText.number(ExportedNetwork.CANVAS * place.y()),
                    "z",
                    "0");
            xml.empty("viz:size", "value", PlainText.number(diameters[i]));
            xml.end();
        }
        xml.end();
    }

    private static void edges(XmlFile xml, ExportedNetwork network, List<Attribute> attributes) throws IOException {
        xml.begin("edges");
        for (int i = 0; i < network.edges().size(); i++) {
            xml.begin(
                    "edge",
                    "id",
                    String.valueOf(i),
                    "source",
                    String.valueOf(network.from()[i]),
                    "target",
                    String.valueOf(network.to()[i]),
                    "weight",
                    PlainText.number(network.weights()[i]));
            values(xml, attributes, i);
            xml.end();
        }
        xml.end();
    }

    private static void values(XmlFile xml, List<Attribute> attributes, int i) throws IOException {
        xml.begin("attvalues");
        for (int k = 0; k < attributes.size(); k++) {
            Object value = attributes.get(k).value().apply(i);
            if (value != null) {
                xml.empty("attvalue", "for", String.valueOf(k), "value", value.toString());
            }
        }
        xml.end();
    }
}
