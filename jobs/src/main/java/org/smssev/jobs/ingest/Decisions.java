package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.smssev.jobs.ingest.digest.Reading;
import org.smssev.jobs.ingest.merge.Merge;
import org.smssev.jobs.ingest.merge.Merge.Action;
import org.smssev.jobs.ingest.merge.Merge.Decision;
import org.smssev.jobs.ingest.merge.Merge.Outcome;
import org.smssev.jobs.ingest.merge.Merge.Sketch;
import org.smssev.jobs.ingest.rows.Broadcasts;
import org.smssev.jobs.ingest.rows.Groups;

/** Decides, from numbers and digests alone, what is done with each accepted record and each earlier publication. */
final class Decisions {
    /** Number of the file that stands for the publications of an earlier release. */
    static final int EARLIER = -1;

    /**
     * One row per accepted record and per earlier publication; of an increment only per earlier publication that it has, of a
     * snapshot not of those that only rejected records are of, as the others stay. first_release is that of the publication;
     * present says whether the row leaves a publication that is not withdrawn (a fold tells for itself), was_present whether it
     * stands for an earlier one that was not, was_told whether a source told the language of the earlier one, which the record
     * leaves as it was.
     */
    static final StructType SCHEMA = new StructType()
            .add("publication_number", DataTypes.StringType)
            .add("file_no", DataTypes.IntegerType)
            .add("record_no", DataTypes.LongType)
            .add("outcome", DataTypes.StringType)
            .add("action", DataTypes.StringType)
            .add("first_release", DataTypes.StringType)
            .add("present", DataTypes.BooleanType)
            .add("was_present", DataTypes.BooleanType)
            .add("was_told", DataTypes.BooleanType);

    // Places in the rows that are decided.
    private static final int SOURCES = 6;
    private static final int TOLD = 7;

    private static final UserDefinedFunction TELLS_LANGUAGE =
            functions.udf((UDF1<String, Boolean>) Reading::tellsLanguage, DataTypes.BooleanType);

    private Decisions() {}

    /**
     * The decisions.
     *
     * @param canonical the records, as {@link CanonicalRows}
     * @param accepted how many of them are accepted
     * @param earlier the patents as published by the run of an earlier release; null if there was none
     */
    static Dataset<Row> of(
            Dataset<Row> canonical, long accepted, Dataset<Row> earlier, boolean snapshot, int partitions) {
        Dataset<Row> sketches = canonical
                .filter("accepted")
                .select(
                        "publication_number",
                        "file_no",
                        "record_no",
                        "withdrawn",
                        "record_hash",
                        "first_release",
                        "sources")
                .withColumn("told", functions.lit(false));
        if (earlier != null) {
            Dataset<Row> numbers =
                    sketches.select(functions.col("publication_number").as("x_key"));
            Column same = earlier.col("publication_number").equalTo(numbers.col("x_key"));
            Dataset<Row> known = snapshot
                    ? notSpared(canonical, numbers, earlier)
                    : !Broadcasts.fits(accepted)
                            ? earlier
                            : earlier.join(functions.broadcast(numbers), same, "left_semi");
            sketches = sketches.union(known.select(
                    functions.col("publication_number"),
                    functions.lit(EARLIER).as("file_no"),
                    functions.lit(0L).as("record_no"),
                    functions.col("withdrawn"),
                    functions.col("record_hash"),
                    functions.col("first_release"),
                    functions.col("sources"),
                    TELLS_LANGUAGE.apply(functions.col("reading"))));
        }
        return sketches.repartition(partitions, functions.col("publication_number"))
                .sortWithinPartitions("publication_number", "file_no", "record_no")
                .mapPartitions(new Decide(snapshot), Encoders.row(SCHEMA));
    }

    /** Earlier publications without those of which this release has rejected records only. */
    private static Dataset<Row> notSpared(Dataset<Row> canonical, Dataset<Row> accepted, Dataset<Row> earlier) {
        Dataset<Row> rejected = canonical
                .filter("NOT accepted AND publication_number IS NOT NULL")
                .select(functions.col("publication_number").as("x_rejected"));
        Dataset<Row> spared =
                rejected.join(accepted, rejected.col("x_rejected").equalTo(accepted.col("x_key")), "left_anti");
        return earlier.join(spared, earlier.col("publication_number").equalTo(spared.col("x_rejected")), "left_anti");
    }

    private record Decide(boolean snapshot) implements MapPartitionsFunction<Row, Row> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            return new Groups<>(
                    rows, r -> r.getString(0), group -> decided(group).iterator());
        }

        private List<Row> decided(List<Row> group) {
            Row earlier = group.get(0).getInt(1) == EARLIER ? group.get(0) : null;
            List<Row> incoming = earlier == null ? group : group.subList(1, group.size());
            String first = group.get(0).getString(5);
            if (incoming.isEmpty()) {
                Decision decision = Merge.absent(sketch(earlier), snapshot);
                boolean present = decision.action() == Action.CARRY && !earlier.getBoolean(3);
                return List.of(row(earlier, decision, first, present, false));
            }
            Decision decision = Merge.single(earlier == null ? null : sketch(earlier), sketch(incoming.get(0)));
            List<Row> out = new ArrayList<>();
            // What a correction by an increment lacks is kept from the earlier publication, and so are its sources.
            boolean keeps = !snapshot
                    && (decision.outcome() == Outcome.CORRECTED
                            || decision.outcome() == Outcome.UNCHANGED
                                    && !earlier.getList(SOURCES)
                                            .equals(incoming.get(0).getList(SOURCES)));
            if (incoming.size() > 1 || keeps) {
                group.forEach(r -> out.add(
                        row(r, new Decision(null, r == earlier ? Action.NONE : Action.FOLD), first, false, false)));
                return out;
            }
            boolean keepsEarlier = decision.action() == Action.WITHDRAW;
            out.add(row(
                    incoming.get(0),
                    new Decision(decision.outcome(), keepsEarlier ? Action.NONE : Action.EMIT),
                    first,
                    !incoming.get(0).getBoolean(3),
                    decision.outcome() == Outcome.UNCHANGED && earlier.getBoolean(TOLD)));
            if (earlier != null) {
                out.add(row(
                        earlier,
                        new Decision(null, keepsEarlier ? Action.WITHDRAW : Action.NONE),
                        first,
                        false,
                        false));
            }
            return out;
        }

        private static Sketch sketch(Row r) {
            return new Sketch(r.getBoolean(3), r.getString(4));
        }

        private static Row row(Row r, Decision decision, String firstRelease, boolean present, boolean wasTold) {
            return RowFactory.create(
                    r.getString(0),
                    r.getInt(1),
                    r.getLong(2),
                    decision.outcome() == null ? null : decision.outcome().name(),
                    decision.action().name(),
                    firstRelease,
                    present,
                    r.getInt(1) == EARLIER && !r.getBoolean(3),
                    wasTold);
        }
    }
}
