package org.smssev.jobs.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config.Release.Mode;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.tables.MetaTables;

/** What the meta tables say of earlier runs. */
public final class RunHistory {
    private final Warehouse warehouse;
    private final List<MetaTables.Run> runs;
    private final List<MetaTables.StageRun> stages;
    private final Set<MetaTables.TableVersion> pruned;
    private final Map<String, Long> heads = new HashMap<>();

    /** Reads the meta tables of a warehouse; an empty one has no history. */
    public RunHistory(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.runs = read(warehouse, MetaTables.Run.class).stream()
                .sorted(Comparator.comparing(MetaTables.Run::startedAt).thenComparing(MetaTables.Run::runId))
                .toList();
        this.stages = read(warehouse, MetaTables.StageRun.class).stream()
                .sorted(Comparator.comparing(MetaTables.StageRun::startedAt).thenComparing(MetaTables.StageRun::runId))
                .toList();
        this.pruned = read(warehouse, MetaTables.Pruned.class).stream()
                .map(p -> new MetaTables.TableVersion(p.table(), p.version()))
                .collect(Collectors.toSet());
    }

    /** All rows of an append-only table. */
    public static <T extends Record> List<T> read(Warehouse warehouse, Class<T> type) {
        OptionalLong head = warehouse.head(TableDef.of(type));
        return head.isEmpty() ? List.of() : warehouse.read(type, head.getAsLong());
    }

    /** The published runs, oldest first. */
    public List<MetaTables.Run> published() {
        return runs.stream().filter(r -> r.status().equals("PUBLISHED")).toList();
    }

    /** The run that readers see. */
    public Optional<MetaTables.Run> latest() {
        List<MetaTables.Run> published = published();
        return published.isEmpty() ? Optional.empty() : Optional.of(published.get(published.size() - 1));
    }

