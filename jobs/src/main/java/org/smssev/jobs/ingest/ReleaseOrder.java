package org.smssev.jobs.ingest;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smssev.common.stage.StageContext;

/** Releases whose names tell an order, {@code 2026-02} and {@code 2026-03}, given in another one. */
final class ReleaseOrder {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern OTHERS = Pattern.compile("\\D+");

    private ReleaseOrder() {}

    /** Tells where the release is given behind one that its name says is later. */
    static void warn(StageContext context) {
        String release = context.config().release().id();
        Optional<String> later = later(release, context.earlierReleases());
        later.ifPresent(other -> context.warnAbove(
                "release_order",
                "release",
                1,
                0,
                "release follows " + other + ", which is later by its name. Records of both now have the values of "
                        + release
                        + ". If that is not intended, build a new warehouse from all releases in order."));
    }

    /**
     * The last of earlier releases whose name is as this one's but for numbers, and whose numbers are greater.
     *
     * @param earlier releases that this one builds on, the last first
     */
    static Optional<String> later(String release, List<String> earlier) {
        return earlier.stream()
                .filter(other -> form(other).equals(form(release)) && compare(numbers(other), numbers(release)) > 0)
                .findFirst();
    }

    private static String form(String release) {
        return DIGITS.matcher(release).replaceAll("0");
    }

    private static List<BigInteger> numbers(String release) {
        return OTHERS.splitAsStream(release)
                .flatMap(n -> n.isEmpty() ? Stream.empty() : Stream.of(new BigInteger(n)))
                .toList();
    }

    private static int compare(List<BigInteger> a, List<BigInteger> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
