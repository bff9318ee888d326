package org.smssev.jobs;

import java.util.Locale;
import java.util.TimeZone;
import org.smssev.jobs.cli.CommandLineApp;

/** The command {@code smssev}; also the class to name for spark-submit. */
public final class Smssev {
    private Smssev() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Results must not depend on where the machine stands.
        Locale.setDefault(Locale.US);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        int exit = CommandLineApp.run(args);
        if (exit != 0 || System.getProperty("spark.master") == null) {
            System.exit(exit);
        }
    }
}
