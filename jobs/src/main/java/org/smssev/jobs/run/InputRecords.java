package org.smssev.jobs.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.smssev.common.UserException;
import org.smssev.jobs.ingest.database.PatentsView;
import org.smssev.jobs.ingest.database.Patstat;
import org.smssev.jobs.ingest.database.UnreadTables;
import org.smssev.jobs.ingest.format.Packed;

/** How many records a file may hold, told from its name, its size and its beginning. */
final class InputRecords {
    private static final int SAMPLE = 1 << 20;
    /** Characters of a header that are looked at. */
    private static final int LONGEST_HEADER = 1 << 14;
    // Of the generated releases and the real ones of docs/real-data.md, rounded up.
    private static final double BYTES_PER_RECORD = 2_500;
    private static final double UNPACKED = 6;

    /** The tables of databases that have a row for each publication. */
    private static final Set<String> OF_PUBLICATIONS =
            Set.of(PatentsView.GRANTED, PatentsView.PREGRANT, Patstat.PUBLICATIONS);

    private InputRecords() {}

    /**
     * The records of a file, or of a folder that is one table.
     *
     * @param bytes its size
     * @param isMapped whether its columns are mapped, so that each of its lines is a record
     */
    static double of(Path file, String name, long bytes, boolean isMapped) {
        double bySize = bytes * UNPACKED / BYTES_PER_RECORD;
        if (Files.isDirectory(file) || name.toLowerCase(Locale.ROOT).matches(".*\\.(parquet|xlsx|bz2|xz|tgz)")) {
            return bySize;
        }
        try {
            double records = 0;
            for (Packed.Entry entry : Packed.entries(file, Packed.Limits.DEFAULT)) {
                records += of(entry, entry.size() < 0 ? bytes * UNPACKED : (double) entry.size(), isMapped);
            }
            return records;
        } catch (IOException | UserException e) {
            // What cannot be unpacked is told when it is read.
            return bySize;
        }
    }

    private static double of(Packed.Entry entry, double bytes, boolean isMapped) throws IOException {
        if (!entry.name().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)")) {
            return bytes / BYTES_PER_RECORD;
        }
        try (InputStream in = entry.open()) {
            byte[] sample = in.readNBytes(SAMPLE);
            boolean isOfRecords = isMapped || isOfPublications(sample);
            double whole = sample.length < SAMPLE ? sample.length : bytes;
            return isOfRecords && sample.length > 0 ? lines(sample) * whole / sample.length : 0;
        }
    }

    /** Lines of a text; a record has one or more. */
    private static double lines(byte[] text) {
        int lines = 1;
        for (byte b : text) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** Whether a table is not one that databases have beside those of publications. */
    private static boolean isOfPublications(byte[] start) {
        // As single bytes, without the zeros of UTF-16.
        String text = new String(start, 0, Math.min(start.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1)
                .replace("\0", "");
        String header = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        List<String> columns = List.of(header.split("[^a-z0-9_]+"));
        return PatentsView.role(columns)
                .or(() -> Patstat.role(columns))
                .or(() -> UnreadTables.of(columns))
                .map(OF_PUBLICATIONS::contains)
                .orElse(true);
    }
}
