package org.smssev.jobs.measure.citation;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.smssev.common.stage.StageContext;
import org.smssev.common.table.TableSchema;
import org.smssev.common.tables.MeasureTables.CitationFlow;
import org.smssev.common.tables.MeasureTables.CitationRank;
import org.smssev.common.tables.MeasureTables.FamilyCitation;
import org.smssev.jobs.measure.FamilyColumns;

/** Makes the rows of the tables from the figures. */
final class CitationRows {
    private static final int ROWS_PER_TASK = 100_000;

    private final StageContext context;

    CitationRows(StageContext context) {
        this.context = context;
    }

    /** Writes empty tables. */
    static void writeNone(StageContext context) {
        for (Class<? extends Record> table : List.of(CitationRank.class, FamilyCitation.class)) {
            context.write(table, context.spark().createDataFrame(List.<Row>of(), TableSchema.spark(table)));
        }
        context.write(CitationFlow.class, List.<CitationFlow>of());
    }

    void writePublications(
            Publications publications, FamilyColumns families, CitationFigures figures, List<Links> links) {
        int[] outside = new int[publications.size()];
        for (Links part : links) {
            for (int i = 0; i < part.outside.size(); i++) {
                outside[part.outsideOf.get(i)] += part.outside.get(i);
            }
        }
        write(
                CitationRank.class,
                publications.size(),
                v -> RowFactory.create(
                        publications.numbers.key(v),
                        families.ids.key(publications.family[v]),
                        figures.cited.length(v),
                        outside[v],
                        figures.citedBy.length(v),
                        figures.citedWithin[v],
                        figures.complete[v],
                        CitationFigures.at(figures.impact.impact, v),
                        CitationFigures.at(figures.impact.top, v),
                        CitationFigures.at(figures.pageRank, v)));
    }

    void writeFamilies(FamilyColumns families, CitationFigures figures, Fields fields, int lastYear, int window) {
        CitationAges ages = new CitationAges(families.year);
        double[] cycleTime = ages.medianOfCited(figures.cited);
        int[] latest = ages.citedIn(figures.citedBy, lastYear, window);
        double[] generality = Diversity.of(figures.citedBy, fields.lists(), fields.size());
        double[] originality = Diversity.of(figures.cited, fields.lists(), fields.size());
        write(
                FamilyCitation.class,
                families.size(),
                v -> RowFactory.create(
                        families.ids.key(v),
                        figures.cited.length(v),
                        figures.citedBy.length(v),
                        figures.citedWithin[v],
                        latest[v],
                        figures.complete[v],
                        CitationFigures.at(figures.impact.impact, v),
                        CitationFigures.at(figures.impact.top, v),
                        CitationFigures.at(figures.pageRank, v),
                        CitationFigures.at(cycleTime, v),
                        CitationFigures.at(generality, v),
                        CitationFigures.at(originality, v)));
    }

    /** Rows are made on the driver a part at a time, and written by Spark. */
    private void write(Class<? extends Record> table, int n, IntFunction<Row> row) {
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(context.spark().sparkContext());
        List<Row> rows = IntStream.range(0, n).mapToObj(row).toList();
        Dataset<Row> dataset = context.spark()
                .createDataFrame(
                        spark.parallelize(rows, Math.max(1, (n + ROWS_PER_TASK - 1) / ROWS_PER_TASK)),
                        TableSchema.spark(table));
        context.write(table, dataset);
    }
}
