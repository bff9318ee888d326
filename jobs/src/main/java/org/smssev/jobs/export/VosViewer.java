package org.smssev.jobs.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Files of VOSviewer: JSON for VOSviewer Online and newer versions, and the pair of map and network file for any
 * version. Descriptions may hold HTML there, so titles are escaped. Clusters are communities counted from 1; VOSviewer
 * knows no more than 1,000, so the smallest share the last. It knows no missing values either: a measure that some code
 * lacks is left out.
 *
 * @see <a href="https://app.vosviewer.com/docs/file-types/">File types of VOSviewer Online</a>
 */
final class VosViewer {
    private static final int MOST_CLUSTERS = 1_000;
    /** Numbers that tell no amount, so that a size by them would mislead. */
    private static final Set<String> NEVER_WEIGHTS =
            Set.of("community", "component", ExportedNetwork.GROUP, "community_rank", "betweenness_eps");
    /** Drawn at first; more hide one another. */
    private static final int MOST_LINKS_DRAWN = 1_000;

    private final ExportedNetwork network;
    private final List<Attribute> weights;
    private final List<Attribute> scores;

    VosViewer(ExportedNetwork network) {
        this.network = network;
        int size = network.nodes().size();
        List<Attribute> defined = network.nodeAttributes().stream()
                .filter(attribute -> attribute.isDefinedForAll(size))
                .toList();
        weights = defined.stream()
                .filter(attribute -> attribute.isNumber() && !NEVER_WEIGHTS.contains(attribute.name()))
                .filter(attribute -> attribute.isNeverNegative(size))
                .toList();
        scores = defined.stream()
                .filter(attribute -> !weights.contains(attribute))
                .toList();
    }

    private int cluster(int i) {
        return Math.min(network.nodes().get(i).community() + 1, MOST_CLUSTERS);
    }

    private String description(int i) {
        Place place = network.places().get(i);
        return PlainText.html(place.title() == null ? place.ipc() : place.ipc() + " " + place.title());
    }

    /** The map: a line of names, then a line each code, between tabs. */
    void writeMap(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.append("id\tlabel\tdescription\tx\ty\tcluster");
            for (Attribute weight : weights) {
                out.append("\tweight<" + weight.name() + ">");
            }
            for (Attribute score : scores) {
                out.append("\tscore<" + score.name() + ">");
            }
            out.append('\n');
            for (int i = 0; i < network.nodes().size(); i++) {
                Place place = network.places().get(i);
                out.append(i + 1 + "\t").append(PlainText.unquoted(place.ipc()) + "\t");
                // In quotation marks, as a title may hold a comma or semicolon.
                out.append('"' + description(i) + '"');
                out.append("\t" + PlainText.number(place.x()) + "\t" + PlainText.number(place.y()));
                out.append("\t" + cluster(i));
                for (Attribute weight : weights) {
                    out.append('\t').append(PlainText.number(weight.number(i)));
                }
                for (Attribute score : scores) {
                    out.append('\t').append(PlainText.number(score.number(i)));
                }
                out.append('\n');
            }
        }
    }

    /** The network: two ids and a strength each line, between tabs. */
    void writeNetwork(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (int i = 0; i < network.weights().length; i++) {
                out.append(network.from()[i] + 1 + "\t" + (network.to()[i] + 1) + "\t")
                        .append(PlainText.number(network.weights()[i]))
                        .append('\n');
            }
        }
    }

    /** Network, clusters with their names and colours, and words for what they are. */
    void writeJson(Path file) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter(Separators.createDefaultInstance()).withObjectIndenter(indenter));
            json.writeStartObject();
            json.writeObjectFieldStart("network");
            items(json);
            links(json);
            clusters(json);
            json.writeEndObject();
            config(json);
            json.writeObjectFieldStart("info");
            json.writeStringField("title", PlainText.line("IPC codes, " + network.title()));
            json.writeStringField("description", PlainText.html(GraphMl.weightComment(network)));
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private void items(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("items");
        for (int i = 0; i < network.nodes().size(); i++) {
            Place place = network.places().get(i);
            json.writeStartObject();
            json.writeNumberField("id", i + 1);
            json.writeStringField("label", PlainText.line(place.ipc()));
            json.writeStringField("description", description(i));
            json.writeNumberField("x", place.x());
            json.writeNumberField("y", place.y());
            json.writeNumberField("cluster", cluster(i));
            numbers(json, "weights", weights, i);
            numbers(json, "scores", scores, i);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void numbers(JsonGenerator json, String name, List<Attribute> attributes, int i) throws IOException {
        json.writeObjectFieldStart(name);
        for (Attribute attribute : attributes) {
            json.writeNumberField(attribute.name(), attribute.number(i));
        }
        json.writeEndObject();
    }

    private void links(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("links");
        for (int i = 0; i < network.weights().length; i++) {
            json.writeStartObject();
            json.writeNumberField("source_id", network.from()[i] + 1);
            json.writeNumberField("target_id", network.to()[i] + 1);
            json.writeNumberField("strength", network.weights()[i]);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private TreeMap<Integer, String> clusterNames() {
        TreeMap<Integer, String> names = new TreeMap<>();
        for (int i = 0; i < network.nodes().size(); i++) {
            String codes = network.communities().get(network.nodes().get(i).community());
            names.putIfAbsent(cluster(i), codes == null ? "" : codes);
        }
        return names;
    }

    private void clusters(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("clusters");
        for (var cluster : clusterNames().entrySet()) {
            json.writeStartObject();
            json.writeNumberField("cluster", cluster.getKey());
            json.writeStringField("label", PlainText.line(cluster.getValue()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void config(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("config");
        json.writeObjectFieldStart("color_schemes");
        json.writeArrayFieldStart("cluster_colors");
        for (int cluster : clusterNames().keySet()) {
            json.writeStartObject();
            json.writeNumberField("cluster", cluster);
            json.writeStringField("color", Palette.color(cluster - 1));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectFieldStart("parameters");
        json.writeNumberField("max_n_links", MOST_LINKS_DRAWN);
        json.writeEndObject();
        json.writeObjectFieldStart("terminology");
        json.writeStringField("item", "IPC code");
        json.writeStringField("items", "IPC codes");
        json.writeStringField("link", "co-occurrence");
        json.writeStringField("links", "co-occurrences");
        json.writeStringField("cluster", "community");
        json.writeStringField("clusters", "communities");
        json.writeStringField("link_strength", "weight");
        json.writeStringField("total_link_strength", "strength");
        json.writeEndObject();
        json.writeEndObject();
    }
}
