package org.smssev.jobs.measure;

import java.util.Locale;
import org.smssev.common.UserException;

/** Refuses beforehand what does not fit on the driver, as one that runs out of memory says nothing useful. */
public final class DriverMemory {
    /** The part of the heap that one thing may take. */
    private static final double PART = .7;

    private DriverMemory() {}

    /**
     * Goes on if there is room.
     *
     * @param what what is to be held, to begin a sentence with
     * @param bytes what it takes, generously
     * @param remedy what else can be done than to give more memory, to end a sentence with; may be empty
     * @throws UserException with both figures and the remedy if there is none
     */
    public static void require(String what, long bytes, String remedy) {
        require(what, bytes, (long) (Runtime.getRuntime().maxMemory() * PART), remedy);
    }

    static void require(String what, long bytes, long available, String remedy) {
        if (bytes > available) {
            throw new UserException(
                    UserException.Exit.USAGE,
                    String.format(
                            Locale.ROOT,
                            "%s need about %,d MB on the driver, which has %,d MB for them. Give the driver more memory"
                                    + " (SMSSEV_HEAP, or spark.driver.memory)%s",
                            what,
                            bytes >> 20,
                            available >> 20,
                            remedy));
        }
    }
}
