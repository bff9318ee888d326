package org.smssev.jobs.measure;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.CitationTables;

/**
 * The figures of families in the citation network.
 *
 * @param columns those named, each in the order of the families, NaN where there is nothing
 */
public record FamilyCitations(double[][] columns) {
    private static final String[] NAMES = {
        "impact", "top10", "cited_by_latest", "cycle_time", "generality", "originality", "window_complete"
    };

    /** The figures of the families of a run. */
    public static FamilyCitations of(StageContext context) {
        FamilyColumns families = FamilyColumns.of(context);
        Column[] columns = Arrays.stream(names()).map(name -> col(name)).toArray(Column[]::new);
        return context.derived(
                CitationTables.FamilyCitation.class,
                FamilyCitations.class,
                citations -> new FamilyCitations(FamilyValues.read(citations.select(columns), families.ids, Map.of())));
    }

    /** Columns of measure.family_citations that are read, the family's id before all. */
    public static String[] names() {
        String[] names = new String[NAMES.length + 1];
        names[0] = "family_id";
        System.arraycopy(NAMES, 0, names, 1, NAMES.length);
        return names;
    }

    /** Normalised cited impact, NaN where undefined. */
    public double[] impact() {
        return column("impact");
    }

    /** Generality by the citations received, NaN where undefined. */
    public double[] generality() {
        return column("generality");
    }

    private double[] column(String name) {
        return columns[Arrays.asList(NAMES).indexOf(name)];
    }
}
