package org.smssev.jobs.measure;

import java.util.Locale;
import org.smssev.common.UserException;
import org.smssev.common.stage.Need;

/** Refuses beforehand what does not fit on the driver, as one that runs out of memory says nothing useful. */
public final class DriverMemory {
    /** Share of the heap that one thing may take: the rest is Spark's, and for what a collector leaves unswept. */
    private static final double SHARE = .75;

    private DriverMemory() {}

    /**
     * Goes on if there is room in this JVM.
     *
     * @param what what is to be held, to begin a sentence with
     * @param bytes what it takes, generously
     * @param remedy what else can be done than to give more memory, to end a sentence with; may be empty
     * @throws UserException with both figures and the remedy if there is none
     */
    public static void require(String what, long bytes, String remedy) {
        require(what, bytes, Runtime.getRuntime().maxMemory(), remedy);
    }

    /**
     * Goes on if there is room in this JVM for what a stage is expected to need.
     *
     * @throws UserException with both figures and the remedy if there is none
     */
    public static void require(Need need) {
        require(need.what(), need.bytes(), need.remedy());
    }

    /**
     * Goes on if there is room in a heap.
     *
     * @param heap bytes that the driver may use in all
     */
    public static void require(String what, long bytes, long heap, String remedy) {
        if (bytes > SHARE * heap) {
            throw new UserException(
                    UserException.Exit.USAGE,
                    String.format(
                            Locale.ROOT,
                            "%s: about %.1f GB of memory needed (the driver has %.1f GB). Give the driver more memory with"
                                    + " SMSSEV_HEAP=%dg, or with spark.driver.memory under spark-submit%s.",
                            what,
                            gigabytes(bytes),
                            gigabytes(heap),
                            (long) Math.ceil(gigabytes(bytes) / SHARE),
                            remedy));
        }
    }

    private static double gigabytes(long bytes) {
        return bytes / (double) (1L << 30);
    }
}
