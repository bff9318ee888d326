package org.smssev.jobs.run;

import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;

/** The versions of Spark that smssev runs on. */
public final class SparkVersion {
    /** All releases of this version, as Delta Lake is built for one minor version of Spark. */
    private static final String SUPPORTED = "4.2";

    private SparkVersion() {}

    /** Requires a supported version of the Spark on the class path; starts no Spark. */
    public static void requireSupported() {
        requireSupported(org.apache.spark.package$.MODULE$.SPARK_VERSION());
    }

    /**
     * Requires a supported version.
     *
     * @param version as Spark gives it, such as {@code 4.2.0} or {@code 4.2.1-SNAPSHOT}
     * @throws UserException with exit 2 for any other
     */
    static void requireSupported(String version) {
        if (!version.startsWith(SUPPORTED + ".")) {
            throw new UserException(
                    Exit.USAGE,
                    "Spark " + version + " is not supported. smssev needs Spark " + SUPPORTED
                            + "; set SPARK_HOME to such an installation, or unset it to use the embedded one.");
        }
    }
}
