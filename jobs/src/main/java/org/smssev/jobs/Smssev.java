package org.smssev.jobs;

import java.util.Locale;
import java.util.TimeZone;
import org.smssev.common.UserException;
import org.smssev.jobs.cli.CommandLineApp;
import org.smssev.jobs.run.SparkVersion;

/** The command {@code smssev}; also the class to name for spark-submit. */
public final class Smssev {
    private Smssev() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Results must not depend on the language and time zone of the machine.
        Locale.setDefault(Locale.US);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try {
            SparkVersion.requireSupported();
        } catch (UserException e) {
            System.err.println("smssev: " + e.getMessage());
            System.exit(e.exit().code());
        }
        int exit = CommandLineApp.run(args);
        if (exit != 0 || System.getProperty("spark.master") == null) {
            System.exit(exit);
        }
    }
}
