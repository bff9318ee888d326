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
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.Merge.Incoming;
import org.smssev.jobs.ingest.Merge.Merged;
import org.smssev.jobs.ingest.Merge.Outcome;

/** Runs {@link Merge} over canonical rows that stand together by key, in the order of sources, files and records. */
final class MergeStep {
    /** One row per record read, and per publication that the release lacks; the first of a publication carries it. */
    static final StructType SCHEMA = new StructType()
            .add("outcome", DataTypes.StringType)
            .add("source", DataTypes.StringType)
            .add("file_sha256", DataTypes.StringType)
            .add("record_no", DataTypes.LongType)
            .add("malformed_ipc", DataTypes.LongType)
            .add("replaced", DataTypes.LongType)
            .add("reason", DataTypes.StringType)
            .add("detail", DataTypes.StringType)
            .add("raw", DataTypes.StringType)
            .add("patent", PatentRows.SCHEMA);

    private static final int EARLIER = -1;

    private MergeStep() {}

    /** Patents of an earlier release as canonical rows, before those of any source. */
    static Dataset<Row> earlier(Dataset<Row> patents) {
        Column[] patent = PatentRows.fromTable();
        List<Column> columns = new ArrayList<>();
        for (StructField f : SourceReader.SCHEMA.fields()) {
            Column value = switch (f.name()) {
                case "key" -> functions.col("publication_number");
                case "source_order" -> functions.lit(EARLIER);
                case "patent" -> functions.struct(patent);
                default -> functions.lit(null).cast(f.dataType());
            };
            columns.add(value.cast(f.dataType()).as(f.name()));
        }
        return patents.select(columns.toArray(Column[]::new));
    }

    /** What became of every record. */
    static Dataset<Row> merge(Dataset<Row> canonical, boolean snapshot, int partitions) {
        return canonical
                .repartition(partitions, functions.col("key"))
                .sortWithinPartitions("key", "source_order", "file_order", "record_no")
                .mapPartitions(new Fold(snapshot), Encoders.row(SCHEMA));
    }

    private record Fold(boolean snapshot) implements MapPartitionsFunction<Row, Row> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            return new Groups(rows, 0, group -> merged(group).iterator());
        }

        private List<Row> merged(List<Row> group) {
            if (!group.get(0).isNullAt(9)) {
                return group.stream()
                        .map(r -> row(Outcome.QUARANTINED, r, null))
                        .toList();
            }
            Patent earlier = null;
            List<Row> records = group;
            if (group.get(0).getInt(1) == EARLIER) {
                earlier = PatentRows.patent(group.get(0).getStruct(12));
                records = group.subList(1, group.size());
            }
            List<Incoming> incoming = records.stream()
                    .map(r -> new Incoming(r.getInt(1), r.getBoolean(6), PatentRows.patent(r.getStruct(12))))
                    .toList();
            Merged merged = Merge.merge(earlier, incoming, snapshot);
            List<Row> out = new ArrayList<>();
            for (int i = 0; i < merged.outcomes().size(); i++) {
                Row record = records.isEmpty() ? group.get(0) : records.get(i);
                out.add(row(merged.outcomes().get(i), record, i == 0 ? PatentRows.row(merged.patent()) : null));
            }
            return out;
        }

        private static Row row(Outcome outcome, Row r, Row patent) {
            return RowFactory.create(
                    outcome.name(),
                    r.get(4),
                    r.get(5),
                    r.get(3),
                    r.get(7),
                    r.get(8),
                    r.get(9),
                    r.get(10),
                    r.get(11),
                    patent);
        }
    }
}
