package org.smssev.jobs.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.smssev.common.config.NetworkConfig.Counting;
import org.smssev.common.tables.NetworkTables.IpcEdge;
import org.smssev.common.tables.NetworkTables.IpcNode;

/** A network of five codes: a triangle, a code that hangs on it, and one alone; with titles that attack readers. */
final class SampleNetworks {
    static final List<String> CODES = List.of("C01B 32", "C22C", "G06N 3/08", "H01M 10", "H01M 10/0525");
    static final String HOSTILE = "=cmd|' /C calc'!A0 <script>alert(\"x\")</script> & ]]>\n\u0000\u202e,;\ttab";

    private SampleNetworks() {}

    static IpcNode node(String ipc, int community, double strength, Double eigenvector) {
        return new IpcNode(
                "MAIN_GROUP",
                "ALL",
                ipc,
                Math.round(10 * strength),
                (int) Math.round(strength),
                strength,
                strength / 3,
                0.2,
                0.125,
                null,
                0,
                0.4,
                0.5,
                eigenvector,
                2,
                1.5,
                null,
                0.2,
                1.0,
                0.001,
                -0.4,
                -0.1,
                null,
                0,
                community,
                0,
                -0.05,
                0.5,
                2,
                1,
                "HUB",
                strength > 2,
                "by \"score\" & <quota>");
    }

    static IpcEdge edge(String a, String b, double newman) {
        return new IpcEdge(
                "MAIN_GROUP",
                "ALL",
                a,
                b,
                Math.round(10 * newman),
                newman,
                2 * newman,
                .1,
                1.5,
                1.4,
                .2,
                .1,
                .3,
                .04,
                true,
                .001,
                .01);
    }

    static List<IpcNode> nodes() {
        return List.of(
                node(CODES.get(0), 0, 3, .5),
                node(CODES.get(1), 0, 2.5, 1.0),
                node(CODES.get(2), 0, 2, .25),
                node(CODES.get(3), 1, 1, .125),
                node(CODES.get(4), 2_000, 0, null));
    }

    static List<IpcEdge> edges() {
        return List.of(
                edge(CODES.get(0), CODES.get(1), 1.75),
                edge(CODES.get(0), CODES.get(2), 1.25),
                edge(CODES.get(1), CODES.get(2), .75),
                edge(CODES.get(2), CODES.get(3), 1.0 / 3));
    }

    static ExportedNetwork network() {
        List<IpcNode> nodes = nodes();
        Places places = Places.of(nodes, edges(), ExportedNetwork.weights(edges(), Counting.NEWMAN), 10);
        List<Place> placed = new ArrayList<>();
        for (IpcNode node : nodes) {
            Places.Point point = places.of(node.ipc());
            placed.add(new Place(
                    "MAIN_GROUP",
                    "ALL",
                    node.ipc(),
                    node.ipc().startsWith("H01M") ? HOSTILE : null,
                    point.x(),
                    point.y(),
                    point.placedBy(),
                    Palette.color(node.community())));
        }
        return ExportedNetwork.of(
                nodes,
                placed,
                edges(),
                Counting.NEWMAN,
                Map.of(0, "C01B 32, C22C", 1, "H01M 10", 2_000, "H01M 10/0525"));
    }
}
