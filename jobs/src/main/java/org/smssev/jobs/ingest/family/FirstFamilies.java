package org.smssev.jobs.ingest.family;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.smssev.jobs.ingest.family.FamilyRecords.Told;

/** Of the families that records name for one publication the first by file and place in it, in whatever order these are read. */
final class FirstFamilies {
    private final Map<String, Named> first = new HashMap<>();

    /** A family by the record that names it. */
    private record Named(int file, long record, String family) {
        Named orEarlier(Named other) {
            return other.file < file || other.file == file && other.record < record ? other : this;
        }
    }

    /** Takes a record that names a family. */
    void take(Told record) {
        first.merge(
                record.links().number(), new Named(record.file(), record.record(), record.family()), Named::orEarlier);
    }

    /** Gives each publication with its family. */
    void forEach(BiConsumer<String, String> taken) {
        first.forEach((number, named) -> taken.accept(number, named.family()));
    }
}
