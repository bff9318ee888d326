package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.smssev.common.table.TableDef;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.Stages;
import org.smssev.jobs.run.Harm;
import org.smssev.jobs.run.RunHistory;

/** A warehouse on the demo's input whose runs are disturbed. */
final class Disturbed {
    final Demo demo;
    final Path warehouse;
    private final Path config;

    Disturbed(Demo demo, Path warehouse) {
        this(demo, warehouse, demo.config);
    }

    Disturbed(Demo demo, Path warehouse, Path config) {
        this.demo = demo;
        this.warehouse = warehouse;
        this.config = config;
    }

    /** A copy of the demo's warehouse as it stands. */
    static Disturbed copy(Demo demo, String name) {
        Path folder = Demo.folder(name);
        Demo.copy(demo.warehouse, folder);
        return new Disturbed(demo, folder);
    }

    /** Every point at which a run can be killed, in the order of the flow, the points of a stage under its name. */
    static List<Point> points() {
        List<Point> points = new ArrayList<>();
        Stages.all().forEach(stage -> {
            points.add(new Point(stage.name(), "start " + stage.name()));
            stage.writes()
                    .forEach(t -> points.add(
                            new Point(stage.name(), "commit " + TableDef.of(t).name())));
            points.add(new Point(stage.name(), "end " + stage.name()));
        });
        Stream.of("publish", "published", "mirror away").forEach(p -> points.add(new Point("", p)));
        return points;
    }

    /** A point of a stage, or of the publication where the stage is empty. */
    record Point(String stage, String name) {}

    /** A run in this process. */
    Console run(String... more) {
        return Console.run(arguments("local[2]", more));
    }

    /** A run in this process that ends where it stands at a point: what a crash leaves, but for the lock. */
    void killAt(String point, String... more) {
        try (Harm harm = Harm.kill(point)) {
            AtomicReference<Console> console = new AtomicReference<>();
            Throwable end = catchThrowable(() -> console.set(run(more)));
            assertThat(harm.done()).as(point + " is reached by " + console).isTrue();
            assertThat(end).as(point).isInstanceOf(Harm.Killed.class);
        }
    }

    /** A run in a process of its own, with further options of the JVM. */
    Child start(String name, List<String> options, String master, String... more) {
        return Child.smssev(
                Demo.folder(warehouse.getFileName() + "-" + name + ".log"), options, arguments(master, more));
    }

    private String[] arguments(String master, String... more) {
        List<String> args = new ArrayList<>(
                List.of("run", "--config", config.toString(), "--warehouse", warehouse.toString(), "--master", master));
        args.addAll(Arrays.asList(more));
        return args.toArray(String[]::new);
    }

    List<MetaTables.Run> runs() {
        return RunHistory.read(TableDigest.warehouse(warehouse), MetaTables.Run.class);
    }

    RunHistory history() {
        return new RunHistory(TableDigest.warehouse(warehouse));
    }

    /** Nothing lost, doubled or half published: what is there is one whole run, as an undisturbed one makes it. */
    void isWhole() {
        TableDigest.assertSame(TableDigest.of(warehouse), demo.tables);
        String run = history().latest().orElseThrow().runId();
        List<GradeTables.History> grades = TableDigest.published(warehouse, GradeTables.History.class);
        assertThat(grades.stream().filter(h -> h.runId().equals(run)))
                .as("grades of the published run in grade.history")
                .hasSameSizeAs(demo.tables.get("grade.technologies"))
                .doesNotHaveDuplicates();
        assertThat(warehouse.resolve("mirror").resolve("manifest.json"))
                .content()
                .contains(run);
        assertThat(warehouse.resolve("report").resolve("run.json")).content().contains("\"run_id\" : \"" + run + "\"");
        assertThat(Files.exists(warehouse.resolve("_lock"))).isFalse();
        assertThat(run().out()).contains("Nothing new. Run " + run);
    }
}
