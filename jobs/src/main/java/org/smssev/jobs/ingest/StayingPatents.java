package org.smssev.jobs.ingest;

import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;

/** Earlier publications that an increment neither gives nor withdraws. */
final class StayingPatents implements Staying {
    private static final String NUMBER = "publication_number";

    private final EarlierPatents earlier;
    private final Census census;
    private final DigestedKeys several;
    /** What these give; null if there are none. */
    private final Folded folded;

    /**
     * What stays.
     *
     * @param earlier all of them
     * @param census what was counted of the release
     * @param several publications that several records give, the earlier one among them
     * @param folded what these give; null if there are none
     */
    StayingPatents(EarlierPatents earlier, Census census, DigestedKeys several, Folded folded) {
        this.earlier = earlier;
        this.census = census;
        this.several = several;
        this.folded = folded;
    }

    private boolean isNoneReplaced() {
        return folded == null || folded.replaced() == 0;
    }

    /** Numbers of those that no record gives, but for their digest. */
    private Set<String> others() {
        return folded == null ? Set.of() : folded.others();
    }

    /** What stays of their table. */
    Carry carry() {
        if (isNoneReplaced()) {
            return Carry.all(earlier.table());
        }
        DigestedKeys.Known given = several.known();
        int number = earlier.table().schema().fieldIndex(NUMBER);
        Carry carry = Carry.without(
                earlier.table(), earlier.overlap().givenPlaces(), row -> !given.has(row.getUTF8String(number)));
        Set<String> others = others();
        return others.isEmpty()
                ? carry
                : carry.with(earlier.met().filter(row -> others.contains(row.getString(number))));
    }

    /** Tells the rows of earlier publications that are given again. */
    private Function<InternalRow, Boolean> isReplaced(StructType schema) {
        int number = schema.fieldIndex(NUMBER);
        DigestedKeys.Known given = several.known();
        Set<String> others = others();
        return row ->
                given.has(row.getUTF8String(number)) && (others.isEmpty() || !others.contains(row.getString(number)));
    }

    @Override
    public InternalRows met() {
        InternalRows met = earlier.met();
        Function<InternalRow, Boolean> isReplaced = isReplaced(met.schema());
        return isNoneReplaced() ? met : met.filter(row -> !isReplaced.call(row));
    }

    @Override
    public List<InternalRows> replaced() {
        InternalRows met = earlier.met();
        return isNoneReplaced() ? List.of() : List.of(met.filter(isReplaced(met.schema())));
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
        // With a plan, so that of the whole table only the columns are read that are asked for.
        Dataset<Row> all = earlier.table().dataset();
        return isNoneReplaced()
                ? all
                : all.filter(functions
                        .not(several.has(NUMBER))
                        .or(functions.col(NUMBER).isin(others().toArray())));
    }
}
