package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.TableSchema;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.merge.Merge;
import org.smssev.jobs.ingest.merge.Merge.Merged;
import org.smssev.jobs.ingest.merge.Merge.Outcome;
import org.smssev.jobs.ingest.rows.Groups;
import org.smssev.jobs.ingest.rows.KeptRows;
import org.smssev.jobs.ingest.rows.PatentReader;
import org.smssev.jobs.ingest.rows.PatentRows;
import org.smssev.jobs.ingest.rows.PatentWriter;
import org.smssev.jobs.ingest.rows.Together;

/**
 * Publications that several records give, the earlier one among them: all of these are brought together by the digests of
 * their numbers, and {@link Merge#fold} is run over them. No plan is made for it, as they are often few.
 */
final class Folded implements AutoCloseable {
    /** One row for each record, and for each earlier publication; the first record of a publication carries what that is now. */
    private static final StructType SCHEMA = PatentRows.SCHEMA
            .add("file_no", DataTypes.IntegerType)
            .add("outcome", DataTypes.IntegerType)
            .add("was_present", DataTypes.BooleanType)
            .add("record_lacks", DataTypes.IntegerType)
            .add("lacks", DataTypes.IntegerType);

    private static final int PATENT = PatentRows.SCHEMA.length();
    private static final int FILE = PATENT;
    private static final int OUTCOME = PATENT + 1;
    private static final int WAS_PRESENT = PATENT + 2;
    private static final int RECORD_LACKS = PATENT + 3;
    private static final int LACKS = PATENT + 4;
    /** Outcome of a row of an earlier publication that records give or withdraw. */
    private static final int REPLACED = -1;
    /** What a record lacks, or a publication, that is none or withdrawn. */
    private static final int NONE = -1;

    /** By digest; of one, earlier publications come first, by their numbers, and records in their order. */
    private static final Comparator<InternalRow> ORDER = Comparator.comparingLong(Folded::digest)
            .thenComparingInt(row -> row.getInt(FILE))
            .thenComparingLong(row -> row.getLong(CanonicalRows.RECORD_NO))
            .thenComparing((a, b) ->
                    a.getInt(FILE) == Decisions.EARLIER ? a.getUTF8String(0).compareTo(b.getUTF8String(0)) : 0);

    private final KeptRows kept;
    /** Null until it is asked for; then the rows are made. */
    private Counts counts;

    /** What was counted of rows. */
    private static final class Counts implements Serializable {
        private static final long serialVersionUID = 1L;
        private final HashMap<Census.Part, Long> outcomes = new HashMap<>();
        private final ArrayList<String> others = new ArrayList<>();
        private final Lacking ofRecords = new Lacking();
        private final Lacking ofPublications = new Lacking();
        private long publications;
        private long replaced;
        private long wasPresent;

        void add(InternalRow row) {
            int outcome = row.getInt(OUTCOME);
            if (row.getInt(FILE) != Decisions.EARLIER) {
                outcomes.merge(new Census.Part(row.getInt(FILE), Merge.OUTCOMES.get(outcome)), 1L, Long::sum);
                publications += row.isNullAt(0) ? 0 : 1;
                count(row.getInt(RECORD_LACKS), ofRecords);
                count(row.getInt(LACKS), ofPublications);
            } else if (outcome == REPLACED) {
                replaced++;
                wasPresent += row.getBoolean(WAS_PRESENT) ? 1 : 0;
            } else {
                others.add(row.getString(0));
            }
        }

        private static void count(int lacks, Lacking into) {
            if (lacks != NONE) {
                into.add(lacks);
            }
        }

        Counts and(Counts more) {
            more.outcomes.forEach((part, n) -> outcomes.merge(part, n, Long::sum));
            others.addAll(more.others);
            publications += more.publications;
            ofRecords.add(more.ofRecords, 1);
            ofPublications.add(more.ofPublications, 1);
            replaced += more.replaced;
            wasPresent += more.wasPresent;
            return this;
        }
    }

