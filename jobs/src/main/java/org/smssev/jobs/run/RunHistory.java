package org.smssev.jobs.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final BinaryOperator<Instant> FIRST = BinaryOperator.minBy(Comparator.naturalOrder());

    private final Warehouse warehouse;
    private final List<MetaTables.Run> runs;
    private final List<MetaTables.StageRun> stages;
    private final Set<MetaTables.TableVersion> pruned;
    private final Map<String, Long> heads = new ConcurrentHashMap<>();

    /** Reads the meta tables of a warehouse; an empty one has no history. */
    public RunHistory(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.runs = runs(warehouse);
        this.stages = read(warehouse, MetaTables.StageRun.class).stream()
                .sorted(Comparator.comparing(MetaTables.StageRun::startedAt).thenComparing(MetaTables.StageRun::runId))
                .toList();
        this.pruned = read(warehouse, MetaTables.Pruned.class).stream()
                .map(p -> new MetaTables.TableVersion(p.table(), p.version()))
                .collect(Collectors.toSet());
    }

    private static List<MetaTables.Run> runs(Warehouse warehouse) {
        return read(warehouse, MetaTables.Run.class).stream()
                .sorted(Comparator.comparing(MetaTables.Run::startedAt).thenComparing(MetaTables.Run::runId))
                .toList();
    }

    /** The run that readers see, where nothing else is asked for. */
    static Optional<MetaTables.Run> latest(Warehouse warehouse) {
        return latest(published(runs(warehouse)));
    }

    /** All rows of an append-only table. */
    public static <T extends Record> List<T> read(Warehouse warehouse, Class<T> type) {
        OptionalLong head = warehouse.head(TableDef.of(type));
        return head.isEmpty() ? List.of() : warehouse.read(type, head.getAsLong());
    }

    /** The published runs, oldest first. */
    public List<MetaTables.Run> published() {
        return published(runs);
    }

    private static List<MetaTables.Run> published(List<MetaTables.Run> runs) {
        return runs.stream().filter(r -> r.status().equals("PUBLISHED")).toList();
    }

    /** The run that readers see. */
    public Optional<MetaTables.Run> latest() {
        return latest(published());
    }

    private static Optional<MetaTables.Run> latest(List<MetaTables.Run> published) {
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
                        runId + ": no such published run in " + warehouse.path() + ". "
                                + (published().isEmpty()
                                        ? "No run is published. Run `smssev run` first."
                                        : published().stream()
                                                .map(r -> r.runId() + " (" + r.release() + ")")
                                                .collect(Collectors.joining(", ", "Choose one of ", ".")))));
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
                    "run " + run.runId() + " (" + run.release()
                            + "): `smssev vacuum` removed its tables. Only its row in"
                            + " meta.runs and its grades in grade.history are left."
                            + published().stream()
                                    .filter(r -> !isPruned(r))
                                    .map(r -> r.runId() + " (" + r.release() + ")")
                                    .collect(Collectors.joining(", ", " Choose one of ", ".")));
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

    /**
     * Computations of stages since the last publication, oldest first; none where nothing was published. Also older ones of
     * releases that are waited for, as others were only published again since.
     */
    List<MetaTables.StageRun> unpublished() {
        if (latest().isEmpty()) {
            return List.of();
        }
        Instant last = latest().get().endedAt();
        return computedAfter(lastOfANewRelease()).stream()
                .filter(stage -> stage.startedAt().isAfter(last) || !isOfPublished(stage))
                .toList();
    }

    /** Whether all releases that a computation read are published; those of other stages than the first read none. */
    private boolean isOfPublished(MetaTables.StageRun stage) {
        Set<String> published =
                published().stream().map(MetaTables.Run::release).collect(Collectors.toSet());
        return published.containsAll(readBy(stage));
    }

    /**
     * When a release was last published that had not been before. One that is published again brings nothing of what was
     * begun since then.
     */
    private Instant lastOfANewRelease() {
        Instant last = Instant.MIN;
        Set<String> releases = new HashSet<>();
        for (MetaTables.Run run : published()) {
            if (releases.add(run.release())) {
                last = run.endedAt();
            }
        }
        return last;
    }

    private List<MetaTables.StageRun> computedAfter(Instant last) {
        return stages.stream().filter(s -> s.startedAt().isAfter(last)).toList();
    }

    /**
     * Names of other releases that were begun since the last publication of a new one and are those of no published run: those
     * that were read, and those of runs that failed before this one was begun, as what comes after it waits for it; also of
     * published ones on which what this release builds on does not build.
     * Those that were begun first come first. For a release that was published before only those
     * that it builds on and that build on what another was before it was computed again.
     */
    Set<String> leftOutBy(String release) {
        Set<String> leftOut = staleBelow(release);
        if (published().stream().anyMatch(run -> run.release().equals(release))) {
            return inTheirOrder(leftOut, Map.of());
        }
        Instant last = lastOfANewRelease();
        Set<String> read = new HashSet<>();
        Map<String, Instant> begun = new TreeMap<>();
        for (MetaTables.StageRun stage : computedAfter(last)) {
            for (String of : readBy(stage)) {
                read.add(of);
                begun.merge(of, stage.startedAt(), FIRST);
            }
        }
        runs.stream()
                .filter(run -> run.status().equals("FAILED") && run.startedAt().isAfter(last))
                .forEach(run -> begun.merge(run.release(), run.startedAt(), FIRST));
        Map<String, Instant> times = Map.copyOf(begun);
        Instant here = begun.getOrDefault(release, Instant.MAX);
        begun.entrySet()
                .removeIf(other ->
                        !read.contains(other.getKey()) && !other.getValue().isBefore(here));
        published().forEach(run -> begun.remove(run.release()));
        begun.remove(release);
        leftOut.addAll(begun.keySet());
        leftOut.addAll(besideBaseOf(release));
        return inTheirOrder(leftOut, times);
    }

    /** Releases as they were begun first, by runs or, where these left no trace, by computations of such times. */
    private Set<String> inTheirOrder(Set<String> releases, Map<String, Instant> computed) {
        Map<String, Instant> begun = new HashMap<>(computed);
        runs.forEach(run -> begun.merge(run.release(), run.startedAt(), FIRST));
        return releases.stream()
                .sorted(Comparator.comparing((String release) -> begun.getOrDefault(release, Instant.MAX))
                        .thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The releases whose records are in the tables of a computation, if it read any that may not be published. */
    private Set<String> readBy(MetaTables.StageRun stage) {
        if (published().stream().anyMatch(run -> run.runId().equals(stage.runId()))) {
            // It holds its own release and what it builds on, which is published.
            return Set.of();
        }
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
        for (Optional<MetaTables.Run> run = base(release); run.isPresent(); run = run.flatMap(this::baseOf)) {
            chain.add(run.get());
        }
        return chain;
    }

    /** Names of the published releases that build on a release, as they were first published. */
    Set<String> buildingOn(String release) {
        return published().stream()
                .map(MetaTables.Run::release)
                .filter(other -> !other.equals(release)
                        && chain(other).stream().anyMatch(run -> run.release().equals(release)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
     * came after a release that was computed again since.
     */
    private Set<String> besideBaseOf(String release) {
        List<String> builtOn =
                chain(release).stream().map(MetaTables.Run::release).toList();
        Set<String> beside = new TreeSet<>();
        boolean isAfter = false;
        for (MetaTables.Run run : published()) {
            isAfter |= !builtOn.isEmpty() && run.release().equals(builtOn.get(0));
            if (isAfter && !builtOn.contains(run.release())) {
                beside.add(run.release());
            }
        }
        return beside;
    }

    /**
     * Names of the releases on which another builds, down to a snapshot, that build on what a release was before it was
     * computed again, or on one that does.
     */
    private Set<String> staleBelow(String release) {
        Set<String> stale = new TreeSet<>();
        Set<String> passed = new HashSet<>();
        Optional<MetaTables.Run> run = base(release);
        while (run.isPresent() && !isSnapshot(run.get()) && passed.add(run.get().release())) {
            Optional<MetaTables.Run> builtOn = baseOf(run.get());
            Optional<MetaTables.Run> now = builtOn.map(below -> newestOf(below.release()));
            if (!builtOn.flatMap(RunHistory::patents).equals(now.flatMap(RunHistory::patents))) {
                // And with it what builds on it.
                stale.addAll(passed);
            }
            run = now;
        }
        return stale;
    }

    private Optional<MetaTables.Run> baseOf(MetaTables.Run run) {
        return published().stream().filter(r -> r.runId().equals(run.baseRun())).findFirst();
    }

    /**
     * The newest computation of a stage with a fingerprint whose tables still stand. One within other limits counts if it was
     * published: a limit that was lifted for one run would else stop all that come after it, though nothing is new.
     */
    public Optional<MetaTables.StageRun> computed(String stage, String fingerprint) {
        String ofTables = Fingerprint.ofTables(fingerprint);
        return stages.stream()
                .filter(s -> s.stage().equals(stage))
                .filter(s -> s.fingerprint().equals(fingerprint)
                        || Fingerprint.ofTables(s.fingerprint()).equals(ofTables) && isPublished(s))
                .filter(s -> s.outputs().stream().allMatch(this::stands))
                .reduce((a, b) -> b);
    }

    private boolean isPublished(MetaTables.StageRun stage) {
        return !stage.outputs().isEmpty()
                && published().stream().anyMatch(run -> run.tables().containsAll(stage.outputs()));
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
