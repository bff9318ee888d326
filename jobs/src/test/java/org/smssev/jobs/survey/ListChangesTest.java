package org.smssev.jobs.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.SurveyTables.ListChange;
import org.smssev.jobs.survey.OperatorSheets.ItemRef;
import org.smssev.jobs.survey.Technologies.Drafted;

class ListChangesTest {
    /** Entries given as number, parent and text. */
    static ListItems edition(String... cells) {
        List<ListEntry> entries = new ArrayList<>();
        for (int i = 0; i < cells.length; i += 3) {
            String parent = cells[i + 1].isEmpty() ? null : cells[i + 1];
            entries.add(new ListEntry(
                    null,
                    cells[i],
                    cells[i + 2],
                    null,
                    null,
                    parent,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of()));
        }
        return ListItems.of(SurveyTest.list("ccl"), Path.of("ccl.csv"), new ListReader.Read(entries, 0, false));
    }

    private static Drafted standingOn(String id, String... items) {
        List<ItemRef> refs =
                List.of(items).stream().map(i -> new ItemRef("ccl", i)).toList();
        return new Drafted(id, id, null, null, List.of(), List.of(), refs);
    }

    @Test
    void everyKindOfChangeIsTold() {
        ListItems before = edition(
                "1A",
                "",
                "Composites",
                "1A.a",
                "1A",
                "Tensile strength exceeding 1,500 MPa and a mass over 5 kg",
                "1A.b",
                "1A",
                "Made of carbon",
                "1A.c",
                "1A",
                "“Fibres”  of glass",
                "1A.d",
                "1A",
                "Sheets",
                "1A.e",
                "1A",
                "Lasers below 5 W, see 6A005");
        ListItems after = edition(
                "1A",
                "",
                "Composites",
                "1A.a",
                "1A",
                "Tensile strength exceeding 1,800 MPa and a mass over 5 kg",
                "1A.b",
                "1A",
                "Made of carbon or boron",
                "1A.c",
                "1A",
                "\"Fibres\" of Glass",
                "1A.e",
                "1A",
                "Lasers below 5 W, see 6A995",
                "1A.f",
                "1A",
                "Wires longer than 2 m");

        List<ListChange> changes = ListChanges.between("ccl", before, after, List.of());

        assertThat(changes)
                .extracting(c -> c.itemNo() + " " + c.change())
                .containsExactly("1A.a PARAMETERS", "1A.b REWORDED", "1A.d LEFT", "1A.e REWORDED", "1A.f ENTERED");
        assertThat(changes.get(0).droppedParameters())
                .extracting(p -> p.value())
                .containsExactly(1500.0);
        assertThat(changes.get(0).addedParameters()).extracting(p -> p.value()).containsExactly(1800.0);
        assertThat(changes.get(2).before()).isEqualTo("Sheets");
        assertThat(changes.get(2).after()).isNull();
        assertThat(changes.get(4).addedParameters()).extracting(p -> p.unit()).containsExactly("m");
    }

    @Test
    void anEntryMayBeRewordedAndGetOtherThresholds() {
        ListItems before = edition("1A", "", "Pumps over 5 kW");
        ListItems after = edition("1A", "", "Vacuum pumps over 7 kW");

        assertThat(ListChanges.between("ccl", before, after, List.of()))
                .extracting(ListChange::change)
                .containsExactly("REWORDED", "PARAMETERS");
    }

    @Test
    void aChangeTouchesTheTechnologiesOfTheEntryAndOfThoseAbove() {
        ListItems before = edition("1A", "", "Composites", "1A.a", "1A", "Sheets", "1A.a.1", "1A.a", "Thin ones");
        ListItems after = edition("1A", "", "Composites", "1A.a", "1A", "Sheets", "1A.a.2", "1A.a", "Thick ones");
        List<Drafted> technologies =
                List.of(standingOn("whole", "1A"), standingOn("left", "1A.a.1"), standingOn("other", "2B"));

        List<ListChange> changes = ListChanges.between("ccl", before, after, technologies);

        assertThat(changes)
                .extracting(c -> c.itemNo() + " " + c.technologies())
                .containsExactly("1A.a.1 [left, whole]", "1A.a.2 [whole]");
        assertThat(ListChanges.byTechnology(changes, technologies)).isDeepEqualTo(new int[][] {{0, 1}, {0}, {}});
    }

    @Test
    void anEditionDoesNotDifferFromItself() {
        ListItems same = edition("1A", "", "Lasers exceeding 5 W", "1A.a", "1A", "");

        assertThat(ListChanges.between("ccl", same, same, List.of())).isEmpty();
    }
}
