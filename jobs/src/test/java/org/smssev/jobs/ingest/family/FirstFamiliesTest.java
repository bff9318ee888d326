package org.smssev.jobs.ingest.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.ingest.digest.Reading;
import org.smssev.jobs.ingest.family.FamilyRecords.Told;
import org.smssev.jobs.ingest.family.LinkedFamilies.Links;

class FirstFamiliesTest {
    private static Told named(String number, String family, int file, long record) {
        return new Told(new Links(number, List.of(), List.of(), List.of()), family, Reading.UNTOLD, file, record);
    }

    @Test
    void theFirstByFileAndPlaceIsTheFamilyInWhateverOrderTheyAreRead() {
        List<Told> read = List.of(
                named("EP1", "later file", 1, 2),
                named("EP1", "later record", 0, 9),
                named("EP1", "first", 0, 7),
                named("EP1", "last", 2, 1),
                named("EP2", "alone", 5, 5));
        FirstFamilies families = new FirstFamilies();
        read.forEach(families::take);
        Map<String, String> first = new TreeMap<>();
        families.forEach(first::put);

        assertThat(first).containsExactly(Map.entry("EP1", "first"), Map.entry("EP2", "alone"));
    }
}
