package org.smssev.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.GradeTables.Evidence;
import org.smssev.common.tables.GradeTables.Explain;

class ExtractTest {
    private static final List<Evidence> ROWS = List.of(
            new Evidence("B", "PUBLICATION", "P3", "three", null),
            new Evidence("A", "PUBLICATION", "P2", "two", 0.5),
            new Evidence("A", "NODE", "H01M 10", null, null),
            new Evidence("A", "PUBLICATION", "P1", "one", 0.5),
            new Evidence("A", "PUBLICATION", "P4", "four", 0.9));
    private static final Extract PUBLICATIONS =
            Extract.of("publications", Evidence.class).where("kind", "PUBLICATION");

    @Test
    void wholeTableComesInTheOrderOfItsKey() {
        assertThat(Extract.of("e", Explain.class).sql())
                .isEqualTo("SELECT technology_id, term, weight, value, contribution FROM grade.explain ORDER BY"
                        + " technology_id, term");
    }

    @Test
    void conditionsOrderAndColumnsHoldInSqlAndInMemory() {
        Extract extract = PUBLICATIONS.orderedBy("-value", "ref").columns("ref", "value");
        assertThat(extract.sql())
                .isEqualTo("SELECT ref, value FROM grade.evidence WHERE kind = 'PUBLICATION'"
                        + " ORDER BY value DESC NULLS LAST, ref, technology_id, kind");
        assertThat(refs(extract)).containsExactly("P4", "P1", "P2", "P3");
    }

    @Test
    void firstOfEachGroupFollowTheOrder() {
        Extract extract = PUBLICATIONS.orderedBy("-value", "ref").first(2, "technology_id");
        assertThat(extract.sql())
                .contains("row_number() OVER (PARTITION BY technology_id ORDER BY value DESC NULLS LAST, ref")
                .contains("WHERE place <= 2 ORDER BY technology_id, place");
        assertThat(refs(extract)).containsExactly("P4", "P1", "P3");
    }

    @Test
    void limitOfNothingGivesNothing() {
        assertThat(refs(PUBLICATIONS.first(0))).isEmpty();
        assertThat(PUBLICATIONS.first(0).sql()).endsWith("LIMIT 0");
    }

    @Test
    void rowsAmongThoseOfAnotherExtract() {
        Extract strongest = PUBLICATIONS.orderedBy("-value").first(1);
        Extract same = PUBLICATIONS.among("technology_id", strongest, "technology_id", ROWS);
        assertThat(refs(same)).containsExactly("P1", "P2", "P4");
        assertThat(same.sql()).contains("technology_id IN (SELECT technology_id FROM (SELECT");
    }

    @Test
    void quotesInAValueStayInTheValue() {
        assertThat(PUBLICATIONS.where("ref", "it's \\ here").sql()).contains("ref = 'it\\'s \\\\ here'");
    }

    private static List<Object> refs(Extract extract) {
        Map<String, Object> view = extract.view(ROWS);
        int ref = ((List<?>) view.get("columns")).indexOf("ref");
        return ((List<?>) view.get("rows"))
                .stream().<Object>map(row -> ((List<?>) row).get(ref)).toList();
    }
}
