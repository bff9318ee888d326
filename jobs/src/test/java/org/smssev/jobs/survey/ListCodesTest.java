package org.smssev.jobs.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.IngestTables.IpcUse;
import org.smssev.common.tables.ScopeTables.Coverage;
import org.smssev.common.tables.ScopeTables.Overlap;
import org.smssev.common.tables.ScopeTables.ScopeQuality;

class ListCodesTest {
    private static final List<IpcUse> CODES = Stream.of(
                    "H01M", "H01M 4", "H01M 4/02", "H01M 10", "C22C 38/00", "B22F 9")
            .map(s -> new IpcUse(s, "SUBGROUP", 1, null, null, null, null))
            .toList();

    private final ListCodes codes = new ListCodes(new TreeMap<>(
            Map.of("a", Set.of("H01M"), "b", Set.of("H01M 4/02", "C22C 38"), "c", Set.of(), "d", Set.of("A61K"))));

    private long[] counts(List<List<String>> families) {
        long[] counts = new long[codes.places()];
        families.forEach(f -> codes.count(codes.find(f), counts, 0));
        return counts;
    }

    @Test
    void coverageIsTheShareOfFamiliesUnderAPrefix() {
        // 6 of 20 under H01M: Wilson's interval is the golden value of the formula sheet.
        List<List<String>> families = Stream.concat(
                        java.util.Collections.nCopies(6, List.of("H01M 4/02", "B22F 9/04")).stream(),
                        java.util.Collections.nCopies(14, List.of("B22F 9/04")).stream())
                .toList();

        List<Coverage> rows = codes.coverage(CODES, Map.of("a", 3L), Map.of("a", 2L), counts(families), 20);

        Coverage a = rows.get(0);
        assertThat(List.of(a.items(), a.technologies(), a.mainGroups(), a.families()))
                .containsExactly(3L, 2L, 2L, 6L);
        assertThat(a.share()).isEqualTo(.3);
        assertThat(a.low()).isCloseTo(.145477, within(1e-6));
        assertThat(a.high()).isCloseTo(.518973, within(1e-6));
        assertThat(rows.get(2).status()).isEqualTo("UNDEFINED");
        assertThat(rows.get(2).share()).isNull();
        assertThat(rows.get(3).share()).isZero();
    }

    @Test
    void overlapIsJaccardOfMainGroupsAndTheFamiliesOfBoth() {
        long[] counts = counts(List.of(
                List.of("H01M 4/02"),
                List.of("H01M 10/05", "C22C 38/04"),
                List.of("H01M 10/05"),
                List.of("B22F 9/04")));

        List<Overlap> rows = codes.overlaps(CODES, counts);

        // a holds H01M 4 and H01M 10, b holds H01M 4 and C22C 38.
        assertThat(rows.get(0)).isEqualTo(new Overlap("a", "b", 1, 3, 1.0 / 3, 2, "OK"));
        assertThat(rows).extracting(r -> r.listA() + r.listB()).containsExactly("ab", "ac", "ad", "bc", "bd", "cd");
        assertThat(rows.get(5)).isEqualTo(new Overlap("c", "d", 0, 0, null, 0, "UNDEFINED"));
    }

    @Test
    void qualityIsPrecisionRecallAndF1WithWilsonsIntervals() {
        ScopeQualities qualities = new ScopeQualities();
        for (int i = 0; i < 3; i++) {
            qualities.add("FAMILY", "t", "BM25", true, true);
        }
        qualities.add("FAMILY", "t", "BM25", false, true);
        qualities.add("FAMILY", "t", "BM25", true, false);
        qualities.add("FAMILY", "u", "RULE", true, false);

        List<ScopeQuality> rows = qualities.rows();

        assertThat(rows)
                .extracting(r -> r.subjectKind() + " " + r.subject())
                .containsExactly("ALL ALL", "METHOD BM25", "METHOD RULE", "TECHNOLOGY t", "TECHNOLOGY u");
        ScopeQuality all = rows.get(0);
        // 3 of 4 and 3 of 5, the intervals worked out with Python; F1 = 6 / 9.
        assertThat(all.precision()).isEqualTo(.75);
        assertThat(all.precisionLow()).isCloseTo(.30064184258240184, within(1e-12));
        assertThat(all.precisionHigh()).isCloseTo(.9544127391902995, within(1e-12));
        assertThat(all.recall()).isEqualTo(.6);
        assertThat(all.recallLow()).isCloseTo(.2307242812760128, within(1e-12));
        assertThat(all.recallHigh()).isCloseTo(.882379225767352, within(1e-12));
        assertThat(all.f1()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(rows.get(2).status()).isEqualTo("UNDEFINED");
        assertThat(rows.get(2).precision()).isNull();
        assertThat(rows.get(2).recall()).isZero();
    }
}
