package org.smssev.jobs.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.smssev.common.config.Config;
import org.smssev.jobs.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the flow, computing what is not up to date, and publishes the result. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Compute what is not up to date, and publish the result.",
            "If a run is killed, start it again. It continues after the last finished stage."
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private Project project;

    @Option(
            names = "--from",
            paramLabel = "STAGE",
            description = "First stage to compute. The stages before it must be up to date.")
    private String from;

    @Option(names = "--to", paramLabel = "STAGE", description = "Last stage to compute.")
    private String to;

    @Option(names = "--force", description = "Compute the stages even if they are up to date.")
    private boolean force;

    @Option(
            names = "--dry-run",
            description = "Show what would be computed, why, and how much memory it takes. Writes nothing.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Config config = project.config();
        var out = spec.commandLine().getOut();
        try {
            Runner runner = project.runner(config, out);
            if (dryRun) {
                DryRun.print(runner.forecast(), Runtime.getRuntime().maxMemory(), out);
                return 0;
            }
            report(runner.run(new Runner.Request(from, to, force)), config, project, out);
            return 0;
        } finally {
            project.close();
        }
    }

    static void report(Runner.Outcome outcome, Config config, Project project, java.io.PrintWriter out) {
        if (project.quiet()) {
            return;
        }
        if (outcome.published()) {
            out.println(String.format(
                    Locale.ROOT,
                    "%nPublished run %s of release %s in %.1f s",
                    outcome.runId(),
                    config.release().id(),
                    outcome.seconds()));
            out.println("Tables  " + config.warehouse());
            // A first run that stops earlier has none.
            if (outcome.computed().contains("report")) {
                out.println("Report  " + config.warehouse() + "/report/report.html");
            }
        } else if (outcome.computed().isEmpty() && outcome.holds()) {
            out.println("Nothing new. Run " + outcome.runId() + " is up to date.");
        } else {
            String computed = outcome.computed().isEmpty()
                    ? "Nothing new to compute."
                    : "Computed " + String.join(", ", outcome.computed()) + ".";
            out.println(computed + " Readers see run " + outcome.runId() + " until `" + project.command("run")
                    + "` publishes a new one.");
        }
    }
}
