package org.smssev.jobs.generate;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.smssev.common.UserException;

/**
 * What to generate.
 *
 * @param out folder to write into; made if absent
 * @param records publications of the first release, at least 100; each later release adds 5 %
 * @param seed seed: the same options give the same bytes
 * @param release name of the release, 2026-01 for the first and a later month for a follow-up
 * @param badShare share of records that are spoiled, 0 to 0.5
 */
public record GenerateOptions(Path out, int records, long seed, String release, double badShare) {
    /** Share of bad records where none is given. */
    public static final double DEFAULT_BAD_SHARE = 0.03;

    /** Name of the first release. */
    public static final String FIRST_RELEASE = "2026-01";

    private static final Pattern RELEASE = Pattern.compile("20[2-9][0-9]-(0[1-9]|1[0-2])");
    private static final int FIRST_YEAR = 2026;
    private static final int LAST_BLOCK = 60;

    public GenerateOptions {
        if (records < 100 || records > 10_000_000) {
            throw usage("The number of records is " + records + ", but must be 100 to 10000000");
        }
        if (!(badShare >= 0 && badShare <= 0.5)) {
            throw usage("The share of bad records is " + badShare + ", but must be 0 to 0.5");
        }
        if (!RELEASE.matcher(release).matches() || block(release) < 0 || block(release) > LAST_BLOCK) {
            throw usage("The release is '" + release + "', but must be a month from " + FIRST_RELEASE
                    + " to five years later, such as 2026-02");
        }
    }

    /** Options with the usual share of bad records. */
    public GenerateOptions(Path out, int records, long seed, String release) {
        this(out, records, seed, release, DEFAULT_BAD_SHARE);
    }

    /** How many releases came before: 0 for the first. */
    int block() {
        return block(release);
    }

    /** Name of the release that follows the first after {@code block} months. */
    static String releaseOf(int block) {
        return String.format(java.util.Locale.ROOT, "%d-%02d", FIRST_YEAR + block / 12, 1 + block % 12);
    }

    private static int block(String release) {
        return (Integer.parseInt(release.substring(0, 4)) - FIRST_YEAR) * 12
                + Integer.parseInt(release.substring(5))
                - 1;
    }

    private static UserException usage(String message) {
        return new UserException(UserException.Exit.USAGE, message);
    }
}
