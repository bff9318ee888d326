package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.digest.FieldsDigest;
import org.smssev.jobs.ingest.digest.Reading.Findings;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.merge.Merge;
import org.smssev.jobs.ingest.merge.Merge.Outcome;

/** Records that were read, for tests that need no files. */
public final class ReadRecords {
    private ReadRecords() {}

    /** What a record of a German publication says, its language and names among it. */
    public static Patent read(String source, String language, String title, List<Party> inventors) {
        return new Patent(
                "DE-1-A1",
                "DE",
                "A1",
                "DE-1-A1",
                null,
                null,
                null,
                List.of(),
                inventors,
                List.of(),
                List.of(),
                List.of(),
                language,
                "2",
                "2",
                List.of(source),
                false,
                "",
                title,
                null,
                null);
    }

    /** What a normaliser makes of a record that has little more than a title. */
    public static Patent read(
            String number, String family, String release, String source, boolean isWithdrawal, String title) {
        return new Patent(
                number,
                "US",
                "A1",
                family,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "en",
                release,
                release,
                List.of(source),
                isWithdrawal,
                "",
                title,
                null,
                null);
    }

    /** Digests fields that are what a publication says, but for the releases. */
    public static FieldsDigest digest(Patent read) {
        FieldsDigest digest = new FieldsDigest("how");
        digest.of(
                Map.of(Field.ABSTRACT, Merge.read(read, "", "", null).toString().replace(read.lastRelease(), "r")));
        return digest;
    }

    /** What a record gives in a first release. */
    public static Patent of(Patent read) {
        return new Sketching(null, digest(read)).of(read, null, Findings.NOTHING);
    }

    /** The canonical row of a record that is accepted, as {@link CanonicalRows}. */
    static Row canonical(Patent read, EarlierSketches earlier, int file, long record) {
        Sketching sketching = new Sketching(earlier, digest(read));
        boolean isKnown = sketching.isKnown(true);
        Patent patent = isKnown ? null : sketching.of(read, null, Findings.NOTHING);
        return ObjectRows.row(
                sketching.stays() ? null : patent,
                file,
                record,
                0L,
                null,
                0L,
                true,
                0,
                Merge.OUTCOMES.indexOf(sketching.outcome()),
                sketching.place(),
                sketching.stays(),
                digest(read.publicationNumber()),
                digest(read.familyId()),
                null,
                null,
                null,
                null);
    }

    /** Rows of {@link #canonical} of which those of a file that stay share one, as those do that are known by their bytes. */
    static List<Row> inRuns(List<Row> records) {
        int file = CanonicalRows.SCHEMA.fieldIndex("file_no");
        int stays = CanonicalRows.SCHEMA.fieldIndex("stays");
        int number = CanonicalRows.SCHEMA.fieldIndex("record_no");
        int place = CanonicalRows.SCHEMA.fieldIndex("earlier");
        List<Row> rows = new ArrayList<>();
        Map<Integer, KnownRun> runs = new TreeMap<>();
        for (Row record : records) {
            if (record.getBoolean(stays)) {
                runs.computeIfAbsent(record.getInt(file), f -> new KnownRun())
                        .add(record.getLong(number), record.getInt(place));
            } else {
                rows.add(record);
            }
        }
        runs.forEach((of, run) -> rows.add(ObjectRows.row(
                null,
                of,
                0L,
                0L,
                null,
                0L,
                true,
                0,
                Merge.OUTCOMES.indexOf(Outcome.UNCHANGED),
                -1,
                true,
                0L,
                0L,
                null,
                null,
                null,
                run.take())));
        return rows;
    }

    /** The digest of a key. */
    public static long digest(String key) {
        return DigestedKeys.digest(UTF8String.fromString(key));
    }
}
