package org.smssev.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.UserException;

class SourceRulesTest {
    private static final String MAPPED = "columns: {publication-number: number, title: name}";

    private static Config sources(String... settings) {
        StringBuilder yaml = new StringBuilder("""
                project: {name: Test, focal-country: CN}
                release: {id: 2026-01}
                ingest:
                  sources:
                """);
        for (int i = 0; i < settings.length; i++) {
            yaml.append("    - {name: s" + i + ", path: a.csv, " + settings[i] + "}\n");
        }
        return ConfigReader.parse(yaml.toString(), "test.yaml", Map.of());
    }

    @Test
    void aFieldOfTheRecordsIsNotTakenFromAJoinedTableToo() {
        assertThatThrownBy(() -> sources(MAPPED + ", joins: [{path: j.csv, key: k, columns: {cited: c, title: t}}]"))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exit()).isEqualTo(UserException.Exit.USAGE))
                .hasMessageContaining(": 1 problem.")
                .hasMessageContaining("line 5: ingest.sources[0].joins[0].columns.title: mapped twice in this source");
    }

    @Test
    void aFieldIsNotTakenFromTwoJoinedTables() {
        assertThatThrownBy(() -> sources(MAPPED
                        + ", joins: [{path: j.csv, key: k, columns: {cited: c}},"
                        + " {path: l.csv, key: k, columns: {cited: c}}]"))
                .hasMessageContaining("ingest.sources[0].joins[1].columns.cited: mapped twice in this source");
        assertThat(sources(MAPPED
                                + ", joins: [{path: j.csv, key: k, columns: {cited: c}},"
                                + " {path: l.csv, key: k, columns: {ipc: c}}]")
                        .ingest()
                        .sources()
                        .get(0)
                        .joins())
                .hasSize(2);
    }

    @Test
    void thePublicationNumberIsNotTakenFromAJoinedTable() {
        assertThatThrownBy(() -> sources(MAPPED + ", joins: [{path: j.csv, key: k, columns: {publication-number: k}}]"))
                .hasMessageContaining("joins[0].columns.publication-number: cannot come from a joined table");
    }

    @Test
    void joinsAndListSeparatorsNeedMappedColumns() {
        assertThatThrownBy(() ->
                        sources("joins: [{path: j.csv, key: k, columns: {cited: c}}]", "text: {list-separator: '|'}"))
                .hasMessageContaining(": 2 problems.")
                .hasMessageContaining("ingest.sources[0].joins: needs mapped columns")
                .hasMessageContaining("ingest.sources[1].text.list-separator: has no effect without columns");
        assertThat(sources(
                                "text: {list-separator: ;, date-pattern: M/d/yyyy}",
                                MAPPED + ", text: {list-separator: '|'}")
                        .ingest()
                        .sources())
                .hasSize(2);
    }

    @Test
    void aFieldNeedsTheNameOfAColumn() {
        assertThatThrownBy(() -> sources("columns: {publication-number: pn, title: , ipc: ' '}"))
                .hasMessageContaining(": 2 problems.")
                .hasMessageContaining("ingest.sources[0].columns.title: no column given. Name the column")
                .hasMessageContaining("ingest.sources[0].columns.ipc: no column given");
    }

    @Test
    void whatNoTextIsWrittenInIsRefusedWhereItIsSaid() {
        assertThatThrownBy(() -> sources(
                        "text: {separator: '||', encoding: utf-9}",
                        "joins: [{path: j.csv, key: k, columns: {cited: c}, text: {quote: \"''\", encoding: 'a b'}}], "
                                + MAPPED))
                .hasMessageContaining(": 4 problems.")
                .hasMessageContaining("ingest.sources[0].text.separator: must be one character or \\t, but is '||'")
                .hasMessageContaining("ingest.sources[0].text.encoding: unknown character set 'utf-9'. Use UTF-8")
                .hasMessageContaining(
                        "ingest.sources[1].joins[0].text.quote: must be one character, or empty for none,")
                .hasMessageContaining("ingest.sources[1].joins[0].text.encoding: unknown character set 'a b'");
        assertThat(sources("text: {separator: \\t, quote: '', encoding: gbk}", "text: {separator: '|', quote: \"'\"}")
                        .ingest()
                        .sources())
                .hasSize(2);
    }

    @Test
    void anOfficeIsACodeAndNeedsMappedColumns() {
        assertThat(sources(MAPPED + ", office: KR").ingest().sources().get(0).office())
                .isEqualTo("KR");
        assertThatThrownBy(() -> sources(MAPPED + ", office: Korea", "office: KR"))
                .hasMessageContaining(": 2 problems.")
                .hasMessageContaining("ingest.sources[0].office: must be the code of an office")
                .hasMessageContaining("ingest.sources[1].office: has no effect without columns");
    }

    @Test
    void familiesAndMarksAreTakenFromOneColumnEach() {
        assertThat(sources("columns: {publication-number: a || b}").ingest().sources())
                .hasSize(1);
        assertThatThrownBy(() -> sources("columns: {publication-number: a, family-id: b || c, withdrawn: d || e}"))
                .hasMessageContaining(": 2 problems.")
                .hasMessageContaining("columns.family-id: can have one column only")
                .hasMessageContaining("columns.withdrawn: can have one column only");
    }
}
