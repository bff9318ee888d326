package org.smssev.jobs.measure.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.tables.NetworkTables;

class CorrelationsTest {
    private static final Scope SCOPE =
            new Scope(IpcSymbol.Level.MAIN_GROUP, "ALL", Integer.MIN_VALUE, Integer.MAX_VALUE);

    @Test
    void agreesWithCommonsMathOverTheNodesThatHaveBoth() {
        CsrGraph graph = Graphs.random(60, .05, 2);
        Measures measures = new Measures(graph, graph, Communities.leiden(graph, 1, 7));
        Map<String, double[]> columns = Correlations.columns(measures);
        List<NetworkTables.CentralityCorrelation> rows = Correlations.rows(SCOPE, measures);
        assertThat(rows).hasSize(columns.size() * (columns.size() - 1) / 2);
        for (NetworkTables.CentralityCorrelation row : rows) {
            double[] x = columns.get(row.measureA());
            double[] y = columns.get(row.measureB());
            int[] both = IntStream.range(0, 60)
                    .filter(v -> Double.isFinite(x[v]) && Double.isFinite(y[v]))
                    .toArray();
            double expected = new SpearmansCorrelation()
                    .correlation(
                            Arrays.stream(both).mapToDouble(v -> x[v]).toArray(),
                            Arrays.stream(both).mapToDouble(v -> y[v]).toArray());
            assertThat(row.codes()).isEqualTo(both.length);
            assertThat(row.spearman())
                    .as("%s, %s", row.measureA(), row.measureB())
                    .isEqualTo(expected, within(1e-9));
        }
        assertThat(rows).anyMatch(row -> row.codes() < 60);
    }

    @Test
    void constantMeasureHasNoCorrelation() {
        Measures measures = new Measures(Graphs.isolates(4), Graphs.isolates(4), new int[4]);
        assertThat(Correlations.rows(SCOPE, measures))
                .allSatisfy(row -> assertThat(row.spearman()).isNull());
    }
}
