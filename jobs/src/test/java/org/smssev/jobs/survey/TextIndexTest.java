package org.smssev.jobs.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.SurveyConfig.TextScope;
import org.smssev.common.config.SurveyConfig.TextScope.Against;
import org.smssev.common.config.SurveyConfig.TextScope.Level;
import org.smssev.common.config.SurveyConfig.TextScope.Method;
import org.smssev.common.tables.IngestTables.IpcUse;

/** The cosines and z are those of scikit-learn's TfidfVectorizer; BM25 was worked out with numpy by the formula. */
class TextIndexTest {
    private static final List<String> QUERY = List.of("titanium", "alloy", "powder", "unknown", "alloy");

    private final TextIndex index = new TextIndex(Map.of(
            "A", text("steel", "alloy", "strip", "rolling", "steel"),
            "B", text("alloy", "titanium", "powder"),
            "C", text("battery", "electrode", "powder", "coating"),
            "D", text("rolling", "strip")));

    private static Map<String, Integer> text(String... terms) {
        Map<String, Integer> counts = new HashMap<>();
        for (String term : terms) {
            counts.merge(term, 1, Integer::sum);
        }
        return counts;
    }

    private static TextScope settings(Method method, int rank, double z) {
        return settings(method, rank, z, 0);
    }

    private static TextScope settings(Method method, int rank, double z, double cover) {
        return new TextScope(method, Against.TITLES, Level.MAIN_GROUP, rank, z, cover, 100);
    }

    @Test
    void cosineIsThatOfScikitLearn() {
        assertThat(index.cosine(QUERY))
                .usingComparatorWithPrecision(1e-8)
                .containsExactly(0.25327762, 0.94372425, 0.16115464, 0);
    }

    @Test
    void bm25FollowsItsFormula() {
        assertThat(index.bm25(QUERY))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.5897495348410585, 2.7510423688183265, 0.6548752503449791, 0);
    }

    @Test
    void cosineLinksNeedRankAndZ() {
        List<TextIndex.Link> links = index.links(QUERY, settings(Method.COSINE, 3, 1));

        assertThat(links).extracting(TextIndex.Link::code).containsExactly("B");
        assertThat(links.get(0).z()).isCloseTo(1.45178019, within(1e-8));
        assertThat(index.links(QUERY, settings(Method.COSINE, 3, 2))).isEmpty();
    }

    @Test
    void bm25LinksAreCutByRankAndNeverTakeCodesThatShareNoTerm() {
        assertThat(index.links(QUERY, settings(Method.BM25, 2, 3)))
                .extracting(TextIndex.Link::code)
                .containsExactly("B", "C");
        assertThat(index.links(QUERY, settings(Method.BM25, 9, 3))).hasSize(3);
    }

    @Test
    void aCodeMustCoverTheText() {
        // Rarities, ln(5 / (1 + n)) + 1: titanium 1.9163, alloy and powder 1.5108, unknown 2.6094; in all 7.5473.
        assertThat(index.cover(QUERY)).usingComparatorWithPrecision(1e-4).containsExactly(0.2002, 0.6543, 0.2002, 0);
        assertThat(index.links(QUERY, settings(Method.BM25, 3, 0, .5)))
                .extracting(TextIndex.Link::code)
                .containsExactly("B");
        assertThat(index.links(QUERY, settings(Method.BM25, 3, 0, .66))).isEmpty();
    }

    @Test
    void endingsOfEnglishDoNotCount() {
        assertThat(Stems.of("Batteries with electrodes of 石墨烯")).isEqualTo(Stems.of("battery with electrode of 石墨烯"));
    }

    @Test
    void nothingIsLikeATextWithoutKnownTerms() {
        assertThat(index.links(List.of("unknown"), settings(Method.BM25, 5, 3))).isEmpty();
        assertThat(index.links(List.of(), settings(Method.COSINE, 5, 0))).isEmpty();
    }

    @Test
    void equallyLikeCodesGiveNoCosineLink() {
        TextIndex same = new TextIndex(Map.of("A", text("alloy"), "B", text("alloy")));

        assertThat(same.links(List.of("alloy"), settings(Method.COSINE, 5, 0))).isEmpty();
        assertThat(same.links(List.of("alloy"), settings(Method.BM25, 1, 0)))
                .extracting(TextIndex.Link::code)
                .containsExactly("A");
    }

    @Test
    void theTextOfAMainGroupHoldsItsTitlesAndThatOfItsSubclassEachOnce() {
        List<IpcUse> codes = new ArrayList<>();
        codes.add(code("H01M", "SUBCLASS", "BATTERIES"));
        codes.add(code("H01M 4", "MAIN_GROUP", "Electrodes"));
        codes.add(code("H01M 4/02", "SUBGROUP", "Active material"));
        codes.add(code("H01M 4/36", "SUBGROUP", "of lithium"));
        codes.add(code("H01M 4/38", "SUBGROUP", "of lithium"));
        codes.add(code("H01M 8/00", "SUBGROUP", null));

        assertThat(CodeTitles.of(codes, Level.MAIN_GROUP))
                .containsOnly(Map.entry("H01M 4", text("batteri", "electrod", "activ", "materi", "lithium")));
        assertThat(CodeTitles.of(codes, Level.SUBCLASS))
                .containsOnly(Map.entry("H01M", text("batteri", "electrod", "activ", "materi", "lithium")));
    }

    private static IpcUse code(String symbol, String level, String title) {
        return new IpcUse(symbol, level, 1, null, null, null, title);
    }
}
