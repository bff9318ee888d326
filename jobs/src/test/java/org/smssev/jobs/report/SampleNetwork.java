package org.smssev.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.smssev.common.tables.NetworkTables.Community;
import org.smssev.common.tables.NetworkTables.IpcEdge;
import org.smssev.common.tables.NetworkTables.IpcNode;

/** A network of 150 codes in nine communities, most links within them. */
record SampleNetwork(List<IpcNode> nodes, List<IpcEdge> edges, List<Community> communities) {
    private static final int SIZE = 150;
    private static final int COMMUNITIES = 9;

    static SampleNetwork of(Random random) {
        List<IpcNode> nodes = new ArrayList<>();
        List<IpcEdge> edges = new ArrayList<>();
        double[] strength = new double[SIZE];
        int[] degree = new int[SIZE];
        for (int a = 0; a < SIZE; a++) {
            for (int b = a + 1; b < SIZE; b++) {
                boolean near = a % COMMUNITIES == b % COMMUNITIES;
                if (random.nextDouble() < (near ? 0.45 : 0.02)) {
                    double weight = (near ? 60 : 8) * Math.exp(random.nextGaussian()) / (1 + Math.min(a, b) / 20.0);
                    edges.add(new IpcEdge(
                            "MAIN_GROUP",
                            "ALL",
                            ipc(a),
                            ipc(b),
                            Math.round(weight) + 1,
                            weight,
                            weight,
                            0.1,
                            1.5,
                            1.4,
                            0.2,
                            0.1,
                            0.3,
                            0.04,
                            true,
                            0.001,
                            0.01));
                    strength[a] += weight;
                    strength[b] += weight;
                    degree[a]++;
                    degree[b]++;
                }
            }
        }
        for (int i = 0; i < SIZE; i++) {
            nodes.add(new IpcNode(
                    "MAIN_GROUP",
                    "ALL",
                    ipc(i),
                    Math.round(3 * strength[i]),
                    degree[i],
                    strength[i],
                    Math.sqrt(degree[i] * strength[i]),
                    0.01,
                    0.02,
                    null,
                    0,
                    0.4,
                    0.5,
                    0.3,
                    4,
                    3.0,
                    0.6,
                    0.2,
                    5.0,
                    0.001,
                    0.4,
                    0.1,
                    null,
                    0,
                    i % COMMUNITIES,
                    0,
                    0.05,
                    0.5,
                    2,
                    i / COMMUNITIES + 1,
                    i < 20 ? "HUB" : "PERIPHERY",
                    i < 20,
                    "by score"));
        }
        List<Community> communities = new ArrayList<>();
        for (int c = 0; c < COMMUNITIES; c++) {
            communities.add(new Community(
                    "MAIN_GROUP",
                    "ALL",
                    1.0,
                    c,
                    SIZE / COMMUNITIES,
                    5_000,
                    0.07,
                    0.9,
                    List.of(ipc(c), ipc(c + COMMUNITIES))));
        }
        return new SampleNetwork(nodes, edges, communities);
    }

    private static String ipc(int i) {
        return String.format(
                Locale.ROOT,
                "%s %02d",
                List.of("C01B", "C22C", "F02K", "G02B", "G06N", "H01L", "H01M", "H02J", "B25J")
                        .get(i % COMMUNITIES),
                1 + i / COMMUNITIES);
    }
}
