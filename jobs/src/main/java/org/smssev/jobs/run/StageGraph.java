package org.smssev.jobs.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.smssev.common.stage.Stage;
import org.smssev.common.table.TableDef;
import org.smssev.common.tables.MetaTables;

/** The order of stages, which follows from what they read and write. */
public final class StageGraph {
    private StageGraph() {}

    /**
     * The stages, each after those whose tables it reads, otherwise in the given order.
     *
     * @throws IllegalArgumentException if two write one table, one reads a table that none writes, or they form a circle
     */
    public static List<Stage> order(List<Stage> stages) {
        Map<Class<?>, Stage> writer = new HashMap<>();
        for (Stage s : stages) {
            for (Class<?> t : s.writes()) {
                Stage other = writer.put(t, s);
                if (other != null) {
                    throw new IllegalArgumentException(s.name() + " and " + other.name() + " both write " + t);
                }
            }
        }
        Set<Stage> done = new LinkedHashSet<>();
        for (Stage s : stages) {
            visit(s, writer, done, new ArrayList<>());
        }
        return List.copyOf(done);
    }

    /**
     * Groups of neighbours in an order of stages that do not read one another and so may run side by side. One that reads
     * the figures of the stages before it begins a group of its own.
     */
    public static List<List<Stage>> sideBySide(List<Stage> ordered) {
        List<List<Stage>> groups = new ArrayList<>();
        Set<Class<?>> written = new HashSet<>();
        for (Stage s : ordered) {
            if (groups.isEmpty() || s.readsFigures() || s.reads().stream().anyMatch(written::contains)) {
                groups.add(new ArrayList<>());
                written.clear();
            }
            groups.get(groups.size() - 1).add(s);
            written.addAll(s.writes());
        }
        return groups;
    }

    private static void visit(Stage s, Map<Class<?>, Stage> writer, Set<Stage> done, List<String> path) {
        if (done.contains(s)) {
            return;
        }
        if (path.contains(s.name())) {
            throw new IllegalArgumentException("Stages read one another in a circle: " + path);
        }
        path.add(s.name());
        for (Class<? extends Record> t : s.reads()) {
            Stage w = writer.get(t);
            if (w == null) {
                throw new IllegalArgumentException(
                        s.name() + " reads " + TableDef.of(t).name() + ", which no stage writes");
            }
            visit(w, writer, done, path);
        }
        path.remove(path.size() - 1);
        done.add(s);
    }

    /** The tables of stages in their order, then those about the runs. */
    public static List<TableDef> tables(List<Stage> stages) {
        return Stream.concat(
                        stages.stream().flatMap(stage -> stage.writes().stream()),
                        Stream.of(
                                MetaTables.Run.class,
                                MetaTables.StageRun.class,
                                MetaTables.Quality.class,
                                MetaTables.Convention.class,
                                MetaTables.Pruned.class))
                .map(TableDef::of)
                .toList();
    }
}
