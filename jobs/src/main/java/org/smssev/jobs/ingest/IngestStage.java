package org.smssev.jobs.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.smssev.common.SideBySide;
import org.smssev.common.config.Config;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.table.Digests;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.IpcUse;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.tables.IngestTables.Quarantined;
import org.smssev.jobs.ingest.family.Families;
import org.smssev.jobs.ingest.merge.Merge;
import org.smssev.jobs.ingest.rows.KeptRows;
import org.smssev.jobs.ingest.source.FileId;
import org.smssev.jobs.ingest.source.Input;
import org.smssev.jobs.ingest.source.ReleaseSize;
import org.smssev.jobs.ingest.source.SourceReader;

/** Reads a release into patents and families; keeps count of every record. */
public final class IngestStage implements Stage {
    /** So many records are told by digests at most. */
    private final int most;

    /** The stage. */
    public IngestStage() {
        this(Digests.MOST);
    }

    /** The same where so many records are told by digests at most; of more all are brought together. */
    IngestStage(int most) {
        this.most = most;
    }

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String description() {
        return "Read a release of patents into publications and families.";
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
        return List.of(
                config.release().id(), config.release().mode(), config.ingest().withoutGates());
    }

    @Override
    public List<Object> limits(Config config) {
        return List.of(config.ingest().gates());
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
            String without = ingest.sources().size() > 1 ? "without this source, delete it from the configuration" : "";
            files.add(new FileRef(
                    SourceReader.role(source), setting + ".path", path(ingest, source.path()), true, without));
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
    public boolean mayBeTakenOver(StageContext context) {
        return ReleaseSize.isSnapshot(context) || !LeftOutReleases.isRefused(context);
    }

    @Override
    public void run(StageContext context) {
        context.progress("landing");
        RejectedFile.takeAway(context);
        LeftOutReleases.gate(context, ReleaseSize.isSnapshot(context));
        ReleaseOrder.warn(context);
        if (!ReleaseSize.isSnapshot(context)) {
            RespeltNumbers.warn(context);
        }
        References references = References.load(context);
        AtomicReference<Sources> sources = new AtomicReference<>();
        AtomicReference<EarlierRelease> before = new AtomicReference<>();
        try {
            // Files that are read in place keep the driver busy, the release before the executors.
            SideBySide.run(2, List.of(() -> sources.set(Sources.open(context)), () -> before.set(before(context))));
            // What more there are is not told by digests.
            boolean areTooMany = sources.get().records() > most;
            run(context, references, sources.get(), areTooMany ? null : before.get());
        } finally {
            if (before.get() != null) {
                before.get().close();
            }
        }
        IngestConventions.record(context);
    }

    /**
     * Reads and writes the release.
     *
     * @param before the release that it is held against while it is read; null if it is not
     */
    private void run(StageContext context, References references, Sources sources, EarlierRelease before) {
        context.progress("normalising");
        try (KeptRows kept = new KeptRows(
                context.spark(),
                sources.canonical(references, before == null ? null : before.sketches()),
                CanonicalRows.SCHEMA)) {
            InternalRows canonical = kept.rows();
            Census census = Census.of(canonical, before == null ? null : before.sketches(), most);
            IngestQuality quality = IngestQuality.of(
                    context,
                    census,
                    sources.files(),
                    () -> UnknownTexts.numbers(canonical, sources.files()),
                    () -> UnknownTexts.countries(canonical, sources.files()));
            context.progress("merging");
            try (ReleaseMerge merge = merged(context, canonical, census, before)) {
                Ledger ledger = new Ledger(context.config().release().id());
                merge.count(ledger, census.rejected());
                List<LedgerEntry> entries = new ArrayList<>(ledger.entries(sources.files()));
                long earlier = merge.before();
                quality.gate(
                        entries,
                        () -> Rejections.of(canonical, sources.files()),
                        () -> RejectedFile.write(context, canonical, sources),
                        merge.lacking(quality.records()),
                        earlier,
                        earlier == 0 ? 0 : merge.present(earlier));
                GivenAgain.gateRelease(context, entries);
                context.told(Ledger.described(context.config().release().id(), entries));
                quality.warnOfAbsent(entries, () -> Rejections.ofUnknown(canonical));
                context.progress("write patents and families");
                new ReleaseTables(
                                context,
                                census,
                                ReleaseSize.isSnapshot(context),
                                merge,
                                references,
                                ReleaseSize.partitions(context))
                        .write(() -> write(context, canonical, sources, entries));
            }
        }
    }

    private static ReleaseMerge merged(
            StageContext context, InternalRows canonical, Census census, EarlierRelease before) {
        int partitions = ReleaseSize.partitions(context);
        Merge.Settings settings = new Merge.Settings(
                context.config().release().id(), context.config().ingest().languages());
        Families.Rules rules = Families.Rules.of(context.config().ingest());
        if (before != null) {
            return new SketchMerge(
                    canonical, census, before, rules, settings, ReleaseSize.isSnapshot(context), partitions);
        }
        Optional<StoredTable> earlier = context.earlierTable(Patent.class);
        boolean isSnapshot = ReleaseSize.isSnapshot(context);
        Optional<DigestMerge> merge = isSnapshot && earlier.isPresent()
                ? Optional.empty()
                : DigestMerge.of(canonical, census, earlier, rules, settings, partitions);
        return merge.<ReleaseMerge>map(told -> told)
                .orElseGet(() -> new ShuffledMerge(
                        canonical, census.accepted(), earlier.orElse(null), settings, isSnapshot, partitions));
    }

    /** The release that this one is held against while it is read; null if there is none, or it is too large. */
    private EarlierRelease before(StageContext context) {
        if (!ReleaseSize.isHeld(context)) {
            return null;
        }
        context.progress("read the release before");
        return context.prepared(EarlierRelease.class).or(() -> earlier(context)).orElse(null);
    }

    private Optional<EarlierRelease> earlier(StageContext context) {
        return context.earlierTable(Patent.class).flatMap(table -> EarlierRelease.of(table, most));
    }

    /** What a snapshot is held against does not depend on what it holds. */
    @Override
    public Optional<EarlierRelease> prepare(StageContext context) {
        return ReleaseSize.isSnapshot(context) ? earlier(context) : Optional.empty();
    }

    private static void write(
            StageContext context, InternalRows canonical, Sources sources, List<LedgerEntry> entries) {
        List<LedgerEntry> earlier = context.earlierRows(LedgerEntry.class).orElse(List.of());
        // The ledger tells whether a record of any release was rejected, which saves looking for them.
        if (Stream.concat(entries.stream(), earlier.stream()).allMatch(e -> e.quarantined() == 0)) {
            context.write(Quarantined.class, List.of());
        } else {
            context.write(Quarantined.class, Quarantine.of(context, canonical, sources), List.of());
        }
        String release = context.config().release().id();
        List<LedgerEntry> before =
                earlier.stream().filter(e -> !e.release().equals(release)).toList();
        noticeChanges(context, before, sources);
        if (!ReleaseSize.isSnapshot(context)) {
            GivenAgain.warnOfFiles(context, entries, before);
            References.warnOfOthers(context);
        }
        entries.addAll(before);
        context.write(LedgerEntry.class, entries);
    }

    /** A file may be replaced under its name; that it was is said, against the last release that read one of that name. */
    private static void noticeChanges(StageContext context, List<LedgerEntry> before, Sources sources) {
        List<String> newestFirst = context.earlierReleases();
        for (Input.Read read : sources.files()) {
            FileId file = read.file();
            before.stream()
                    .filter(e -> e.source().equals(file.source()) && e.file().equals(file.name()))
                    .min(Comparator.comparing(e -> newestFirst.indexOf(e.release())))
                    .filter(e -> !e.fileSha256().equals(file.sha256()))
                    .ifPresent(e -> context.quality(
                            "file_changed",
                            file.source() + "/" + file.name(),
                            1.0,
                            "changed since release " + e.release() + ", which has a file of this name"));
        }
    }
}
