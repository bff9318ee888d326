package org.smssev.jobs.measure.network;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.smssev.common.config.NetworkConfig;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.jobs.ingest.format.DelimitedReader;

/**
 * Kernels of the network on all cores, on the main groups of a release of the benchmarks' generator ({@code -p
 * release=DIR}), so that they stand beside DuckDB and igraph on the same families and the same graph.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class ReleaseBenchmark {
    private static final int MOST_CODES = 60;
    private static final int MAX_CELL = 1_000_000;
    private static final int PARTS = 4;

    /** Folder of the release. */
    @Param("")
    public String release;

    private final List<String> families = new ArrayList<>();
    private CsrGraph graph;

    /** Reads the release and makes the graph of its main groups. */
    @Setup
    public void read() throws IOException {
        Map<String, Set<String>> codes = new LinkedHashMap<>();
        try (Reader in = Files.newBufferedReader(Path.of(release, "patents.csv"))) {
            DelimitedReader records = new DelimitedReader(in, ',', '"', MAX_CELL);
            List<String> header = records.next().cells();
            int family = header.indexOf("family_id");
            int ipc = header.indexOf("ipc");
            while (records.hasNext()) {
                List<String> cells = records.next().cells();
                if (cells.size() == header.size()) {
                    Set<String> of = codes.computeIfAbsent(cells.get(family), f -> new LinkedHashSet<>());
                    for (String text : cells.get(ipc).split(";")) {
                        IpcSymbol.parse(text).ifPresent(symbol -> of.add(symbol.canonical()));
                    }
                }
            }
        }
        codes.values().forEach(of -> families.add(String.join(String.valueOf(SymbolNumbers.SEPARATOR), of)));
        CodeNetwork network = CodeNetwork.of(countPairs(), 1);
        graph = network.graph(NetworkConfig.Counting.FULL);
        System.out.printf(
                "%,d families, %,d main groups, %,d pairs%n", families.size(), network.codes.length, network.full.length);
    }

    /** Main groups and their pairs of all families, from texts of their symbols, as partitions are counted and added. */
    @Benchmark
    public PairBlock countPairs() {
        PairBlock sum = new PairBlock();
        IntStream.range(0, PARTS).parallel().mapToObj(this::counted).toList().forEach(sum::add);
        return sum.done();
    }

    private PairBlock counted(int part) {
        PairBlock block = new PairBlock();
        SymbolNumbers symbols = new SymbolNumbers();
        CodeNumbers codes = new CodeNumbers(IpcSymbol.Level.MAIN_GROUP);
        int end = (int) ((long) families.size() * (part + 1) / PARTS);
        for (int f = (int) ((long) families.size() * part / PARTS); f < end; f++) {
            symbols.read(families.get(f));
            codes.read(symbols);
            block.add(codes, 2020, MOST_CODES);
        }
        return block.done();
    }

    /** Weighted betweenness, closeness and harmonic centrality from all nodes. */
    @Benchmark
    public ShortestPaths weightedPaths() {
        return ShortestPaths.of(graph);
    }

    /** Betweenness in hops from all nodes. */
    @Benchmark
    public double[] hopBetweenness() {
        return HopBetweenness.of(graph, Sources.all(graph.nodes()));
    }
}
