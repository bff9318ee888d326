package org.smssev.jobs.ingest;

import java.util.Set;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;

/** Earlier publications that an increment neither gives nor withdraws. */
final class StayingPatents implements Staying {
    private static final String NUMBER = "publication_number";

    private final EarlierPatents earlier;
    private final Census census;
    private final DigestedKeys several;
    private final long replaced;
    /** Numbers of those that no record gives, but for their digest. */
    private final Set<String> others;

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
        this.replaced = folded == null ? 0 : folded.replaced();
        this.others = folded == null ? Set.of() : Set.copyOf(folded.others());
    }

    /** What stays of their table. */
    Carry carry() {
        if (replaced == 0) {
            return Carry.all(earlier.table());
        }
        DigestedKeys.Known given = several.known();
        int number = earlier.table().schema().fieldIndex(NUMBER);
        Carry carry = Carry.without(
                earlier.table(), earlier.overlap().givenPlaces(), row -> !given.has(row.getUTF8String(number)));
        if (others.isEmpty()) {
            return carry;
        }
        Set<String> some = others;
        return carry.with(filtered(earlier.met(), row -> some.contains(row.getString(number))));
    }

    /** Tells the rows of earlier publications that are given again. */
    private Function<InternalRow, Boolean> isReplaced(StructType schema) {
        int number = schema.fieldIndex(NUMBER);
        DigestedKeys.Known given = several.known();
        Set<String> some = others;
        return row -> given.has(row.getUTF8String(number)) && (some.isEmpty() || !some.contains(row.getString(number)));
    }

    private static InternalRows filtered(InternalRows rows, Function<InternalRow, Boolean> filter) {
        return InternalRows.made(rows.spark(), rows.rows().filter(filter), rows.schema());
    }

    private InternalRows without(InternalRows patents) {
        Function<InternalRow, Boolean> isReplaced = isReplaced(patents.schema());
        return replaced == 0 ? patents : filtered(patents, row -> !isReplaced.call(row));
    }

    @Override
    public InternalRows met() {
        return without(earlier.met());
    }

    @Override
    public InternalRows replaced() {
        return replaced == 0
                ? null
                : filtered(earlier.met(), isReplaced(earlier.met().schema()));
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
        return without(earlier.table().scan().rows()).dataset();
    }
}
