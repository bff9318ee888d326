package org.smssev.jobs.endtoend;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.smssev.jobs.cli.CommandLineApp;

/**
 * What a command answered.
 *
 * @param exit exit code
 * @param out standard output
 * @param err standard error
 * @param seconds wall time
 */
record Console(int exit, String out, String err, double seconds) {
    /** Runs a command line in this process. */
    static Console run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        long start = System.nanoTime();
        int exit = CommandLineApp.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new Console(exit, out.toString(), err.toString(), (System.nanoTime() - start) / 1e9);
    }

    /** The stages that a run computed. */
    List<String> computed() {
        return out.lines()
                .filter(l -> l.startsWith("["))
                .map(l -> l.replaceAll("^\\[[ 0-9/]+\\] (\\S+) .*$", "$1"))
                .toList();
    }

    /** The stages that a run or status found up to date. */
    List<String> upToDate() {
        return out.lines()
                .filter(l -> l.endsWith("up to date"))
                .map(l -> l.strip().split("\\s+")[0])
                .toList();
    }
}