    /**
     * Earlier publications, those that records give among them.
     *
     * @param rows with the columns of the table
     * @param n how many these are, but for a few that share a digest
     * @param sketches tell their places; null where no record stays
     * @param fill whether what records lack is kept from them
     */
    record Earlier(InternalRows rows, long n, Broadcast<EarlierSketches> sketches, boolean fill) {
        /** Partitions that can be held in memory. */
        private int partitions() {
            return Math.toIntExact(1 + n / GivenPublications.TOGETHER);
        }

        /** As records of a file of their own. */
        private JavaRDD<InternalRow> asRecords() {
            List<String> columns = List.of(rows.schema().fieldNames());
            Map<String, Object> place = Map.of("file_no", Decisions.EARLIER, "record_no", 0L);
            boolean areFew = n < GivenPublications.TOGETHER;
            return rows.rows()
                    .mapPartitions(some -> MetPatents.binary(some, columns, CanonicalRows.SCHEMA, place, areFew));
        }
    }

    /**
     * Folds publications.
     *
     * @param records the records that give them, as {@link CanonicalRows} in Spark's binary form; those that stay are read
     *     from the earlier publication
     * @param earlier null if there are none
     * @param partitions to which they are brought at least, enough for the records; each is held in memory
     */
    Folded(SparkSession spark, JavaRDD<InternalRow> records, Earlier earlier, Merge.Settings settings, int partitions) {
        JavaRDD<InternalRow> all = earlier == null ? records : records.union(earlier.asRecords());
        Broadcast<EarlierSketches> sketches = earlier == null ? null : earlier.sketches();
        boolean fills = earlier != null && earlier.fill();
        int enough = earlier == null ? partitions : Math.max(partitions, earlier.partitions());
        JavaRDD<InternalRow> folded = Together.sorted(all, Folded::digest, (a, b) -> ORDER.compare(a, b), enough)
                .mapPartitions(rows -> {
                    Task task = new Task(sketches == null ? null : sketches.value(), fills, settings);
                    return new Groups<>(rows, Folded::digest, task::folded);
                });
        this.kept = new KeptRows(spark, folded, SCHEMA);
    }

    private synchronized Counts counts() {
        if (counts == null) {
            counts = kept
                    .rows()
                    .rows()
                    .mapPartitions(rows -> {
                        Counts counted = new Counts();
                        rows.forEachRemaining(counted::add);
                        return List.of(counted).iterator();
                    })
                    .collect()
                    .stream()
                    .reduce(new Counts(), Counts::and);
        }
        return counts;
    }

    private static long digest(InternalRow row) {
        return row.getInt(FILE) == Decisions.EARLIER
                ? DigestedKeys.digest(row.getUTF8String(0))
                : row.getLong(CanonicalRows.NUMBER_DIGEST);
    }

    /** What a task has for itself. */
    private static final class Task {
        private final EarlierSketches sketches;
        private final boolean fills;
        private final Merge.Settings settings;
        private final PatentWriter writer = new PatentWriter(SCHEMA.length());

        Task(EarlierSketches sketches, boolean fills, Merge.Settings settings) {
            this.sketches = sketches;
            this.fills = fills;
            this.settings = settings;
        }

        /** Records of a publication. */
        private static final class Given {
            private Patent earlier;
            private final List<Patent> records = new ArrayList<>();
            private final List<Integer> files = new ArrayList<>();
        }

        private record Made(Patent patent, int file, int outcome, boolean wasPresent, int recordLacks) {}

        /** What is made of the rows of one digest; hardly ever are these of several publications. */
        Iterator<InternalRow> folded(List<InternalRow> rows) {
            Map<String, Given> publications = new TreeMap<>();
            for (InternalRow row : rows) {
                Patent patent =
                        row.getBoolean(CanonicalRows.STAYS) ? stored(row, publications) : PatentReader.patent(row);
                Given given = publications.computeIfAbsent(patent.publicationNumber(), number -> new Given());
                if (row.getInt(FILE) == Decisions.EARLIER) {
                    given.earlier = patent;
                } else {
                    given.records.add(patent);
                    given.files.add(row.getInt(FILE));
                }
            }
            List<Made> made = new ArrayList<>();
            publications.values().forEach(given -> add(given, made));
            return made.stream().map(this::row).iterator();
        }

