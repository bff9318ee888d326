package org.smssev.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.GradeTables.Cause;
import org.smssev.common.tables.GradeTables.Change;
import org.smssev.common.tables.MetaTables;

class DiffTextTest {
    private static MetaTables.Run run(String id, MetaTables.Setting... settings) {
        return new MetaTables.Run(
                id, "PUBLISHED", "2026-01", null, null, "code", null, List.of(), List.of(settings), "", null, null);
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

    @Test
    void whatBroughtATechnologyInAndTookItOutIsToldStepByStep() {
        DiffText text = new DiffText(run("a"), run("b"), new RunInputs(Map.of()), new RunInputs(Map.of()));
        Change toAndFro = change(List.of(
                new Cause("SETTINGS", null, "LEVEL_2"),
                new Cause("LISTS", null, null),
                new Cause("PATENTS", null, "LEVEL_2")));
        Change open = change(List.of(new Cause("LISTS", null, "LEVEL_2"), new Cause("PATENTS", null, "LEVEL_2")));

        text.changes(List.of(toAndFro, open), Map.of("T", "steel"));
        text.notRecomputed(List.of(open));

        assertThat(text.toString())
                .contains("SETTINGS (in), LISTS (out), PATENTS (in)", "LISTS or PATENTS", "add --recompute");
    }

    @Test
    void nominationsAreNotCalledLists() {
        Change moved = change(List.of(new Cause("LISTS", 0.5, "LEVEL_2")));
        assertThat(changes(Map.of("supplement", List.of("n.xlsx 22222222")), moved))
                .contains("      NOMINATIONS")
                .doesNotContain("LISTS");
        assertThat(changes(
                        Map.of("supplement", List.of("n.xlsx 22222222"), "survey", List.of("l.xlsx 22222222")), moved))
                .contains("      LISTS AND NOMINATIONS");
        assertThat(changes(Map.of("survey", List.of("l.xlsx 22222222")), moved))
                .contains("      LISTS")
                .doesNotContain("NOMINATIONS");
    }

    private static String changes(Map<String, List<String>> now, Change moved) {
        DiffText text = new DiffText(run("a"), run("b"), new RunInputs(Map.of()), new RunInputs(now));
        text.changes(List.of(moved), Map.of("T", "steel"));
        return text.toString();
    }

    @Test
    void releaseAndNamesOfFilesAreNoDifferingSettings() {
        DiffText text = new DiffText(
                run(
                        "a",
                        new MetaTables.Setting("release.id", "2026-01"),
                        new MetaTables.Setting("ingest.sources[0].path", "jan/*.csv"),
                        new MetaTables.Setting("evaluate.scores[0]", "jan.csv"),
                        new MetaTables.Setting("supplement.nominations[0]", "jan.xlsx"),
                        new MetaTables.Setting("cluster.k", "40")),
                run(
                        "b",
                        new MetaTables.Setting("release.id", "2026-02"),
                        new MetaTables.Setting("ingest.sources[0].path", "feb/*.csv"),
                        new MetaTables.Setting("evaluate.scores[0]", "feb.csv"),
                        new MetaTables.Setting("supplement.nominations[0]", "feb.xlsx"),
                        new MetaTables.Setting("cluster.k", "60")),
                new RunInputs(Map.of()),
                new RunInputs(Map.of()));
        text.head();
        assertThat(text.toString())
                .contains("settings:    1 differ\n    cluster.k: 40 -> 60\n")
                .doesNotContain("release.id", "jan", "feb");
    }

    private static Change change(List<Cause> causes) {
        return new Change(
                "T",
                "ENTERED",
                null,
                "LEVEL_2",
                null,
                7.5,
                causes,
                causes.stream().map(Cause::input).toList(),
                null);
    }
}
