package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smssev.common.UserException;
import org.smssev.common.config.Secrets;
import picocli.CommandLine;

/** How an error of a command becomes a message without secrets and an exit code. */
final class ErrorText {
    private static final int UNEXPECTED = 1;
    private static final String CONTINUES =
            "The next run continues where this one stopped. Readers see the last published run.";
    private static final String FULL =
            "disk: no space left in the warehouse, in Spark's local files (spark.local.dir) or in the"
                    + " folder for temporary files (java.io.tmpdir). Make room and run again. " + CONTINUES;

    private static final String MEMORY =
            "memory: too little for this input. Raise SMSSEV_HEAP (default 4g), or on a cluster"
                    + " spark.driver.memory and spark.executor.memory, and run again. " + CONTINUES;
    private static final String STOPPED = "run: stopped before its end. Run again. " + CONTINUES;
    /** Texts by which these errors are recognised, anywhere in an exception of Spark. */
    private static final List<Map.Entry<String, String>> SURROUNDINGS = List.of(
            Map.entry("No space left on device", FULL),
            // Without its package, as Spark has one of its own.
            Map.entry("OutOfMemoryError", MEMORY),
            // Spark's word for a heap in which it does not even start.
            Map.entry("INVALID_DRIVER_MEMORY", MEMORY),
            Map.entry("SparkContext was shut down", STOPPED));

    /** How Java and Hadoop report a file or folder without permission; the first is from Hadoop's own file system. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "Mkdirs failed to create \\S+|\\S+ \\((?:Permission denied|Read-only file system)\\)|AccessDeniedException: \\S+");

    private final Secrets secrets;
    private final boolean json;

    /** Errors of a command; one on a project knows its secrets and the format of its log. */
    ErrorText(CommandLine command) {
        Optional<Project> project = command.getCommandSpec().mixins().values().stream()
                .map(mixin -> mixin.userObject())
                .filter(Project.class::isInstance)
                .map(Project.class::cast)
                .findFirst();
        secrets = project.map(Project::secrets).orElse(Secrets.none());
        json = project.map(Project::tellsJson).orElse(false);
    }

    /** Prints the error; returns the exit code. */
    int explain(Throwable e, PrintWriter err) {
        // A task of Spark wraps what it throws.
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UserException u) {
                tell(u.exit().code(), u.getMessage(), "", err);
                return u.exit().code();
            }
            // With its class, as an error may have no message.
            String text = cause.toString();
            for (Map.Entry<String, String> surroundings : SURROUNDINGS) {
                if (text.contains(surroundings.getKey())) {
                    tell(UNEXPECTED, surroundings.getValue(), "", err);
                    return UNEXPECTED;
                }
            }
            Matcher forbidden = FORBIDDEN.matcher(text);
            if (forbidden.find()) {
                tell(UNEXPECTED, forbidden(forbidden.group()), "", err);
                return UNEXPECTED;
            }
        }
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        tell(UNEXPECTED, "unexpected error: " + e, trace.toString(), err);
        return UNEXPECTED;
    }

    private static String forbidden(String what) {
        return what
                + ": this user has no permission to read or write there. Another user may have made the file. Give this"
                + " user access to the whole warehouse and to Spark's local files, and run again. " + CONTINUES;
    }

    private void tell(int exit, String message, String trace, PrintWriter err) {
        if (json) {
            JsonProgress.event(
                    err, secrets, "error", "error", Map.of("exit", exit, "message", message, "trace", trace));
            return;
        }
        err.println("smssev: " + secrets.hide(message));
        if (!trace.isEmpty()) {
            err.print(secrets.hide(trace));
            err.println(
                    "smssev: This is an error of the program or its environment. Readers see the last published run.");
        }
    }
}
