package org.smssev.jobs.ingest.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.ReadRecords;
import org.smssev.jobs.ingest.Sketching;
import org.smssev.jobs.ingest.digest.FieldsDigest;
import org.smssev.jobs.ingest.digest.Reading;
import org.smssev.jobs.ingest.digest.Reading.Findings;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.TableLayout;
import org.smssev.jobs.ingest.format.TableLayouts;
import org.smssev.jobs.ingest.merge.Merge.Merged;
import org.smssev.jobs.ingest.merge.Merge.Outcome;
import org.smssev.jobs.ingest.source.RecordPlan;

class CutNamesTest {
    private static final Party WHOLE = new Party("Renner, Heinz", null, null);
    private static final List<Party> CUT = List.of(new Party("Renner", null, null), new Party("Heinz", null, null));

    private static Patent record(String source, String title, boolean cutsNames, List<Party> inventors) {
        Patent read = ReadRecords.read(source, "de", title, inventors);
        FieldsDigest digest = new FieldsDigest("how");
        digest.of(Map.of(Field.TITLE, title));
        return new Sketching(null, digest).of(read, null, new Findings(true, false, cutsNames, 0, 0, 0, null));
    }

    private static Merged fold(Patent earlier, Patent... records) {
        List<Integer> files =
                java.util.stream.IntStream.range(0, records.length).boxed().toList();
        return Merge.fold(earlier, true, List.of(records), files, List.of("en"));
    }

    private final Patent search = record("search", "Boot", true, CUT);
    private final Patent whole = record("lens", "Boot", false, List.of(WHOLE));
    private final Patent bare = record("lens", "Boot", false, List.of());

    @Test
    void aListWhoseNamesMayBeCutFillsEmptyOnesAlone() {
        assertThat(fold(null, whole, search).patent().inventors()).containsExactly(WHOLE);
        assertThat(fold(null, search, whole).patent().inventors()).containsExactly(WHOLE);
        assertThat(fold(null, search, search, whole).patent().inventors()).containsExactly(WHOLE);
        assertThat(fold(null, bare, search).patent().inventors()).isEqualTo(CUT);
        assertThat(fold(null, search).patent().inventors()).isEqualTo(CUT);
    }

    @Test
    void anIncrementOfThemLeavesTheNamesThatWereThere() {
        Merged corrected = fold(whole, record("lens", "Ruderboot", true, CUT));
        assertThat(corrected.patent().title()).isEqualTo("Ruderboot");
        assertThat(corrected.patent().inventors()).containsExactly(WHOLE);
        Merged again = fold(whole, record("lens", "Boot", true, CUT));
        assertThat(again.outcomes()).containsExactly(Outcome.UNCHANGED);
        assertThat(again.patent().inventors()).containsExactly(WHOLE);
        assertThat(fold(search, record("search", "Boot", true, List.of(WHOLE)))
                        .patent()
                        .inventors())
                .containsExactly(WHOLE);
    }

    @Test
    void namesThatTwoSearchesCutGiveWayLikeThoseOfOne() {
        Patent twice = fold(null, search, search).patent();
        assertThat(Reading.cutsNames(twice)).isTrue();
        Patent renamed = record("search", "Boot", true, List.of(WHOLE));
        assertThat(fold(twice, renamed).patent().inventors()).containsExactly(WHOLE);
        assertThat(Reading.cutsNames(fold(null, whole, search).patent())).isFalse();
    }

    @Test
    void searchesOfGoogleMayCutNamesAndOtherExportsDoNot() {
        List<String> search = List.of("id", "title", "inventor/author", "result link");
        List<String> table =
                List.of("publication_number", "title_localized", "assignee_harmonized", "ipc", "family_id");
        assertThat(cutsNames(search)).isTrue();
        assertThat(cutsNames(table)).isFalse();
    }

    private static boolean cutsNames(List<String> header) {
        TableLayout.Bound layout =
                TableLayouts.recognise(header).orElseThrow().bind(header).orElseThrow();
        return new RecordPlan(layout, header.size(), null, ',', '"').cutsNames();
    }
}
