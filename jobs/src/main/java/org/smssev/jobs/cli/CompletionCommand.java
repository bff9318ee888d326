package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options in a shell. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {"Print the completion script for bash or zsh.", "Load it with: source <(smssev completion bash)"
        })
final class CompletionCommand implements Callable<Integer> {
    /** Shells that the script serves. */
    enum Shell {
        BASH,
        ZSH
    }

    /** One script serves both: in zsh it loads the emulation of bash's completion. */
    @Parameters(
            arity = "0..1",
            paramLabel = "SHELL",
            defaultValue = "BASH",
            description = "bash or zsh (default: bash).")
    private Shell shell;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("# Completion of smssev for " + shell.name().toLowerCase(Locale.ROOT));
        out.print(AutoComplete.bash("smssev", spec.root().commandLine()));
        out.flush();
        return 0;
    }
}
