package org.smssev.jobs.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.smssev.common.SideBySide;
import org.smssev.common.config.Config;
import org.smssev.common.config.Config.Release;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.config.IngestConfig.Source;
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
    /** How many times its size a packed file may hold; a guess, for the number of partitions only. */
    private static final int PACKED = 4;

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

    static List<FileRef> files(IngestConfig ingest) {
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

    private static String path(IngestConfig ingest, String path) {
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
        try (KeptRows kept = new KeptRows(sources.canonical(references))) {
            Dataset<Row> canonical = kept.rows();
            Census census = Census.of(canonical);
            IngestQuality quality = IngestQuality.of(context, census, sources.files());
            context.progress("merging");
            Dataset<Row> earlier = context.earlierDataset(Patent.class).orElse(null);
            String release = context.config().release().id();
            boolean snapshot = context.config().release().mode() == Release.Mode.SNAPSHOT;
            try (MergeStep merge = new MergeStep(canonical, census, earlier, release, snapshot, partitions(context))) {
                Ledger ledger = new Ledger(release);
                merge.count(ledger, census.rejected());
                List<LedgerEntry> entries = new ArrayList<>(ledger.entries(sources.files()));
                long before =
                        earlier == null ? 0 : earlier.filter("NOT withdrawn").count();
                quality.gate(entries, before, before == 0 ? 0 : merge.present(before));
                context.progress("writing patents and families");
                Dataset<Row> changed = merge.changed().select(PatentRows.toTable());
                List<Runnable> writes = new ArrayList<>();
                Dataset<Row> patents;
                if (earlier == null) {
                    patents = changed;
                    writes.add(() -> context.write(Patent.class, changed));
                } else {
                    Carry carry = Carry.of(earlier, "publication_number", merge.replaced(), merge.nReplaced());
                    context.write(Patent.class, changed.unionByName(carry.rows()), carry.files());
                    patents = context.dataset(Patent.class);
                }
                writes.add(() -> writeFamilies(context, patents, earlier, merge, census));
                writes.add(() -> {
                    writeSymbols(context, patents, earlier, merge, references);
                    write(context, canonical, sources, entries);
                });
                // None reads what another writes, and each has work for one core only.
                SideBySide.run(2, writes);
            }
            IngestConventions.record(context);
        }
    }

    private static void write(
            StageContext context, Dataset<Row> canonical, Sources sources, List<LedgerEntry> entries) {
        boolean none = entries.stream().allMatch(e -> e.quarantined() == 0)
                && context.earlierDataset(Quarantined.class).isEmpty();
        if (none) {
            context.write(Quarantined.class, List.of());
        } else {
            context.write(Quarantined.class, Quarantine.of(context, canonical, sources));
        }
        String release = context.config().release().id();
        List<LedgerEntry> before = context.earlierRows(LedgerEntry.class).orElse(List.of()).stream()
                .filter(e -> !e.release().equals(release))
                .toList();
        noticeChanges(context, before, sources);
        entries.addAll(before);
        context.write(LedgerEntry.class, entries);
    }

    /** Families that no publication of this release touches stay as they are, where code and rules are the same. */
    private static void writeFamilies(
            StageContext context, Dataset<Row> patents, Dataset<Row> earlierPatents, MergeStep merge, Census census) {
        Families.Rules rules = Families.Rules.of(context.config().ingest());
        boolean givesAll = givesAll(context, earlierPatents);
        if (givesAll && !census.families().isFull()) {
            try (Repeats several =
                    new Repeats(context.spark(), census.families().repeated())) {
                context.write(Family.class, FamilyStep.families(patents, several, rules, partitions(context)));
            }
            return;
        }
        Optional<Dataset<Row>> earlier = context.earlierDataset(Family.class);
        if (givesAll || earlier.isEmpty() || !context.earlierAgreesOn(RULES)) {
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

    /** Whether all that is not withdrawn is of records of this release, which the census counted. */
    private static boolean givesAll(StageContext context, Dataset<Row> earlierPatents) {
        return earlierPatents == null || context.config().release().mode() == Release.Mode.SNAPSHOT;
    }

    private static void writeSymbols(
            StageContext context, Dataset<Row> patents, Dataset<Row> earlier, MergeStep merge, References references) {
        Optional<List<IpcUse>> before = context.earlierRows(IpcUse.class);
        Map<String, Long> counts = !givesAll(context, earlier) && before.isPresent()
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

    /** A file may be replaced under its name; that it was is said, against the last release that read one of that name. */
    private static void noticeChanges(StageContext context, List<LedgerEntry> before, Sources sources) {
        for (Input.Read read : sources.files()) {
            FileId file = read.file();
            before.stream()
                    .filter(e -> e.source().equals(file.source()) && e.file().equals(file.name()))
                    .max(Comparator.comparing(LedgerEntry::release))
                    .filter(e -> !e.fileSha256().equals(file.sha256()))
                    .ifPresent(e -> context.quality(
                            "file_changed",
                            file.source() + "/" + file.name(),
                            1.0,
                            "other bytes than the file of this name in release " + e.release()));
        }
    }

    /** A number that the data give, so that it does not depend on the machine. */
    private static int partitions(StageContext context) {
        long bytes = 0;
        for (Source source : context.config().ingest().sources()) {
            bytes += context.files(SourceReader.role(source)).stream()
                    .mapToLong(f ->
                            f.bytes() * (f.name().endsWith(".gz") || f.name().endsWith(".zip") ? PACKED : 1))
                    .sum();
        }
        return partitions(bytes);
    }

    /** Partitions for so many bytes of text. */
    static int partitions(long bytes) {
        return Math.toIntExact(Math.max(MIN_PARTITIONS, bytes / BYTES_PER_PARTITION));
    }
}
