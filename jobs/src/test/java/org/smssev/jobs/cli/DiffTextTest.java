package org.smssev.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.MetaTables;

class DiffTextTest {
    private static MetaTables.Run run(String id) {
        return new MetaTables.Run(
                id, "PUBLISHED", "2026-01", null, null, "code", null, List.of(), List.of(), "", null, null);
    }

    private static String head(List<String> then, List<String> now) {
        DiffText text = new DiffText(
                run("a"), run("b"), new RunInputs(Map.of("evaluate", then)), new RunInputs(Map.of("evaluate", now)));
        text.head();
        return text.toString();
    }

    @Test
    void filesThatCameWentOrWereReplacedAreTold() {
        List<String> one = List.of("s1.xlsx 11111111");
        List<String> four = List.of("s1.xlsx 11111111", "s2.xlsx 22222222", "s3.xlsx 33333333", "s4.xlsx 44444444");
        assertThat(head(one, one)).contains("scores:      the same files");
        assertThat(head(one, four)).contains("scores:      3 more: s2.xlsx 22222222, s3.xlsx 33333333, ...");
        assertThat(head(four, one)).contains("scores:      3 fewer: s2.xlsx 22222222, s3.xlsx 33333333, ...");
        assertThat(head(one, List.of("s1.xlsx 55555555")))
                .contains("scores:      1 replaced by 1: s1.xlsx 11111111 -> s1.xlsx 55555555");
        // The others are the same all the while.
        assertThat(head(one, four)).contains("patents:     the same files", "nominations: the same files");
    }
}
