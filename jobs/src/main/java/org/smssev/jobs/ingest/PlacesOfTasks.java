package org.smssev.jobs.ingest;

import java.util.BitSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.table.InternalRows;

/** Some of the publications of an earlier release, by their places among the {@link EarlierSketches}, as tasks know them. */
final class PlacesOfTasks implements AutoCloseable {
    private final Broadcast<EarlierSketches> sketches;
    private final Broadcast<BitSet> places;

    /** Publications of some places, which are not changed any more. */
    PlacesOfTasks(EarlierRelease earlier, BitSet places) {
        this.sketches = earlier.sketches();
        this.places = JavaSparkContext.fromSparkContext(earlier.table().spark().sparkContext())
                .broadcast(places);
    }

    /** Those of some rows of the table of patents, of the earlier release, that are among them. */
    InternalRows of(InternalRows patents) {
        return patents.filter(filter(patents.schema()));
    }

    /** The others. */
    InternalRows notOf(InternalRows patents) {
        IsOne isOne = filter(patents.schema());
        return patents.filter(row -> !isOne.call(row));
    }

    /** Tells whether a row of such columns, of a publication of the earlier release, is one of them. */
    IsOne filter(StructType schema) {
        return new IsOne(sketches, places, schema.fieldIndex("publication_number"));
    }

    /** Whether a row is one of some. What was sent is asked for once: a broadcast locks itself each time. */
    static final class IsOne implements Function<InternalRow, Boolean> {
        private static final long serialVersionUID = 1L;
        private final Broadcast<EarlierSketches> sentSketches;
        private final Broadcast<BitSet> sentPlaces;
        private final int number;
        private transient EarlierSketches sketches;
        private transient BitSet places;

        private IsOne(Broadcast<EarlierSketches> sketches, Broadcast<BitSet> places, int number) {
            this.sentSketches = sketches;
            this.sentPlaces = places;
            this.number = number;
        }

        @Override
        public Boolean call(InternalRow row) {
            if (places == null) {
                sketches = sentSketches.value();
                places = sentPlaces.value();
            }
            return places.get(sketches.place(row.getUTF8String(number)));
        }
    }

    @Override
    public void close() {
        places.destroy();
    }
}
