package org.smssev.jobs.measure.citation;

import java.util.List;
import org.apache.spark.sql.Row;
import org.smssev.common.stage.StageContext;
import org.smssev.common.table.TableSchema;
import org.smssev.common.tables.CitationTables.CitationFlow;
import org.smssev.common.tables.CitationTables.CitationRank;
import org.smssev.common.tables.CitationTables.FamilyCitation;
import org.smssev.jobs.measure.FamilyColumns;

/** Writes the tables of publications and of families from the figures. */
final class CitationRows {
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
        ColumnRows rows = new ColumnRows(publications.numbers)
                .add(families.ids, publications.family)
                .add(figures.cited.lengths())
                .add(outside)
                .add(figures.citedBy.lengths())
                .add(figures.citedWithin)
                .add(figures.complete)
                .add(figures.impact.impact)
                .add(figures.impact.top)
                .add(figures.pageRank);
        context.write(CitationRank.class, rows.dataset(context.spark(), TableSchema.spark(CitationRank.class)));
    }

    void writeFamilies(FamilyColumns families, CitationFigures figures, Fields fields, int lastYear, int window) {
        CitationAges ages = new CitationAges(families.year);
        ColumnRows rows = new ColumnRows(families.ids)
                .add(figures.cited.lengths())
                .add(figures.citedBy.lengths())
                .add(figures.citedWithin)
                .add(ages.citedIn(figures.citedBy, lastYear, window))
                .add(figures.complete)
                .add(figures.impact.impact)
                .add(figures.impact.top)
                .add(figures.pageRank)
                .add(ages.medianOfCited(figures.cited))
                .add(Diversity.of(figures.citedBy, fields.lists(), fields.size()))
                .add(Diversity.of(figures.cited, fields.lists(), fields.size()));
        context.write(FamilyCitation.class, rows.dataset(context.spark(), TableSchema.spark(FamilyCitation.class)));
    }
}
