package org.smssev.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class ErrorTextTest {
    private static String told(int exit, Exception e) {
        StringWriter out = new StringWriter();
        ErrorText text = new ErrorText(new CommandLine(CommandSpec.create()));
        assertThat(text.explain(e, new PrintWriter(out, true))).isEqualTo(exit);
        return out.toString();
    }

    @Test
    void whatTheSurroundingsLackIsToldWithARemedyAndWithoutATrace() {
        Exception task = new SparkException(
                "Job aborted due to stage failure: Task 1 in stage 2.0 failed 1 times, most recent"
                        + " failure: Lost task 1.0 in stage 2.0 (TID 7) (executor driver): java.lang.OutOfMemoryError: Java heap space");
        assertThat(told(1, task))
                .contains("memory: too little for this input", "SMSSEV_HEAP")
                .doesNotContain("at org");
        assertThat(told(1, new IllegalStateException(new OutOfMemoryError())))
                .contains("memory: too little for this input");
        assertThat(told(
                        1,
                        new IllegalArgumentException(
                                "[INVALID_DRIVER_MEMORY] System memory 452460544 must be at least")))
                .contains("memory: too little for this input");
        assertThat(told(1, new SparkException("Job 10 cancelled because SparkContext was shut down")))
                .contains("stopped before its end", "Run again")
                .doesNotContain("unexpected");
        assertThat(told(1, new IllegalStateException(new IOException("No space left on device"))))
                .contains("no space left", "Make room");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mkdirs failed to create file:/w/ingest/patents/data-1 (exists=false, cwd=file:/)",
                "/w/ingest/patents/data-1 (Permission denied)",
                "/w/ingest/patents/data-1 (Read-only file system)",
                "java.nio.file.AccessDeniedException: /w/ingest/patents/data-1"
            })
    void whatThisUserMayNotDoIsToldWithThePlace(String reason) {
        Exception task =
                new SparkException("Job aborted: Lost task 2.0: java.io.IOException: " + reason + "\n\nDriver:");
        assertThat(told(1, task))
                .contains("this user has no permission", "/w/ingest/patents/data-1", "Give this user access")
                .doesNotContain("Driver", "at org");
    }

    /** A command that runs into an error of the virtual machine. */
    @CommandLine.Command(name = "greedy")
    static final class Greedy implements Callable<Integer> {
        @CommandLine.Option(names = "--deep")
        private boolean isDeep;

        @Override
        public Integer call() {
            throw isDeep ? new StackOverflowError() : new OutOfMemoryError("Java heap space");
        }
    }

    @Test
    void anErrorOfTheVirtualMachineIsToldLikeOthers() {
        StringWriter out = new StringWriter();
        PrintWriter err = new PrintWriter(out, true);
        CommandLine line = new CommandLine(CommandSpec.create()).addSubcommand(new Greedy());

        assertThat(CommandLineApp.execute(line, err, "greedy")).isEqualTo(1);
        assertThat(out.toString()).contains("memory: too little for this input").doesNotContain("at org");
        assertThat(CommandLineApp.execute(line, err, "greedy", "--deep")).isEqualTo(1);
        assertThat(out.toString()).contains("unexpected error: java.lang.StackOverflowError");
        assertThat(told(1, new SparkException("org.apache.spark.memory.SparkOutOfMemoryError: no room")))
                .contains("memory: too little for this input");
    }

    @Test
    void aMessageForTheUserStandsAloneAndWhatIsUnexpectedHasItsTrace() {
        assertThat(told(3, new IllegalStateException(new UserException(Exit.INPUT, "mend it"))))
                .isEqualTo("smssev: mend it\n");
        assertThat(told(1, new IllegalStateException("odd"))).contains("unexpected error", "odd", "at org");
    }
}
