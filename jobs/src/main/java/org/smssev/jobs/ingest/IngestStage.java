package org.smssev.jobs.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.smssev.common.config.Config;
import org.smssev.common.config.Config.Release;
import org.smssev.common.config.Config.Source;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.IpcUse;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.tables.IngestTables.Quarantined;

/** Reads a release into patents and families; keeps count of every record. */
public final class IngestStage implements Stage {
    private static final long BYTES_PER_PARTITION = 64L << 20;
    private static final int MIN_PARTITIONS = 4;
    /** Settings that families depend on, beside their publications. */
    private static final List<String> RULES = List.of(
            "ingest.country-by",
            "ingest.first-only",
            "ingest.international",
            "ingest.exclude-utility-models",
            "ingest.families");

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String description() {
        return "Read a release of patents into publications and families, quarantining what cannot be taken.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return List.of();
    }

    @Override
    public List<Class<? extends Record>> writes() {
        return List.of(Patent.class, Family.class, IpcUse.class, Quarantined.class, LedgerEntry.class);
    }

    @Override
    public List<Object> settings(Config config) {
        return List.of(config.release().id(), config.release().mode(), config.ingest());
    }

    @Override
    public List<FileRef> files(Config config) {
        List<FileRef> files = new ArrayList<>(files(config.ingest()));
        files.addAll(References.files(config.ingest()));
        return files;
    }

    static List<FileRef> files(Config.Ingest ingest) {
        List<FileRef> files = new ArrayList<>();
        for (Source source : ingest.sources()) {
            String setting = "ingest.sources." + source.name();
            files.add(new FileRef(SourceReader.role(source), setting + ".path", path(ingest, source.path()), true));
            for (int j = 0; source.joins() != null && j < source.joins().size(); j++) {
                files.add(new FileRef(
                        SourceReader.role(source, j),
                        setting + ".joins",
                        path(ingest, source.joins().get(j).path())));
            }
        }
        return files;
    }

    private static String path(Config.Ingest ingest, String path) {
        return Path.of(ingest.dataFolder()).resolve(path).toString();
    }

    @Override
    public boolean buildsOnEarlierRelease() {
        return true;
    }

