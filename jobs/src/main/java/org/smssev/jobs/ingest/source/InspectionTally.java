package org.smssev.jobs.ingest.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.record.RecordNormaliser.Normalised;

/** What the records of a file come to that is {@linkplain Inspection inspected}. */
final class InspectionTally {
    private static final int FIRST = 3;
    private static final int EXAMPLES = 10;
    /** Publications that are told apart. */
    private static final int MOST_NUMBERS = 5_000_000;

    private long read;
    private long taken;
    private long apart;
    private long malformedIpc;
    private final Set<Long> numbers = new HashSet<>();
    private final List<Patent> first = new ArrayList<>();
    private final Map<String, Long> rejected = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();
    private final Inspection.Countries countries = Inspection.Countries.empty();

    /** Adds a record by its number in the file. */
    void add(long number, Normalised record) {
        read++;
        if (record.patent() == null) {
            rejected.merge(record.reason(), 1L, Long::sum);
            if (examples.size() < EXAMPLES) {
                examples.add("record " + number + ": " + record.reason() + ", " + record.detail());
            }
            return;
        }
        taken++;
        malformedIpc += record.malformedIpc();
        if (numbers.size() < MOST_NUMBERS) {
            numbers.add(
                    DigestedKeys.digest(UTF8String.fromString(record.patent().publicationNumber())));
        }
        countries.add(record.patent());
        if (first.size() < FIRST) {
            first.add(record.patent());
        }
    }

    /** Says whether the record that was added last meets no other source. */
    void addApart(boolean isApart) {
        apart += isApart ? 1 : 0;
    }

    long read() {
        return read;
    }

    long taken() {
        return taken;
    }

    long publications() {
        return numbers.size() < MOST_NUMBERS ? numbers.size() : taken;
    }

    long apart() {
        return apart;
    }

    long malformedIpc() {
        return malformedIpc;
    }

    List<Patent> first() {
        return Collections.unmodifiableList(first);
    }

    Map<String, Long> rejected() {
        return Collections.unmodifiableMap(rejected);
    }

    Inspection.Countries countries() {
        return countries;
    }

    List<String> examples() {
        return Collections.unmodifiableList(examples);
    }
}
