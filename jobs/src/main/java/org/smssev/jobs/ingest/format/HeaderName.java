package org.smssev.jobs.ingest.format;

import java.util.List;
import java.util.stream.Stream;

/**
 * A column name that a layout knows.
 *
 * @param written as the tool writes it
 * @param key as it is {@linkplain HeaderNames#key compared}
 * @param loose its {@linkplain HeaderNames#loose letters and digits}
 */
record HeaderName(String written, String key, String loose) {
    static List<HeaderName> all(String... names) {
        return Stream.of(names)
                .map(n -> new HeaderName(n, HeaderNames.key(n), HeaderNames.loose(n)))
                .toList();
    }
}
