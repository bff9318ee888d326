package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.smssev.common.config.Config;
import org.smssev.jobs.run.RunHistory;
import org.smssev.jobs.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows which run readers see and which stages are up to date; starts no Spark. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show the published run and which stages are up to date.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private Project project;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Config config = project.config();
        PrintWriter out = spec.commandLine().getOut();
        out.println("Configuration " + project.file());
        RunHistory history = new RunHistory(project.warehouse(config));
        out.println(history.latest()
                .map(r -> "Published     " + "run " + r.runId() + " of release " + r.release() + ", " + r.endedAt())
                .orElse("Published     nothing yet in " + config.warehouse() + "; run `" + project.command("run")
                        + "`"));
        print(project.runner(config, out).states(), out);
        return 0;
    }

    static void print(List<Runner.StageState> states, PrintWriter out) {
        for (Runner.StageState s : states) {
            out.println(String.format(Locale.ROOT, "  %-10s %s", s.stage(), s.reason()));
        }
    }
}
