package org.smssev.jobs.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Files of Pajek: the network (.net), partitions (.clu), vectors (.vec), titles as another set of labels (.nam). Lines
 * end as on Windows, where Pajek runs. A measure that some code lacks is left out.
 *
 * @see <a href="http://mrvar.fdv.uni-lj.si/pajek/">Pajek's manual</a>
 */
final class Pajek {
    private static final String BREAK = "\r\n";
    private static final String BYTE_ORDER_MARK = "\ufeff";
    /** Columns that sort codes into groups. */
    private static final Set<String> PARTITIONS =
            Set.of("community", "component", ExportedNetwork.GROUP, "core", "is_key_node");
    /** Those of them whose first group is 0. */
    private static final Set<String> COUNTED_FROM_0 = Set.of("community", "component", ExportedNetwork.GROUP);

    private Pajek() {}

    /** Where the file of a name goes. */
    interface Folder {
        Path file(String name) throws IOException;
    }

    static void write(ExportedNetwork network, Folder folder) throws IOException {
        int size = network.nodes().size();
        String stem = network.fileStem();
        net(network, folder.file(stem + ".net"));
        if (network.places().stream().anyMatch(place -> place.title() != null)) {
            titles(network, folder.file(stem + "-titles.nam"));
        }
        List<Attribute> measures = network.nodeAttributes().stream()
                .filter(attribute -> attribute.isNumber() || PARTITIONS.contains(attribute.name()))
                .filter(attribute -> attribute.isDefinedForAll(size))
                .toList();
        for (Attribute measure : measures) {
            boolean isPartition = PARTITIONS.contains(measure.name());
            // Pajek counts groups from 1; core numbers and yes-or-no are numbers of their own.
            int first = COUNTED_FROM_0.contains(measure.name()) ? 1 : 0;
            column(
                    folder.file(stem + "-" + measure.name() + (isPartition ? ".clu" : ".vec")),
                    size,
                    i -> PlainText.number(first + measure.number(i)));
        }
    }

    private static void net(ExportedNetwork network, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.append("*Network ").append(network.title()).append(BREAK);
            out.append("*Vertices " + network.nodes().size()).append(BREAK);
            for (int i = 0; i < network.nodes().size(); i++) {
                Place place = network.places().get(i);
                // Pajek's vertical axis points down.
                out.append(i + 1 + " \"" + PlainText.unquoted(place.ipc()) + "\" ")
                        .append(PlainText.number(place.x()) + " " + PlainText.number(rounded(1 - place.y())) + " 0.5")
                        .append(BREAK);
            }
            out.append("*Edges").append(BREAK);
            for (int i = 0; i < network.weights().length; i++) {
                out.append(network.from()[i] + 1 + " " + (network.to()[i] + 1) + " ")
                        .append(PlainText.number(network.weights()[i]))
                        .append(BREAK);
            }
        }
    }

    private static double rounded(double place) {
        return Math.rint(place * 10_000) / 10_000;
    }

    private static void titles(ExportedNetwork network, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            // Pajek takes a file for UTF-8 by its mark.
            out.append(BYTE_ORDER_MARK + "*Vertices " + network.nodes().size()).append(BREAK);
            for (int i = 0; i < network.nodes().size(); i++) {
                Place place = network.places().get(i);
                String title = place.title() == null ? place.ipc() : place.ipc() + " " + place.title();
                out.append(i + 1 + " \"" + PlainText.unquoted(title) + "\"").append(BREAK);
            }
        }
    }

    private static void column(Path file, int size, IntFunction<String> value) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.append("*Vertices " + size).append(BREAK);
            for (int i = 0; i < size; i++) {
                out.append(value.apply(i)).append(BREAK);
            }
        }
    }
}
