package org.smssev.jobs.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.GradeTables.Change;
import org.smssev.common.tables.GradeTables.History;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.Stages;
import org.smssev.jobs.grade.Changes;
import org.smssev.jobs.grade.Differences;
import org.smssev.jobs.grade.GradedRun;
import org.smssev.jobs.run.CodeVersion;
import org.smssev.jobs.run.MixedReplay;
import org.smssev.jobs.run.RunHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Tells what moved between two published runs, and why, by computing the scores again; starts no Spark, but to compute the
 * selection again.
 */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Compare two published runs and explain each change.",
        footer = {
            "",
            "The command lists the technologies that entered, left or moved, with the causes of each change. With",
            "--recompute it also separates the causes of entering and leaving. For this it computes the stages up to",
            "supplement again with settings, lists and patents of both runs, which takes up to two more runs."
        })
final class DiffCommand implements Callable<Integer> {
    @Mixin
    private Project project;

    @Option(
            names = "--from-run",
            paramLabel = "R",
            description = "Earlier run (default: the run published before the later one).")
    private String fromRun;

    @Option(names = "--to-run", paramLabel = "R", description = "Later run (default: the last published run).")
    private String toRun;

    @Option(
            names = "--recompute",
            description =
                    "Separate causes also for technologies that entered or left (default: only for those that moved).")
    private boolean recompute;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Config config = project.config();
        Warehouse warehouse = project.warehouse(config);
        RunHistory history = new RunHistory(warehouse);
        List<MetaTables.Run> published = history.published();
        MetaTables.Run to = find(published, toRun, published.size() - 1, "--to-run");
        MetaTables.Run from = find(published, fromRun, published.indexOf(to) - 1, "--from-run");
        history.requireReadable(from);
        history.requireReadable(to);
        DiffText text = new DiffText(from, to, RunInputs.of(history, from), RunInputs.of(history, to));
        text.head();
        PublishedRun later = new PublishedRun(warehouse, to);
        List<Technology> technologies = later.rows(Technology.class);
        Map<String, String> names = new HashMap<>();
        List<History> before = RunHistory.read(warehouse, History.class).stream()
                .filter(row -> row.runId().equals(from.runId()))
                .toList();
        before.forEach(row -> names.put(row.technologyId(), row.nameEn()));
        technologies.forEach(row -> names.put(row.technologyId(), row.nameEn()));
        List<Set<String>> selected = recompute ? selected(config, from, to) : List.of();
        List<Change> changes = changes(new PublishedRun(warehouse, from), later, technologies, before, text, selected);
        text.changes(changes, names);
        if (!recompute) {
            text.notRecomputed(changes);
        }
        spec.commandLine().getOut().println(text);
        return 0;
    }

    private List<Set<String>> selected(Config config, MetaTables.Run from, MetaTables.Run to) {
        try {
            return new MixedReplay(
                            Stages.all(),
                            config,
                            project.hadoop(config),
                            project.session(config),
                            project.progress(spec.commandLine().getOut()))
                    .between(from, to);
        } finally {
            project.close();
        }
    }

    private static List<Change> changes(
            PublishedRun earlier,
            PublishedRun later,
            List<Technology> technologies,
            List<History> before,
            DiffText text,
            List<Set<String>> selected) {
        try {
            GradedRun then = GradedRun.read(
                    earlier.run().codeVersion(), earlier.run().settings(), earlier.rows(Technology.class), earlier);
            GradedRun now =
                    GradedRun.read(later.run().codeVersion(), later.run().settings(), technologies, later);
            boolean hasOtherPatents =
                    !earlier.version(IngestTables.Patent.class).equals(later.version(IngestTables.Patent.class))
                            && text.haveOtherFiles("ingest");
            return Changes.of(then, now, Differences.of(then, now, hasOtherPatents), CodeVersion.current(), selected);
        } catch (UserException e) {
            if (before.isEmpty()) {
                throw e;
            }
            return Changes.unexplained(before, technologies, "scores were not computed again: " + e.getMessage());
        }
    }

    private MetaTables.Run find(List<MetaTables.Run> published, String id, int otherwise, String option) {
        if (id == null) {
            if (otherwise < 0) {
                throw new UserException(
                        Exit.INPUT,
                        option + ": no earlier published run to compare with" + PublishedRun.ids(published)
                                + ". Publish another run with `smssev run`, or name a later one with --to-run.");
            }
            return published.get(otherwise);
        }
        return published.stream()
                .filter(run -> run.runId().equals(id))
                .findFirst()
                .orElseThrow(() -> PublishedRun.unknown(published, id, option));
    }
}
