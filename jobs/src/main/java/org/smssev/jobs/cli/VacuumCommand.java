package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.smssev.common.config.Config;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.Stages;
import org.smssev.jobs.run.Vacuum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes what no kept run needs; starts no Spark. */
@Command(
        name = "vacuum",
        mixinStandardHelpOptions = true,
        description = "Remove the data of old runs.",
        footer = {
            "",
            "The settings run.retention.* say which runs are kept. The history of grades always stays, and so does all",
            "data that `smssev verify` needs for the kept runs."
        })
final class VacuumCommand implements Callable<Integer> {
    @Mixin
    private Project project;

    @Option(names = "--dry-run", description = "List of what would be removed, with sizes. Removes nothing.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Config config = project.config();
        Vacuum vacuum = new Vacuum(Stages.all(), config, project.hadoop(config), Instant.now());
        Vacuum.Outcome outcome = dryRun ? vacuum.plan() : vacuum.run();
        if (!project.quiet()) {
            print(outcome, spec.commandLine().getOut());
        }
        return 0;
    }

    private void print(Vacuum.Outcome outcome, PrintWriter out) {
        out.println("Kept: " + runs(outcome.kept()));
        out.println((dryRun ? "Would be pruned: " : "Pruned: ") + runs(outcome.pruned()));
        int files = 0;
        long bytes = 0;
        for (Vacuum.Item item : outcome.items()) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %-32s %s%,d files, %,.1f MB",
                    item.what(),
                    item.versions() == 0 ? "" : item.versions() + " versions, ",
                    item.files(),
                    item.bytes() / 1e6));
            files += item.files();
            bytes += item.bytes();
        }
        out.println(String.format(
                Locale.ROOT,
                dryRun ? "%,d files, %,.1f MB would be removed" : "%,d files, %,.1f MB removed",
                files,
                bytes / 1e6));
    }

    private static String runs(List<MetaTables.Run> runs) {
        return runs.isEmpty()
                ? "no run"
                : String.join(
                        ", ",
                        runs.stream()
                                .map(r -> r.runId() + " (" + r.release() + ")")
                                .toList());
    }
}
