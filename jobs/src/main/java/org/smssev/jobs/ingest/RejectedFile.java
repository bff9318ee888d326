package org.smssev.jobs.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.smssev.common.stage.StageContext;
import org.smssev.common.table.InternalRows;
import scala.Tuple2;

/**
 * The rejected records of a release of which too many were, so that it is not published and {@code ingest.quarantine} does not
 * hold them: {@code rejected.jsonl} in the warehouse, of the last such release.
 */
final class RejectedFile {
    private static final String NAME = "rejected.jsonl";
    /** Most records that are written. */
    private static final int MOST = 10_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private RejectedFile() {}

    /** Writes the first of them by file and place, and tells where. */
    static String write(StageContext context, InternalRows canonical, Sources sources) {
        Path path = new Path(context.config().warehouse(), NAME);
        List<Tuple2<Integer, Map<String, Object>>> rows = new ArrayList<>();
        JavaRDD<Tuple2<Integer, Map<String, Object>>> rejected =
                canonical.rows().mapPartitions(RejectedFile::rejected);
        rejected.takeOrdered(MOST, new ByPlace()).forEach(rows::add);
        try (OutputStream out = path.getFileSystem(
                        context.spark().sparkContext().hadoopConfiguration())
                .create(path, true)) {
            for (Tuple2<Integer, Map<String, Object>> row : rows) {
                FileId file = sources.files().get(row._1()).file();
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("release", context.config().release().id());
                line.put("source", file.source());
                line.put("file", file.name());
                line.putAll(row._2());
                out.write((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
        return "; " + (rows.size() < MOST ? "all" : "the first " + MOST) + " of them, with their text, are in " + path;
    }

    private static Iterator<Tuple2<Integer, Map<String, Object>>> rejected(Iterator<InternalRow> rows) {
        int accepted = CanonicalRows.SCHEMA.fieldIndex("accepted");
        int fileNo = CanonicalRows.SCHEMA.fieldIndex("file_no");
        int recordNo = CanonicalRows.SCHEMA.fieldIndex(ByPlace.RECORD);
        List<Tuple2<Integer, Map<String, Object>>> found = new ArrayList<>();
        rows.forEachRemaining(row -> {
            if (!row.getBoolean(accepted)) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put(ByPlace.RECORD, row.getLong(recordNo));
                for (String name : List.of("reason", "detail", "raw")) {
                    int at = CanonicalRows.SCHEMA.fieldIndex(name);
                    line.put(
                            name,
                            row.isNullAt(at) ? null : row.getUTF8String(at).toString());
                }
                found.add(new Tuple2<>(row.getInt(fileNo), line));
            }
        });
        return found.iterator();
    }

    /** By file, then by place in it. */
    private static final class ByPlace
            implements Comparator<Tuple2<Integer, Map<String, Object>>>, java.io.Serializable {
        private static final long serialVersionUID = 1L;
        static final String RECORD = "record_no";

        @Override
        public int compare(Tuple2<Integer, Map<String, Object>> a, Tuple2<Integer, Map<String, Object>> b) {
            int byFile = Integer.compare(a._1(), b._1());
            return byFile != 0 ? byFile : Long.compare((long) a._2().get(RECORD), (long) b._2().get(RECORD));
        }
    }
}