    /**
     * A published run.
     *
     * @throws UserException with exit 2, naming those there are, if there is none of that id
     */
    public MetaTables.Run published(String runId) {
        return published().stream()
                .filter(r -> r.runId().equals(runId))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        Exit.USAGE,
                        "No run " + runId + " is published in " + warehouse.path() + "; published are "
                                + (published().isEmpty()
                                        ? "none"
                                        : published().stream()
                                                .map(r -> r.runId() + " (" + r.release() + ")")
                                                .collect(Collectors.joining(", ")))));
    }

    /** Whether vacuum removed data files of a run's tables. */
    public boolean isPruned(MetaTables.Run run) {
        return run.tables().stream().anyMatch(pruned::contains);
    }

    /**
     * Goes on if the tables of a run can be read.
     *
     * @throws UserException with exit 3, if the run was pruned
     */
    public void requireReadable(MetaTables.Run run) {
        if (isPruned(run)) {
            throw new UserException(
                    Exit.INPUT,
                    "Run " + run.runId() + " of release " + run.release() + " was pruned by `smssev vacuum`: its tables"
                            + " can no longer be read. Its row in meta.runs and its grades in grade.history are kept;"
                            + " readable are "
                            + published().stream()
                                    .filter(r -> !isPruned(r))
                                    .map(r -> r.runId() + " (" + r.release() + ")")
                                    .collect(Collectors.joining(", ")));
        }
    }

    /** The version of the program that a run had; empty where the run died before it said so. */
    Optional<String> codeOf(String runId) {
        return runs.stream()
                .filter(r -> r.runId().equals(runId))
                .map(MetaTables.Run::codeVersion)
                .findFirst();
    }

    /** All computations of stages, oldest first. */
    List<MetaTables.StageRun> stages() {
        return stages;
    }

    /** Computations of stages since the last publication, oldest first; none where nothing was published. */
    List<MetaTables.StageRun> unpublished() {
        return latest().map(last -> computedAfter(last.endedAt())).orElse(List.of());
    }

    private List<MetaTables.StageRun> computedAfter(Instant last) {
        return stages.stream().filter(s -> s.startedAt().isAfter(last)).toList();
    }

    /**
     * Names of other releases that were begun since the last publication and are those of no published run: those that were
     * read, and those of runs that failed before this one was begun, as what comes after it waits for it; also of published
     * ones on which what this release builds on does not build. None for a release that was published before.
     */
    Set<String> leftOutBy(String release) {
        if (published().stream().anyMatch(run -> run.release().equals(release))) {
            return Set.of();
        }
        Instant last = latest().map(MetaTables.Run::endedAt).orElse(Instant.MIN);
        Set<String> read = new HashSet<>();
        Map<String, Instant> begun = new TreeMap<>();
        BinaryOperator<Instant> first = BinaryOperator.minBy(Comparator.naturalOrder());
        for (MetaTables.StageRun stage : computedAfter(last)) {
            for (String of : readBy(stage)) {
                read.add(of);
                begun.merge(of, stage.startedAt(), first);
            }
        }
        runs.stream()
                .filter(run -> run.status().equals("FAILED") && run.startedAt().isAfter(last))
                .forEach(run -> begun.merge(run.release(), run.startedAt(), first));
        Instant here = begun.getOrDefault(release, Instant.MAX);
        begun.entrySet()
                .removeIf(other ->
                        !read.contains(other.getKey()) && !other.getValue().isBefore(here));
        published().forEach(run -> begun.remove(run.release()));
        begun.remove(release);
        Set<String> leftOut = new TreeSet<>(begun.keySet());
        leftOut.addAll(besideBaseOf(release));
        return leftOut;
    }

    /** The releases whose records are in the tables of a computation, if it read any. */
    private Set<String> readBy(MetaTables.StageRun stage) {
        return stage.outputs().stream()
                .filter(v -> v.table().equals(TableDef.of(LedgerEntry.class).name()) && stands(v))
                .flatMap(v -> warehouse.read(LedgerEntry.class, v.version()).stream())
                .map(LedgerEntry::release)
                .collect(Collectors.toSet());
    }

    /** The versions of tables that vacuum removed. */
    Set<MetaTables.TableVersion> pruned() {
        return pruned;
    }

    /**
     * The run on which a release builds: the newest of the release that was the last one published before the first run of
     * this release. So a release computed again builds on the release that it built on before, as that is now.
     */
    public Optional<MetaTables.Run> base(String release) {
        MetaTables.Run base = null;
        for (MetaTables.Run r : published()) {
            if (r.release().equals(release)) {
                break;
            }
            base = r;
        }
        return Optional.ofNullable(base).map(run -> newestOf(run.release()));
    }

    /** The runs on which a release builds, the newest first, back to the first release of all. */
    List<MetaTables.Run> chain(String release) {
        List<MetaTables.Run> chain = new ArrayList<>();
        for (Optional<MetaTables.Run> run = base(release); run.isPresent(); ) {
            chain.add(run.get());
            String before = run.get().baseRun();
            run = published().stream().filter(r -> r.runId().equals(before)).findFirst();
        }
        return chain;
    }

    /** Whether a run's release held all there was. */
    private static boolean isSnapshot(MetaTables.Run run) {
        return run.settings().contains(new MetaTables.Setting("release.mode", Mode.SNAPSHOT.name()));
    }

    private static Optional<MetaTables.TableVersion> patents(MetaTables.Run run) {
        return run.tables().stream()
                .filter(t -> t.table().equals(TableDef.of(Patent.class).name()))
                .findFirst();
    }

    private MetaTables.Run newestOf(String release) {
        return published().stream()
                .filter(run -> run.release().equals(release))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    /**
     * Names of releases that were published after that on which another builds, and on which that one does not build: such as
     * came after a release that was computed again since. Also of those that it builds on, down to a snapshot, which build on
     * what a release was before it was computed again.
     */
    private Set<String> besideBaseOf(String release) {
        List<MetaTables.Run> chain = chain(release);
        Set<String> builtOn = chain.stream().map(MetaTables.Run::release).collect(Collectors.toSet());
        Set<String> beside = new TreeSet<>();
        for (int i = 0; i + 1 < chain.size() && !isSnapshot(chain.get(i)); i++) {
            MetaTables.Run below = chain.get(i + 1);
            if (!patents(below).equals(patents(newestOf(below.release())))) {
                beside.add(chain.get(i).release());
            }
        }
        boolean isAfter = false;
        for (MetaTables.Run run : published()) {
            isAfter |= !chain.isEmpty() && run.release().equals(chain.get(0).release());
            if (isAfter && !builtOn.contains(run.release())) {
                beside.add(run.release());
            }
        }
        return beside;
    }

    /** The newest computation of a stage with a fingerprint whose tables still stand. */
    public Optional<MetaTables.StageRun> computed(String stage, String fingerprint) {
        return stages.stream()
                .filter(s -> s.stage().equals(stage) && s.fingerprint().equals(fingerprint))
                .filter(s -> s.outputs().stream().allMatch(this::stands))
                .reduce((a, b) -> b);
    }

    /** The computations whose tables a run holds: of each stage the newest one before its end that wrote them. */
    public List<MetaTables.StageRun> stagesOf(MetaTables.Run run) {
        Map<String, MetaTables.StageRun> byStage = new HashMap<>();
        stages.stream()
                .filter(s ->
                        !s.startedAt().isAfter(run.endedAt()) && !s.outputs().isEmpty())
                .filter(s -> run.tables()
                        .containsAll(
                                s.outputs().stream().filter(this::isReplaced).toList()))
                .forEach(s -> byStage.put(s.stage(), s));
        return List.copyOf(byStage.values());
    }

    /** Whether a table is replaced by each computation; one that is added to has a newer version in later runs. */
    private boolean isReplaced(MetaTables.TableVersion v) {
        return !v.table().equals(TableDef.of(GradeTables.History.class).name());
    }

    /** The newest computation of a stage. */
    public Optional<MetaTables.StageRun> newest(String stage) {
        return stages.stream().filter(s -> s.stage().equals(stage)).reduce((a, b) -> b);
    }

    private boolean stands(MetaTables.TableVersion v) {
        return !pruned.contains(v)
                && heads.computeIfAbsent(v.table(), t -> warehouse.headOf(t).orElse(-1)) >= v.version();
    }
}