    @Override
    public void run(StageContext context) {
        context.progress("landing");
        References references = References.load(context);
        Sources sources = Sources.open(context);
        context.progress("normalising");
        Dataset<Row> canonical = sources.canonical(references).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            IngestQuality quality = IngestQuality.of(context, canonical, sources.inputs());
            context.progress("merging");
            Dataset<Row> earlier = context.earlierDataset(Patent.class).orElse(null);
            String release = context.config().release().id();
            boolean snapshot = context.config().release().mode() == Release.Mode.SNAPSHOT;
            try (MergeStep merge =
                    new MergeStep(canonical, quality.accepted(), earlier, release, snapshot, partitions(context))) {
                Ledger ledger = new Ledger(release);
                merge.count(ledger, quality.rejected());
                List<LedgerEntry> entries = new ArrayList<>(ledger.entries(sources.inputs()));
                long before =
                        earlier == null ? 0 : earlier.filter("NOT withdrawn").count();
                quality.gate(entries, before, before == 0 ? 0 : merge.present(before));
                context.progress("writing patents");
                Dataset<Row> changed = merge.changed().select(PatentRows.toTable());
                if (earlier == null) {
                    context.write(Patent.class, changed);
                } else {
                    Carry carry = Carry.of(earlier, "publication_number", merge.replaced(), merge.nReplaced());
                    context.write(Patent.class, changed.unionByName(carry.rows()), carry.files());
                }
                context.progress("writing families");
                writeFamilies(context, earlier, merge);
                writeSymbols(context, earlier, merge, references);
                write(context, canonical, sources, entries);
            }
            conventions(context);
        } finally {
            canonical.unpersist();
        }
    }

    private static void write(
            StageContext context, Dataset<Row> canonical, Sources sources, List<LedgerEntry> entries) {
        context.write(Quarantined.class, quarantined(context, canonical, sources));
        String release = context.config().release().id();
        for (LedgerEntry e : context.earlierRows(LedgerEntry.class).orElse(List.of())) {
            if (!e.release().equals(release)) {
                noticeChange(context, e, sources);
                entries.add(e);
            }
        }
        context.write(LedgerEntry.class, entries);
    }

    /** Families that no publication of this release touches stay as they are, where code and rules are the same. */
    private static void writeFamilies(StageContext context, Dataset<Row> earlierPatents, MergeStep merge) {
        Dataset<Row> patents = context.dataset(Patent.class);
        Families.Rules rules = Families.Rules.of(context.config().ingest());
        Optional<Dataset<Row>> earlier = context.earlierDataset(Family.class);
        if (earlier.isEmpty() || !context.earlierAgreesOn(RULES)) {
            context.write(Family.class, FamilyStep.families(patents, rules, partitions(context)));
            return;
        }
        Dataset<Row> touched = FamilyStep.touched(
                        patents,
                        merge.replacedOf(earlierPatents),
                        context.config().release().id())
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Carry carry = Carry.of(earlier.get(), "family_id", touched, touched.count());
            Dataset<Row> again =
                    patents.join(touched, patents.col("family_id").equalTo(touched.col("x_key")), "left_semi");
            context.write(
                    Family.class,
                    FamilyStep.families(again, rules, partitions(context)).unionByName(carry.rows()),
                    carry.files());
        } finally {
            touched.unpersist();
        }
    }

    private static void writeSymbols(
            StageContext context, Dataset<Row> earlier, MergeStep merge, References references) {
        Dataset<Row> patents = context.dataset(Patent.class);
        Optional<List<IpcUse>> before = context.earlierRows(IpcUse.class);
        boolean few = context.config().release().mode() == Release.Mode.INCREMENT;
        Map<String, Long> counts = few && earlier != null && before.isPresent()
                ? IpcUses.counts(
                        before.get(),
                        merge.replacedOf(earlier),
                        patents.filter(functions
                                .col("last_release")
                                .equalTo(context.config().release().id())))
                : IpcUses.counts(patents);
        context.write(
                IpcUse.class,
                IpcUses.of(
                        counts,
                        references.inventory(),
                        references.titles(),
                        context.config().ingest().languages()));
    }

    /** A file may be replaced under its name; that it was is said. */
    private static void noticeChange(StageContext context, LedgerEntry earlier, Sources sources) {
        for (Input input : sources.inputs()) {
            FileId file = input.file();
            boolean sameName =
                    file.source().equals(earlier.source()) && file.name().equals(earlier.file());
            if (sameName && !file.sha256().equals(earlier.fileSha256())) {
                context.quality(
                        "file_changed",
                        file.source() + "/" + file.name(),
                        1.0,
                        "other bytes than the file of this name in release " + earlier.release());
            }
        }
    }

    private static Dataset<Row> quarantined(StageContext context, Dataset<Row> canonical, Sources sources) {
        String release = context.config().release().id();
        List<Column> files = new ArrayList<>();
        for (Input input : sources.inputs()) {
            files.add(functions.struct(
                    functions.lit(input.file().sha256()).as("sha256"),
                    functions.lit(input.file().source()).as("source"),
                    functions.lit(input.file().name()).as("name")));
        }
        Column file = functions.get(functions.array(files.toArray(Column[]::new)), functions.col("file_no"));
        Dataset<Row> rows = canonical
                .filter("NOT accepted")
                .withColumn("of", file)
                .select(
                        functions.lit(release).as("release"),
                        functions.col("of.sha256").as("file_sha256"),
                        functions.col("record_no"),
                        functions.col("of.source").as("source"),
                        functions.col("of.name").as("file"),
                        functions.col("reason"),
                        functions.col("detail"),
                        functions.col("raw"));
        return context.earlierDataset(Quarantined.class)
                .map(earlier ->
                        rows.unionByName(earlier.filter(functions.col("release").notEqual(release))))
                .orElse(rows);
    }

    private static void conventions(StageContext context) {
        Config config = context.config();
        context.convention(
                "ingest.family",
                "GIVEN",
                "A family is the one that the source gives, else one derived from listed members, a shared application"
                        + " or a shared priority, also of other sources, else the publication itself; its title and text are those of its earliest publication (OECD Patent Statistics Manual"
                        + " 2009)");
        context.convention(
                "ingest.country",
                config.ingest().countryBy() + (config.ingest().firstOnly() ? ", first only" : ", fractional"),
                "Whose country a family counts for; shares sum to 1 per family, and an unknown country stays UNKNOWN");
        context.convention(
                "ingest.year",
                "EARLIEST_PRIORITY",
                "Year of the earliest priority, else of filing; the youngest "
                        + config.release().truncatedYears() + " years are incomplete and are not trended");
        context.convention(
                "ingest.international",
                config.ingest().international().toString(),
                "Which families count as international; the gap is reported with and without this filter");
        context.convention(
                "ingest.release",
                config.release().mode().toString(),
                "SNAPSHOT: what the release lacks is withdrawn; INCREMENT: withdrawals are marked");
    }

    /** A number that the data give, so that it does not depend on the machine. */
    private static int partitions(StageContext context) {
        long bytes = 0;
        for (Source source : context.config().ingest().sources()) {
            bytes += context.files(SourceReader.role(source)).stream()
                    .mapToLong(f -> f.bytes() * (f.path().toString().endsWith(".gz") ? 4 : 1))
                    .sum();
        }
        return Math.toIntExact(Math.max(MIN_PARTITIONS, bytes / BYTES_PER_PARTITION));
    }
}
