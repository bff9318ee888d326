package org.smssev.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.smssev.common.config.Config;
import org.smssev.common.stage.Stage;
import org.smssev.common.table.TableDef;
import org.smssev.jobs.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs one stage; those before it must be up to date. */
@Command(mixinStandardHelpOptions = true)
final class StageCommand implements Callable<Integer> {
    private final String stage;

    @Mixin
    private Project project;

    @Option(names = "--force", description = "Compute the stage even if it is up to date.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    StageCommand(String stage) {
        this.stage = stage;
    }

    /** What a stage reads and writes, for its help. */
    static String tables(Stage stage) {
        return "Reads " + names(stage.reads()) + ". Writes "
                + (stage.writes().isEmpty() && !stage.artifacts().isEmpty()
                        ? String.join(", ", stage.artifacts())
                        : names(stage.writes())
                                + (stage.artifacts().isEmpty() ? "" : ", " + String.join(", ", stage.artifacts())))
                + ".";
    }

    /** When a stage that runs alone publishes, for its help. */
    static String publishing() {
        return "The stages before it must be up to date. Readers see the new tables when all other stages are up to date,"
                + " or after the next `smssev run`.";
    }

    private static String names(List<Class<? extends Record>> tables) {
        return tables.isEmpty()
                ? "no table"
                : String.join(
                        ", ", tables.stream().map(t -> TableDef.of(t).name()).toList());
    }

    @Override
    public Integer call() {
        Config config = project.config();
        var out = spec.commandLine().getOut();
        try {
            Runner.Outcome outcome = project.runner(config, out).run(new Runner.Request(stage, stage, force));
            RunCommand.report(outcome, config, project, out);
            return 0;
        } finally {
            project.close();
        }
    }
}
