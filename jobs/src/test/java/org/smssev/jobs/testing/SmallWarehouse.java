package org.smssev.jobs.testing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.MetaTables;
import org.smssev.common.tables.ScreenTables;

/** A warehouse of a few small tables with runs, made without Spark. */
public final class SmallWarehouse {
    private final Warehouse warehouse;
    private final List<MetaTables.TableVersion> versions = new ArrayList<>();
    private int runs;

    /** An empty one in a folder. */
    public SmallWarehouse(Path folder) {
        warehouse = new Warehouse(folder.toString(), new Configuration());
    }

    /** The warehouse. */
    public Warehouse warehouse() {
        return warehouse;
    }

    /** Replaces the graded list by technologies that have these names, and ids T1, T2, … */
    public SmallWarehouse technologies(String... names) {
        List<GradeTables.Technology> rows = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            rows.add(technology("T" + (i + 1), names[i], 9.5 - i));
        }
        return write(GradeTables.Technology.class, rows);
    }

    /** Replaces a table. */
    public <T extends Record> SmallWarehouse write(Class<T> type, List<T> rows) {
        return version(type, warehouse.overwrite(type, rows));
    }

    /** Takes a version that was written otherwise. */
    public SmallWarehouse at(Class<? extends Record> type, long version) {
        return version(type, version);
    }

    private SmallWarehouse version(Class<? extends Record> type, long version) {
        String name = TableDef.of(type).name();
        versions.removeIf(v -> v.table().equals(name));
        versions.add(new MetaTables.TableVersion(name, version));
        return this;
    }

    /** Publishes what was written as a run, with a row in grade.history for each technology. */
    public MetaTables.Run publish(String runId) {
        List<GradeTables.History> history = versions.stream()
                .filter(v -> v.table().equals("grade.technologies"))
                .flatMap(v -> warehouse.read(GradeTables.Technology.class, v.version()).stream())
                .map(t -> new GradeTables.History(runId, t.technologyId(), "2026-01", t.nameEn(), t.score(), t.level()))
                .toList();
        warehouse.append(GradeTables.History.class, history, runId + "/grade.history");
        version(
                GradeTables.History.class,
                warehouse.head(TableDef.of(GradeTables.History.class)).orElseThrow());
        Instant time = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(++runs);
        MetaTables.Run run = new MetaTables.Run(
                runId,
                "PUBLISHED",
                "2026-01",
                time,
                time,
                "code",
                null,
                List.copyOf(versions),
                List.of(),
                "x",
                null,
                null);
        warehouse.append(MetaTables.Run.class, List.of(run), runId + "/meta.runs");
        return run;
    }

    /** Rows of a large table. */
    public static List<ScreenTables.CandidateFamily> families(String... ids) {
        return Arrays.stream(ids)
                .map(id -> new ScreenTables.CandidateFamily("T1", id, 1))
                .toList();
    }

    private static GradeTables.Technology technology(String id, String name, double score) {
        return new GradeTables.Technology(
                id,
                name,
                null,
                "Materials",
                score,
                score >= 8.5 ? "LEVEL_1" : "LEVEL_2",
                null,
                null,
                null,
                "OK",
                null,
                null,
                0.75,
                0.25,
                0.0,
                0.0,
                null,
                null,
                false,
                List.of(),
                null,
                null,
                null,
                List.of("PATENT", "LIST"),
                5,
                "SCORE",
                List.of("score=" + score),
                "because",
                "因为");
    }
}
