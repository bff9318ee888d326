package org.smssev.jobs.measure.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.smssev.common.config.NetworkConfig;
import org.smssev.common.stats.PartitionAgreement;
import org.smssev.common.tables.NetworkTables;

/**
 * Leiden communities at several resolutions, each with several seeds: what the choice of the resolution rests on, and how
 * far the communities would be others with another seed.
 */
final class CommunityScan {
    /** Communities at the resolution and seed of the settings. */
    final int[] community;

    /** Stability of each of them over the further seeds; null without any. */
    final double[] stability;

    /** The curve, by rising resolution. */
    final List<NetworkTables.CommunityScan> curve = new ArrayList<>();

    /** Its row of the resolution of the settings. */
    final NetworkTables.CommunityScan chosen;

    private record Run(double resolution, long seed) {}

    /** Finds the communities of a graph. */
    CommunityScan(CsrGraph graph, Scope scope, NetworkConfig settings) {
        List<Double> resolutions = Stream.concat(Stream.of(settings.resolution()), settings.resolutions().stream())
                .distinct()
                .sorted()
                .toList();
        int seeds = 1 + settings.stabilitySeeds();
        List<Run> runs = new ArrayList<>();
        for (double resolution : resolutions) {
            IntStream.range(0, seeds).forEach(i -> runs.add(new Run(resolution, settings.seed() + i)));
        }
        List<int[]> found = runs.parallelStream()
                .map(run -> Communities.leiden(graph, run.resolution(), run.seed()))
                .toList();
        int at = resolutions.indexOf(settings.resolution());
        community = found.get(at * seeds);
        stability = Communities.stability(community, found.subList(at * seeds + 1, (at + 1) * seeds));
        for (int r = 0; r < resolutions.size(); r++) {
            List<int[]> ofResolution = found.subList(r * seeds, (r + 1) * seeds);
            curve.add(row(graph, scope, resolutions.get(r), ofResolution, r == at));
        }
        chosen = curve.get(at);
    }

    private static NetworkTables.CommunityScan row(
            CsrGraph graph, Scope scope, double resolution, List<int[]> partitions, boolean chosen) {
        int[] first = partitions.get(0);
        return new NetworkTables.CommunityScan(
                scope.level().name(),
                scope.period(),
                resolution,
                Arrays.stream(first).max().orElse(-1) + 1,
                (int) Arrays.stream(first).filter(c -> c == 0).count(),
                graph.edges() == 0
                        ? null
                        : (Double) Arrays.stream(Communities.modularityParts(graph, first, resolution))
                                .sum(),
                partitions.size(),
                partitions.size() < 2 || graph.nodes() < 2 ? null : (Double) meanAdjustedRand(partitions),
                chosen);
    }

    /** Mean over all pairs of partitions. */
    private static double meanAdjustedRand(List<int[]> partitions) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < partitions.size(); i++) {
            for (int j = i + 1; j < partitions.size(); j++) {
                sum += PartitionAgreement.adjustedRand(partitions.get(i), partitions.get(j));
                pairs++;
            }
        }
        return sum / pairs;
    }
}
