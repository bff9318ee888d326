package org.smssev.jobs.measure.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.smssev.common.config.NetworkConfig;
import org.smssev.jobs.measure.PairMap;

/** The co-occurrence network: codes with enough families in ascending order, and their pairs in that order. */
final class CodeNetwork {
    /** Codes, the nodes. */
    final String[] codes;

    /** Families of each code. */
    final long[] codeFamilies;

    /** Families of all codes, also of those with too few to be a node. */
    final long families;

    /** Families of each code by year, from {@link #firstYear}. */
    final long[][] yearly;

    /** First year of any family; 0 where no family has a year. */
    final int firstYear;

    final int[] lesser;
    final int[] greater;

    /** Families with both codes of each pair. */
    final long[] full;

    final double[] newman;
    final double[] refined;

    private CodeNetwork(PairBlock counts, int[] nodes, int[] nodeOf) {
        codes = IntStream.of(nodes).mapToObj(counts.codes::get).toArray(String[]::new);
        families = counts.families;
        int[] years = years(counts);
        firstYear = years[0];
        codeFamilies = new long[codes.length];
        yearly = new long[codes.length][firstYear == 0 ? 0 : years[1] - years[0] + 1];
        for (int y = 0; y < counts.codeYears.length; y++) {
            int node = nodeOf[(int) (counts.codeYears[y] >>> 32)];
            int year = (int) counts.codeYears[y];
            if (node >= 0) {
                codeFamilies[node] += counts.codeYearFamilies[y];
                if (year > 0) {
                    yearly[node][year - firstYear] += counts.codeYearFamilies[y];
                }
            }
        }
        long[] kept = keptPairs(counts, nodeOf);
        int[] pairOf = new int[kept.length];
        lesser = new int[kept.length];
        greater = new int[kept.length];
        PairMap places = new PairMap();
        for (long pair : counts.pairs) {
            places.number((int) (pair >>> 32), (int) pair);
        }
        for (int e = 0; e < kept.length; e++) {
            lesser[e] = (int) (kept[e] >>> 32);
            greater[e] = (int) kept[e];
            int a = nodes[lesser[e]];
            int b = nodes[greater[e]];
            pairOf[e] = places.number(Math.min(a, b), Math.max(a, b));
        }
        full = IntStream.of(pairOf).mapToLong(p -> counts.full[p]).toArray();
        newman = IntStream.of(pairOf).mapToDouble(counts.newman::value).toArray();
        refined = IntStream.of(pairOf).mapToDouble(counts.refined::value).toArray();
    }

    /**
     * The network of all counts.
     *
     * @param counts all blocks, added up and done
     * @param minFamilies fewest families of a node; association strength favours rare codes
     */
    static CodeNetwork of(PairBlock counts, int minFamilies) {
        long[] of = new long[counts.codes.size()];
        for (int y = 0; y < counts.codeYears.length; y++) {
            of[(int) (counts.codeYears[y] >>> 32)] += counts.codeYearFamilies[y];
        }
        int[] nodes = IntStream.range(0, of.length)
                .filter(c -> of[c] >= minFamilies)
                .boxed()
                .sorted(Comparator.comparing(counts.codes::get))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] nodeOf = new int[of.length];
        Arrays.fill(nodeOf, -1);
        for (int v = 0; v < nodes.length; v++) {
            nodeOf[nodes[v]] = v;
        }
        return new CodeNetwork(counts, nodes, nodeOf);
    }

    /** The graph whose weights are the given counts. */
    CsrGraph graph(NetworkConfig.Counting counting) {
        double[] weights = switch (counting) {
            case FULL -> LongStream.of(full).asDoubleStream().toArray();
            case NEWMAN -> newman;
            case REFINED -> refined;
        };
        return CsrGraph.of(codes.length, lesser, greater, weights);
    }

    private static int[] years(PairBlock counts) {
        int[] years = Arrays.stream(counts.codeYears)
                .mapToInt(y -> (int) y)
                .filter(y -> y > 0)
                .toArray();
        return years.length == 0
                ? new int[] {0, 0}
                : new int[] {
                    IntStream.of(years).min().getAsInt(),
                    IntStream.of(years).max().getAsInt()
                };
    }

    private static long[] keptPairs(PairBlock counts, int[] nodeOf) {
        return Arrays.stream(counts.pairs)
                .filter(pair -> nodeOf[(int) (pair >>> 32)] >= 0 && nodeOf[(int) pair] >= 0)
                .map(pair -> {
                    long a = nodeOf[(int) (pair >>> 32)];
                    long b = nodeOf[(int) pair];
                    return (Math.min(a, b) << 32) | Math.max(a, b);
                })
                .sorted()
                .toArray();
    }
}
