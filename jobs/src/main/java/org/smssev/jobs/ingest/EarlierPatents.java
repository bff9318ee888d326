package org.smssev.jobs.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.PlacesInFile;
import org.smssev.common.table.StoredTable;
import org.smssev.jobs.ingest.family.Families;
import org.smssev.jobs.ingest.family.FamilyStep;

/**
 * The patents of an earlier release that an increment is added to. Digests tell which of them it meets: those of families that
 * it may change. They are read once, and kept.
 */
final class EarlierPatents implements AutoCloseable {
    private final StoredTable table;
    private final ReleaseOverlap overlap;
    private final MetPatents met;

    private EarlierPatents(StoredTable table, ReleaseOverlap overlap, Families.Rules rules) {
        this.table = table;
        this.overlap = overlap;
        Map<String, PlacesInFile> given = overlap.givenPlaces();
        Map<String, PlacesInFile> others = new HashMap<>();
        overlap.met()
                .forEach((file, met) ->
                        others.put(file, met.without(given.get(file).places())));
        this.met =
                new MetPatents(table, List.of(table.at(List.of(FamilyStep.columns(rules)), others), table.at(given)));
    }

    /**
     * What an increment is added to.
     *
     * @param census what was counted of it
     * @param rules by which families are made
     * @return empty if digests do not tell it
     */
    static Optional<EarlierPatents> of(StoredTable table, Census census, Families.Rules rules) {
        return ReleaseOverlap.of(table, census).map(overlap -> new EarlierPatents(table, overlap, rules));
    }

    /** The table. */
    StoredTable table() {
        return table;
    }

    /** What an increment has in common with them. */
    ReleaseOverlap overlap() {
        return overlap;
    }

    /**
     * Those of families that an increment may change, in Spark's binary form. Columns of which no families are made are null
     * but in those that it gives again.
     */
    InternalRows met() {
        return met.rows();
    }

    @Override
    public void close() {
        met.close();
    }
}
