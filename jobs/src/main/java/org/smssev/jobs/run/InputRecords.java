package org.smssev.jobs.run;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** How many records a file may hold, told from its name, its size and its beginning. */
final class InputRecords {
    private static final int SAMPLE = 1 << 20;
    // Of the generated releases and the real ones of docs/real-data.md, rounded up.
    private static final double BYTES_PER_RECORD = 2_500;
    private static final double UNPACKED = 6;

    /** Keys of the tables that PatentsView and PATSTAT deliver beside one another. */
    private static final Set<String> KEYS = Set.of(
            "appln_id",
            "pat_publn_id",
            "person_id",
            "docdb_family_id",
            "patent_id",
            "pgpub_id",
            "location_id",
            "rawlocation_id");

    /** Columns of those of their tables that have a row for each publication. */
    private static final List<Set<String>> OF_PUBLICATIONS = List.of(
            Set.of("publn_auth", "publn_nr"), Set.of("patent_id", "patent_date"), Set.of("pgpub_id", "published_date"));

    private InputRecords() {}

    /** The records of a file, or of a folder that is one table. */
    static double of(Path file, String fileName, long bytes) {
        String name = fileName.toLowerCase(Locale.ROOT);
        try {
            if (Files.isDirectory(file)) {
                return bytes * UNPACKED / BYTES_PER_RECORD;
            }
            if (name.matches(".*\\.(csv|tsv|txt)")) {
                return lines(sample(file), (double) bytes);
            }
            if (name.matches(".*\\.(csv|tsv|txt)\\.(gz|zip)")) {
                return lines(unpackedSample(file, name.endsWith(".gz")), bytes * UNPACKED);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        boolean isPacked = name.matches(".*\\.(gz|zip|bz2|xz|tgz|parquet|xlsx)");
        return bytes * (isPacked ? UNPACKED : 1) / BYTES_PER_RECORD;
    }

    private static byte[] sample(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SAMPLE);
        }
    }

    /** The same of what is packed; empty where it cannot be unpacked, which is told when it is read. */
    private static byte[] unpackedSample(Path file, boolean isGzip) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                InputStream text = isGzip ? new GZIPInputStream(in) : firstOf(in)) {
            return text.readNBytes(SAMPLE);
        } catch (EOFException | ZipException e) {
            return new byte[0];
        }
    }

    private static InputStream firstOf(InputStream zip) throws IOException {
        ZipInputStream entries = new ZipInputStream(zip);
        entries.getNextEntry();
        return entries;
    }

    /** Lines of a text, told from its beginning: a record has one or more. None of a table that has no row for each publication. */
    private static double lines(byte[] sample, double bytes) {
        long lines = 1;
        for (byte b : sample) {
            lines += b == '\n' ? 1 : 0;
        }
        return sample.length == 0 || !isOfPublications(sample) ? 0 : bytes / sample.length * lines;
    }

    private static boolean isOfPublications(byte[] sample) {
        String text = new String(sample, StandardCharsets.ISO_8859_1);
        String header = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        Set<String> columns = Set.copyOf(Stream.of(header.split("[,;\\t|]"))
                .map(InputRecords::bare)
                .distinct()
                .toList());
        return KEYS.stream().noneMatch(columns::contains)
                || OF_PUBLICATIONS.stream().anyMatch(columns::containsAll);
    }

    private static String bare(String column) {
        return column.replaceAll("^[^a-z]+|[^a-z]+$", "");
    }
}
