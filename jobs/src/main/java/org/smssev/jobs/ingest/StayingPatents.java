package org.smssev.jobs.ingest;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;

/** Earlier publications that a release neither gives nor withdraws, other than a snapshot that is held against sketches. */
final class StayingPatents implements Staying {
    private static final String NUMBER = "publication_number";

    private final EarlierPatents earlier;
    private final Census census;
    private final DigestedKeys several;
    private final Dataset<Row> replaced;
    private final long n;

    /**
     * What stays.
     *
     * @param earlier all of them
     * @param census what was counted of the release
     * @param several publications that several records give, the earlier one among them, if digests tell; null else
     * @param replaced numbers of those that do not stay, as {@code x_key}; null if there are none
     * @param n how many these are
     */
    StayingPatents(EarlierPatents earlier, Census census, DigestedKeys several, Dataset<Row> replaced, long n) {
        this.earlier = earlier;
        this.census = census;
        this.several = several;
        this.replaced = replaced;
        this.n = n;
    }

    /** What stays of their table. */
    Carry carry() {
        if (n == 0) {
            return Carry.all(earlier.table());
        }
        if (several == null) {
            return Carry.of(earlier.table(), NUMBER, replaced, n);
        }
        DigestedKeys.Known given = several.known();
        int number = earlier.table().schema().fieldIndex(NUMBER);
        Carry carry = Carry.without(
                earlier.table(), earlier.overlap().givenPlaces(), row -> !given.has(row.getUTF8String(number)));
        return allGivenAreReplaced() ? carry : carry.with(InternalRows.planned(without(earlier.given(several))));
    }

    /** Else some only have the digest of one that is given. */
    private boolean allGivenAreReplaced() {
        return n == earlier.overlap().given();
    }

    @Override
    public InternalRows met() {
        InternalRows met = earlier.met();
        if (n == 0) {
            return met;
        }
        if (!allGivenAreReplaced()) {
            return InternalRows.planned(without(met.dataset()));
        }
        DigestedKeys.Known given = several.known();
        int number = met.schema().fieldIndex(NUMBER);
        return InternalRows.made(
                met.spark(), met.rows().filter(row -> !given.has(row.getUTF8String(number))), met.schema());
    }

    @Override
    public InternalRows replaced() {
        return n == 0 ? null : InternalRows.planned(joined(earlier.given(several), "left_semi"));
    }

    @Override
    public boolean areToldByDigests() {
        return earlier.areToldByDigests();
    }

    @Override
    public long[] touchedFamilies() {
        return earlier.overlap().touched(census);
    }

    @Override
    public long[] joinedFamilies() {
        return earlier.overlap().joined(census);
    }

    @Override
    public boolean leavesFamilies() {
        return earlier.overlap().leavesFamilies();
    }

    @Override
    public Dataset<Row> all() {
        Dataset<Row> all = earlier.table().dataset();
        return n == 0 ? all : without(all);
    }

    private Dataset<Row> without(Dataset<Row> patents) {
        return joined(patents, "left_anti");
    }

    private Dataset<Row> joined(Dataset<Row> patents, String how) {
        Dataset<Row> keys = Broadcasts.ofFew(replaced, n);
        return patents.join(keys, patents.col(NUMBER).equalTo(keys.col("x_key")), how);
    }
}
