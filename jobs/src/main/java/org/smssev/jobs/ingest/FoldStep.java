package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.Merge.Merged;

/** Runs {@link Merge#fold} over the publications that several records give. */
final class FoldStep {
    /** One row per record; the first of a publication carries it. */
    static final StructType SCHEMA = PatentRows.SCHEMA
            .add("file_no", DataTypes.IntegerType)
            .add("record_no", DataTypes.LongType)
            .add("outcome", DataTypes.StringType);

    private static final int FILE_NO = PatentRows.SCHEMA.length();
    private static final int RECORD_NO = FILE_NO + 1;

    private FoldStep() {}

    /**
     * The folded records.
     *
     * @param records records of the publications that several give, as {@link CanonicalRows}
     * @param earlier the earlier publications of these numbers, as {@link PatentRows}; null if there were none
     */
    static Dataset<Row> of(Dataset<Row> records, Dataset<Row> earlier, int partitions) {
        Dataset<Row> all = records.select(columns(functions.col("file_no"), functions.col("record_no")));
        if (earlier != null) {
            all = all.union(earlier.select(columns(
                    functions.lit(Decisions.EARLIER).as("file_no"),
                    functions.lit(0L).as("record_no"))));
        }
        return all.repartition(partitions, functions.col("publication_number"))
                .sortWithinPartitions("publication_number", "file_no", "record_no")
                .mapPartitions(new Fold(), Encoders.row(SCHEMA));
    }

    private static Column[] columns(Column... behind) {
        return Stream.concat(Arrays.stream(PatentRows.columns()), Arrays.stream(behind))
                .toArray(Column[]::new);
    }

    private record Fold() implements MapPartitionsFunction<Row, Row> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            return new Groups<>(
                    rows, r -> r.getString(0), group -> folded(group).iterator());
        }

        private static List<Row> folded(List<Row> group) {
            Patent earlier = null;
            List<Row> records = group;
            if (group.get(0).getInt(FILE_NO) == Decisions.EARLIER) {
                earlier = PatentRows.patent(group.get(0));
                records = group.subList(1, group.size());
            }
            Merged merged =
                    Merge.fold(earlier, records.stream().map(PatentRows::patent).toList());
            List<Row> out = new ArrayList<>();
            for (int i = 0; i < merged.outcomes().size(); i++) {
                Row record = records.get(i);
                out.add(PatentRows.row(
                        i == 0 ? merged.patent() : null,
                        record.get(FILE_NO),
                        record.get(RECORD_NO),
                        merged.outcomes().get(i).name()));
            }
            return out;
        }
    }
}
