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
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.Merge.Incoming;
import org.smssev.jobs.ingest.Merge.Merged;

/** Runs {@link Merge#fold} over the publications that several records give. */
final class FoldStep {
    /** One row per record; the first of a publication carries it. */
    static final StructType SCHEMA = schema();

    private static final int PATENT = 3;
    private static final int WITHDRAWAL = 2;

    private FoldStep() {}

    private static StructType schema() {
        StructType schema = new StructType()
                .add("file_no", DataTypes.IntegerType)
                .add("record_no", DataTypes.LongType)
                .add("outcome", DataTypes.StringType);
        for (int i = 0; i < PatentRows.SCHEMA.length(); i++) {
            schema = schema.add(PatentRows.SCHEMA.apply(i));
        }
        return schema;
    }

    /**
     * The folded records.
     *
     * @param records records of the publications that several give, as {@link CanonicalRows}
     * @param earlier the earlier publications of these numbers, as {@link PatentRows}; null if there were none
     */
    static Dataset<Row> of(Dataset<Row> records, Dataset<Row> earlier, int partitions) {
        Dataset<Row> all = records.select(
                columns(functions.col("file_no"), functions.col("record_no"), functions.col("withdrawal")));
        if (earlier != null) {
            all = all.union(earlier.select(columns(
                    functions.lit(Decisions.EARLIER).as("file_no"),
                    functions.lit(0L).as("record_no"),
                    functions.lit(false).as("withdrawal"))));
        }
        return all.repartition(partitions, functions.col("publication_number"))
                .sortWithinPartitions("publication_number", "file_no", "record_no")
                .mapPartitions(new Fold(), Encoders.row(SCHEMA));
    }

    private static Column[] columns(Column... before) {
        return Stream.concat(Arrays.stream(before), Arrays.stream(PatentRows.columns()))
                .toArray(Column[]::new);
    }

    private record Fold() implements MapPartitionsFunction<Row, Row> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            return new Groups<>(
                    rows, r -> r.getString(PATENT), group -> folded(group).iterator());
        }

        private static List<Row> folded(List<Row> group) {
            Patent earlier = null;
            List<Row> records = group;
            if (group.get(0).getInt(0) == Decisions.EARLIER) {
                earlier = patent(group.get(0));
                records = group.subList(1, group.size());
            }
            List<Incoming> incoming = records.stream()
                    .map(r -> new Incoming(r.getBoolean(WITHDRAWAL), patent(r)))
                    .toList();
            Merged merged = Merge.fold(earlier, incoming);
            List<Row> out = new ArrayList<>();
            for (int i = 0; i < merged.outcomes().size(); i++) {
                Object[] before = {
                    records.get(i).get(0),
                    records.get(i).get(1),
                    merged.outcomes().get(i).name()
                };
                out.add(CanonicalRows.row(before, i == 0 ? merged.patent() : null));
            }
            return out;
        }

        private static Patent patent(Row r) {
            Object[] values = new Object[PatentRows.SCHEMA.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = r.get(PATENT + i);
            }
            return PatentRows.patent(RowFactory.create(values));
        }
    }
}