        /** What a record says that stays. */
        private Patent stored(InternalRow row, Map<String, Given> publications) {
            int place = row.getInt(CanonicalRows.EARLIER);
            return publications.values().stream()
                    .map(given -> given.earlier)
                    .filter(p -> p != null && sketches.place(UTF8String.fromString(p.publicationNumber())) == place)
                    .findFirst()
                    .map(p -> Merge.again(p, settings.release()))
                    .orElseThrow(() -> new IllegalStateException(
                            "Record " + row.getLong(CanonicalRows.RECORD_NO) + " stays, but no row is stored of it"));
        }

        private void add(Given given, List<Made> made) {
            Patent before = given.earlier;
            if (given.records.isEmpty()) {
                made.add(new Made(before, Decisions.EARLIER, Merge.OUTCOMES.indexOf(Outcome.CARRIED), false, NONE));
                return;
            }
            Merged merged = Merge.fold(before, fills, given.records, given.files, settings.languages());
            for (int i = 0; i < given.files.size(); i++) {
                int outcome = Merge.OUTCOMES.indexOf(merged.outcomes().get(i));
                Patent patent = i == 0 ? merged.patent() : null;
                made.add(new Made(patent, given.files.get(i), outcome, false, lacks(given.records.get(i))));
            }
            if (before != null) {
                made.add(new Made(null, Decisions.EARLIER, REPLACED, !before.withdrawn(), NONE));
            }
        }

        /** What a publication lacks; rounded numbers are counted of records. */
        private static int lacks(Patent patent) {
            return patent == null || patent.withdrawn() ? NONE : Lacks.of(patent, Lacks.Told.NOTHING);
        }

        private InternalRow row(Made made) {
            UnsafeRowWriter row = writer.start(made.patent());
            row.write(FILE, made.file());
            row.write(OUTCOME, made.outcome());
            row.write(WAS_PRESENT, made.wasPresent());
            row.write(RECORD_LACKS, made.recordLacks());
            row.write(LACKS, lacks(made.patent()));
            return row.getRow();
        }
    }

    /** Counts the outcomes of the records. */
    void count(Ledger ledger) {
        counts().outcomes.forEach((part, n) -> ledger.add(part.file(), part.outcome(), n));
    }

    /** How many of the publications are not withdrawn. */
    long present() {
        return counts().ofPublications.n();
    }

    /**
     * What publications lack.
     *
     * @param ofRecords what all records of the release lack
     */
    Lacking lacking(Lacking ofRecords) {
        Lacking lacking = new Lacking();
        lacking.add(ofRecords, 1);
        lacking.add(counts().ofRecords, -1);
        lacking.add(counts().ofPublications, 1);
        return lacking;
    }

    /** How many earlier publications records give or withdraw. */
    long replaced() {
        return counts().replaced;
    }

    /** How many of these were not withdrawn before. */
    long wasPresent() {
        return counts().wasPresent;
    }

    /** Numbers of earlier publications that no record gives: they only have the digest of one that is given. */
    Set<String> others() {
        return Set.copyOf(counts().others);
    }

    /** The publications as they are now, with the columns of the table; few are in few partitions. */
    InternalRows patents() {
        JavaRDD<InternalRow> rows = CanonicalRows.patents(
                kept.rows().rows().filter(row -> !row.isNullAt(0) && row.getInt(FILE) != Decisions.EARLIER));
        // The rows are those of the table, where a date is a number of days too.
        return InternalRows.made(kept.rows().spark(), rows, TableSchema.spark(Patent.class))
                .spread(Math.toIntExact(1 + counts().publications / GivenPublications.TOGETHER));
    }

    @Override
    public void close() {
        kept.close();
    }
}
