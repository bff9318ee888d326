package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.smssev.jobs.init.ProjectInit;
import org.smssev.jobs.run.SessionSource;
import org.smssev.jobs.run.SparkSessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts a project in a folder of patent files. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Write a configuration for the patent files of a folder.",
            "Looks at the files of the folder and its subfolders, as inspect does. Writes smssev.yaml, and templates for"
                    + " experts, scores and a list. Replaces no file and asks no question."
        })
final class InitCommand implements Callable<Integer> {
    private static final int N_LISTED = 10;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Folder with the patent files (default: this folder).")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ProjectInit.Outcome outcome;
        try (SessionSource spark = new SessionSource(() -> SparkSessions.open("local[*]", Map.of()))) {
            outcome = new ProjectInit(folder, LocalDate.now(java.time.ZoneId.systemDefault())).run(spark);
        }
        outcome.sources().forEach(source -> out.println("Found      " + source));
        outcome.others().entrySet().stream()
                .limit(N_LISTED)
                .forEach(other -> out.println("Left out   "
                        + InspectCommand.plain(other.getKey() + ", because " + reason(other.getValue()))));
        int more = outcome.others().size() - N_LISTED;
        if (more > 0) {
            out.println("Left out   " + more + " more");
        }
        out.println("Wrote      " + String.join(", ", outcome.written()));
        boolean isHere = folder.toAbsolutePath().normalize().equals(Path.of("").toAbsolutePath());
        String config = isHere
                ? ""
                : " --config "
                        + ShellWord.of(folder.resolve(ProjectInit.FILE_NAME).toString());
        out.println();
        out.println("Next:");
        out.println("  1. Open " + folder.resolve(ProjectInit.FILE_NAME).normalize() + " and check the lines marked"
                + " DECIDE. The focal country is " + outcome.country() + " for now.");
        out.println("  2. smssev run" + config);
        return 0;
    }

    /** The first sentence of a message, without the folder in front. */
    private String reason(String message) {
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^\\Q" + folder + "\\E/?", "")
                .replaceFirst("\\. [A-Z].*", ".");
    }
}
