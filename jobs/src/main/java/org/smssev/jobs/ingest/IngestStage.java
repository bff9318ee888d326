package org.smssev.jobs.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.config.Config.Release;
import org.smssev.common.config.Config.Source;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.tables.IngestTables.Quarantined;

/** Reads a release into patents and families; keeps count of every record. */
public final class IngestStage implements Stage {
    private static final long BYTES_PER_PARTITION = 64L << 20;
    private static final int MIN_PARTITIONS = 4;

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
        return List.of(Patent.class, Family.class, Quarantined.class, LedgerEntry.class);
    }

    @Override
    public List<Object> settings(Config config) {
        return List.of(config.release().id(), config.release().mode(), config.ingest());
    }

    @Override
    public List<FileRef> files(Config config) {
        return files(config.ingest());
    }

    static List<FileRef> files(Config.Ingest ingest) {
        List<FileRef> files = new ArrayList<>();
        for (Source source : ingest.sources()) {
            String setting = "ingest.sources." + source.name();
            files.add(new FileRef(SourceReader.role(source), setting + ".path", path(ingest, source.path())));
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
        List<SourceReader> sources = sources(context);
        context.progress("landing");
        Set<String> seen = new HashSet<>();
        List<SourceFile> files = new ArrayList<>();
        sources.forEach(s -> files.addAll(s.open(seen)));
        context.progress("normalising and merging");
        Dataset<Row> outcomes = outcomes(context, sources).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Ledger ledger = IngestQuality.record(context, outcomes);
            Map<String, Long> read = new HashMap<>();
            sources.forEach(s -> read.putAll(s.read()));
            List<LedgerEntry> entries = new ArrayList<>(ledger.entries(files, read));
            IngestQuality.gate(context, entries);
            context.progress("writing");
            write(context, outcomes, files, entries);
            conventions(context);
        } finally {
            outcomes.unpersist();
        }
    }

    private static void conventions(StageContext context) {
        Config config = context.config();
        context.convention(
                "ingest.family",
                "GIVEN",
                "A family is the one that the source gives, else one derived from shared members, else the publication"
                        + " itself; its title and text are those of its earliest publication (OECD Patent Statistics Manual"
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

    private static List<SourceReader> sources(StageContext context) {
        Landing landing = new Landing(
                context.spark(),
                context.config().warehouse(),
                context.config().release().id());
        List<SourceReader> readers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Source source : context.config().ingest().sources()) {
            if (!names.add(source.name())) {
                throw new UserException(
                        Exit.USAGE, "ingest.sources: two sources are named '" + source.name() + "'; rename one");
            }
            readers.add(new SourceReader(context, landing, source, readers.size()));
        }
        return readers;
    }

    private static Dataset<Row> outcomes(StageContext context, List<SourceReader> sources) {
        FamilyIds families = new FamilyIds();
        sources.forEach(s -> s.connect(families));
        Map<String, String> familyOf = families.families();
        List<Dataset<Row>> parts = new ArrayList<>();
        sources.forEach(s -> parts.addAll(s.canonical(familyOf)));
        context.earlierDataset(Patent.class).map(MergeStep::earlier).ifPresent(parts::add);
        Dataset<Row> canonical = parts.stream()
                .reduce(Dataset::union)
                .orElseGet(() -> context.spark().createDataFrame(List.<Row>of(), SourceReader.SCHEMA));
        boolean snapshot = context.config().release().mode() == Release.Mode.SNAPSHOT;
        return MergeStep.merge(canonical, snapshot, partitions(context));
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

    private static void write(
            StageContext context, Dataset<Row> outcomes, List<SourceFile> files, List<LedgerEntry> entries) {
        String release = context.config().release().id();
        Dataset<Row> patents = outcomes.filter("patent IS NOT NULL");
        context.write(Patent.class, patents.select(PatentRows.toTable("patent.")));
        context.write(
                Family.class,
                FamilyStep.families(
                        patents.select("patent.*"),
                        Families.Rules.of(context.config().ingest()),
                        partitions(context)));
        context.write(Quarantined.class, quarantined(context, outcomes, files));
        context.earlierRows(LedgerEntry.class)
                .ifPresent(earlier -> earlier.stream()
                        .filter(e -> !e.release().equals(release))
                        .forEach(entries::add));
        context.write(LedgerEntry.class, entries);
    }

    private static Dataset<Row> quarantined(StageContext context, Dataset<Row> outcomes, List<SourceFile> files) {
        String release = context.config().release().id();
        Map<String, String> names = new LinkedHashMap<>();
        files.forEach(f -> names.put(f.sha256(), f.fileName()));
        List<Column> pairs = new ArrayList<>();
        names.forEach((sha, name) -> {
            pairs.add(functions.lit(sha));
            pairs.add(functions.lit(name));
        });
        Column file = functions.element_at(functions.map(pairs.toArray(Column[]::new)), functions.col("file_sha256"));
        Dataset<Row> rows = outcomes.filter("outcome = 'QUARANTINED'")
                .select(
                        functions.lit(release).as("release"),
                        functions.col("file_sha256"),
                        functions.col("record_no"),
                        functions.col("source"),
                        file.as("file"),
                        functions.col("reason"),
                        functions.col("detail"),
                        functions.col("raw"));
        return context.earlierDataset(Quarantined.class)
                .map(earlier ->
                        rows.unionByName(earlier.filter(functions.col("release").notEqual(release))))
                .orElse(rows);
    }
}
