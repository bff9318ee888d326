package org.smssev.jobs.measure.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smssev.jobs.testing.LocalSpark;

/** What every engine must do; runs for each that is on the class path, with plain formulas as the oracle. */
class GraphEngineContractTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    private final SparkSession spark = LocalSpark.session();

    @TempDir
    private Path scratch;

    /** A graph with a name. */
    private record Named(String name, CsrGraph graph) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<GraphEngine> engines() {
        List<GraphEngine> engines = new ArrayList<>(List.of(new CompactEngine()));
        ServiceLoader.load(GraphEngine.class).forEach(engines::add);
        return engines;
    }

    private static Stream<Object[]> enginesAndMeasures() {
        return engines().stream()
                .flatMap(engine -> Arrays.stream(EngineMeasure.values()).map(m -> new Object[] {engine, m}));
    }

    /** One graph of several parts, as an engine may take minutes for each: dense, sparse, a triangle, isolates. */
    private static List<Named> graphs() {
        return List.of(
                new Named(
                        "many parts",
                        Graphs.union(
                                Graphs.fourCodes(),
                                Graphs.disconnected(),
                                Graphs.random(25, .4, 3),
                                Graphs.random(30, .06, 4))),
                new Named("isolates", Graphs.isolates(3)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("enginesAndMeasures")
    void measureIsThatOfItsDefinition(GraphEngine engine, EngineMeasure measure) {
        for (Named named : graphs()) {
            NodeFigures figures = EngineRun.of(engine, spark, named.graph(), Set.of(measure), scratch.toString());
            check(figures, measure, named);
        }
    }

    private static void check(NodeFigures figures, EngineMeasure measure, Named named) {
        CsrGraph graph = named.graph();
        PlainFormulas plain = new PlainFormulas(graph);
        int n = graph.nodes();
        switch (measure) {
            case DEGREE ->
                assertThat(figures.degree())
                        .as(named.name())
                        .isEqualTo(IntStream.range(0, n)
                                .map(v -> plain.neighbours(v).size())
                                .toArray());
            case STRENGTH ->
                assertThat(figures.strength())
                        .as(named.name())
                        .containsExactly(
                                IntStream.range(0, n)
                                        .mapToDouble(plain::strength)
                                        .toArray(),
                                CLOSE);
            case PAGERANK ->
                assertThat(figures.pageRank())
                        .as(named.name())
                        .containsExactly(plain.pageRank(GraphEngine.DAMPING), CLOSE);
            case CORE ->
                assertThat(figures.core())
                        .as(named.name())
                        .isEqualTo(Arrays.stream(new PlainFormulas(Graphs.unweighted(graph)).strengthCores())
                                .mapToInt(core -> (int) Math.round(core))
                                .toArray());
            case TRIANGLES ->
                assertThat(figures.triangles())
                        .as(named.name())
                        .isEqualTo(IntStream.range(0, n)
                                .mapToLong(plain::triangles)
                                .toArray());
            case COMPONENT ->
                assertThat(figures.component()).as(named.name()).isEqualTo(Communities.bySize(plain.components()));
            case LABEL ->
                assertThat(figures.label())
                        .as(named.name())
                        .isEqualTo(Communities.bySize(plain.labels(GraphEngine.LABEL_ROUNDS)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void idsAreKeptAndColumnsComeInOrder(GraphEngine engine) {
        Dataset<Row> nodes = spark.sql("select explode(array(90L, 7L, 1000000000000L)) id");
        Dataset<Row> edges = spark.sql("select 7L src, 1000000000000L dst, 2.5D weight");
        Set<EngineMeasure> asked = EnumSet.of(EngineMeasure.DEGREE, EngineMeasure.STRENGTH, EngineMeasure.COMPONENT);
        Dataset<Row> rows = engine.measure(nodes, edges, asked, scratch.toString());
        assertThat(rows.columns()).containsExactly("id", "degree", "strength", "component");
        assertThat(rows.orderBy("id").collectAsList())
                .extracting(Row::toString)
                .containsExactly("[7,1,2.5,7]", "[90,0,0.0,90]", "[1000000000000,1,2.5,7]");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void sameBitsForAnyPartitioning(GraphEngine engine) {
        CsrGraph graph = Graphs.fractions(Graphs.random(40, .2, 8));
        Set<EngineMeasure> asked = EnumSet.of(EngineMeasure.STRENGTH, EngineMeasure.PAGERANK);
        List<List<Row>> found = new ArrayList<>();
        for (int partitions : new int[] {1, 7}) {
            Dataset<Row> nodes = EngineRun.nodes(spark, graph).repartition(partitions);
            Dataset<Row> edges = EngineRun.edges(spark, graph).repartition(partitions);
            found.add(engine.measure(nodes, edges, asked, scratch.toString())
                    .orderBy("id")
                    .collectAsList());
        }
        assertThat(found.get(1)).isEqualTo(found.get(0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void inputThatChangesWhenReadAgainIsReadOnce(GraphEngine engine) {
        // Were it read twice, weights and so strengths and ranks would not belong together.
        Dataset<Row> nodes = spark.range(20).toDF("id");
        Dataset<Row> edges =
                spark.range(19).selectExpr("id src", "id + 1 dst", "cast(1 + floor(4 * rand()) as double) weight");
        List<Row> rows = engine.measure(
                        nodes, edges, EnumSet.of(EngineMeasure.STRENGTH, EngineMeasure.PAGERANK), scratch.toString())
                .orderBy("id")
                .collectAsList();
        // The weights of a path follow from its strengths, end to end.
        double[] weight = new double[19];
        for (int v = 0; v < 19; v++) {
            weight[v] = rows.get(v).getDouble(1) - (v == 0 ? 0 : weight[v - 1]);
        }
        int[] lesser = IntStream.range(0, 19).toArray();
        int[] greater = IntStream.rangeClosed(1, 19).toArray();
        double[] ranks = new PlainFormulas(CsrGraph.of(20, lesser, greater, weight)).pageRank(GraphEngine.DAMPING);
        assertThat(rows.stream().mapToDouble(row -> row.getDouble(2)).toArray()).containsExactly(ranks, CLOSE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void nothingStaysBehindButTheRows(GraphEngine engine) throws Exception {
        int persisted = spark.sparkContext().getPersistentRDDs().size();
        String checkpoints = spark.sparkContext().getCheckpointDir().toString();
        // Core numbers need a newer GraphFrames, and have their own test.
        Set<EngineMeasure> asked = EnumSet.complementOf(EnumSet.of(EngineMeasure.CORE));
        Dataset<Row> rows = engine.measure(
                EngineRun.nodes(spark, Graphs.fourCodes()),
                EngineRun.edges(spark, Graphs.fourCodes()),
                asked,
                scratch.toString());
        assertThat(rows.count()).isEqualTo(4);
        assertThat(spark.sparkContext().getPersistentRDDs().size()).isEqualTo(persisted);
        assertThat(spark.sparkContext().getCheckpointDir()).hasToString(checkpoints);
        try (Stream<Path> files = Files.list(scratch)) {
            assertThat(files.map(file -> file.getFileName().toString())).allMatch(name -> name.startsWith("engine-"));
        }
    }
}
