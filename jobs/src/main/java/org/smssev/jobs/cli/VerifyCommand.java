package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.jobs.Stages;
import org.smssev.jobs.run.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replays a published run from its record and proves its tables, or names the first row that differs. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Replay a published run and compare its tables.",
        footer = {
            "",
            "The replay uses the recorded inputs and settings, and compares every table row by row. If a row differs, the",
            "command names its table and key and exits with 4."
        })
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private Project project;

    @Option(names = "--run", paramLabel = "R", description = "Run to verify (default: the last published run).")
    private String run;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Config config = project.config();
        PrintWriter out = spec.commandLine().getOut();
        try {
            Verification.Outcome outcome = new Verification(
                            Stages.all(),
                            config,
                            project.hadoop(config),
                            project.session(config),
                            project.progress(out))
                    .verify(run);
            String head = String.format(
                    Locale.ROOT,
                    "Run %s of release %s, replayed in %.1f s: ",
                    outcome.run().runId(),
                    outcome.run().release(),
                    outcome.seconds());
            if (outcome.difference().isPresent()) {
                out.println(head + "DIFFERS in " + outcome.difference().get());
                return Exit.GATE.code();
            }
            out.println(String.format(
                    Locale.ROOT,
                    "%sall %d tables are equal, row by row (%,d rows)",
                    head,
                    outcome.tables(),
                    outcome.rows()));
            return 0;
        } finally {
            project.close();
        }
    }
}
