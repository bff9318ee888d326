package org.smssev.jobs.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.catalyst.InternalRow;
import org.smssev.common.stage.StageContext;
import org.smssev.common.table.InternalRows;
import org.smssev.jobs.ingest.source.FileId;

/**
 * The rejected records of a release of which too many were, so that it is not published and {@code ingest.quarantine} does not
 * hold them: {@code rejected.jsonl} in the warehouse, until another one is read.
 */
final class RejectedFile {
    private static final String NAME = "rejected.jsonl";
    /** Most records that are written. */
    private static final int MOST = 10_000;
    /** Characters that are written of the text of each. */
    private static final int MOST_RAW = 4_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private RejectedFile() {}

    /** A rejected record by its place. */
    private record Rejected(int file, long record, String reason, String detail, String raw) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Takes away what a release before has left. */
    static void takeAway(StageContext context) {
        context.takeAway(NAME);
    }

    /** Writes the first of them by file and place, and tells where; or why they could not be, as the gate is to be told first. */
    static String write(StageContext context, InternalRows canonical, Sources sources) {
        List<Rejected> rows;
        try {
            rows = canonical.rows().mapPartitions(RejectedFile::rejected).takeOrdered(MOST, new ByPlace());
            StringBuilder text = new StringBuilder();
            for (Rejected row : rows) {
                text.append(line(context.config().release().id(), row, sources)).append('\n');
            }
            context.leave(NAME, text.toString());
        } catch (RuntimeException e) {
            return ". They could not be written to a file: " + e.getMessage();
        }
        return ". " + (rows.size() < MOST ? "All" : "The first " + MOST) + " of them, with their text, are in "
                + context.config().warehouse() + "/" + NAME;
    }

    private static String line(String release, Rejected row, Sources sources) {
        FileId file = sources.files().get(row.file()).file();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("release", release);
        line.put("file_sha256", file.sha256());
        line.put("source", file.source());
        line.put("file", file.name());
        line.put("record_no", row.record());
        line.put("reason", row.reason());
        line.put("detail", row.detail());
        line.put("raw", row.raw());
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers are JSON", e);
        }
    }

    private static Iterator<Rejected> rejected(Iterator<InternalRow> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false)
                .filter(row -> !row.getBoolean(CanonicalRows.ACCEPTED))
                .map(row -> new Rejected(
                        row.getInt(CanonicalRows.FILE_NO),
                        row.getLong(CanonicalRows.RECORD_NO),
                        text(row, CanonicalRows.REASON),
                        text(row, CanonicalRows.DETAIL),
                        text(row, CanonicalRows.RAW)))
                .iterator();
    }

    private static String text(InternalRow row, int column) {
        String text = row.isNullAt(column) ? null : row.getUTF8String(column).toString();
        return text == null || text.length() <= MOST_RAW ? text : text.substring(0, MOST_RAW) + "…";
    }

    /** By file, then by place in it. */
    private static final class ByPlace implements Comparator<Rejected>, Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public int compare(Rejected a, Rejected b) {
            int byFile = Integer.compare(a.file(), b.file());
            return byFile != 0 ? byFile : Long.compare(a.record(), b.record());
        }
    }
}
