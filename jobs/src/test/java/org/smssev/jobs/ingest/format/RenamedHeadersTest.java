package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.jobs.testing.RealData;

/** Exports that went through R or another program of data frames, which renames columns and numbers rows. */
class RenamedHeadersTest {
    private static List<Map<Field, String>> fields(String text) throws IOException {
        return Tables.records(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String layout(List<String> header) {
        return TableLayouts.recognise(header).map(TableLayout::name).orElse("none");
    }

    private static String renamed(String text, UnaryOperator<String> name) {
        int end = text.indexOf('\n');
        return name.apply(text.substring(0, end)) + text.substring(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lens-2024", "lens-2015", "patentscope-2015", "espacenet-2015", "derwent"})
    void dotsAndLinesStandForBlanks(String sample) throws IOException {
        String text = Tables.text(sample + ".csv");
        List<Map<Field, String>> expected = fields(text);

        // As by R's read.csv and by janitor's clean_names.
        assertThat(fields(renamed(text, h -> h.replaceAll("[ ()/#]", ".")))).isEqualTo(expected);
        assertThat(fields(renamed(
                        text,
                        h -> h.replaceAll("[ ()/]+", "_").replace("_,", ",").toLowerCase(Locale.ROOT))))
                .isEqualTo(expected);
    }

    @Test
    void renamedColumnsOfALayoutThatTheyTellGoBeforeSpelledOnesThatTellNone() {
        // Two of these names are those of Google's table, too.
        assertThat(layout(List.of(
                        "no",
                        "title",
                        "inventors",
                        "applicants",
                        "publication_number",
                        "earliest_priority",
                        "ipc",
                        "cpc",
                        "publication_date",
                        "earliest_publication",
                        "family_number")))
                .isEqualTo("ESPACENET");
    }

    @Test
    void aTableOfSomebodysOwnIsOfNoLayout() {
        assertThat(layout(List.of("application_id", "title", "ipc", "abstract")))
                .isEqualTo("none");
        assertThat(layout(List.of("Application Id", "Title", "IPC", "Abstract")))
                .isEqualTo("PATENTSCOPE");
        List<String> lens = List.of(
                "jurisdiction", "kind", "display_key", "lens_id", "title", "applicants", "ipcr_classifications");
        assertThat(layout(lens)).isEqualTo("LENS_CSV");
        assertThat(layout(lens.subList(0, 6))).isEqualTo("none");
        // One name with a blank: nobody has put others for them.
        List<String> mixed = new ArrayList<>(lens);
        mixed.add("My note");
        assertThat(layout(mixed)).isEqualTo("none");
    }

    @Test
    void recordsOfTheRealSetThatRRenamedAreReadWithTheirDates() throws IOException {
        List<Map<Field, String>> records;
        try (InputStream in = new GZIPInputStream(
                Files.newInputStream(RealData.folder("drones").resolve("lens_drones.csv.gz")))) {
            records = Tables.records(in.readAllBytes());
        }

        assertThat(records).hasSize(9_071);
        // 05/10/17 and 12/02/16 there.
        assertThat(records.get(0))
                .containsEntry(Field.PUBLICATION_NUMBER, "AU2016219013A1")
                .containsEntry(Field.PUBLICATION_DATE, "2017-10-05")
                .containsEntry(Field.FILING_DATE, "2016-02-12");
        assertThat(records)
                .extracting(r -> r.get(Field.PUBLICATION_DATE))
                .allMatch(d -> d.matches("(19|20)\\d\\d-\\d\\d-\\d\\d"));
    }

    @Test
    void namesOfRowsWithoutANameInTheHeaderArePassedOver() throws IOException {
        String text = Tables.text("lens-2021.csv");
        List<String> lines = new ArrayList<>();
        List<Map<Field, String>> expected = fields(text);
        List<String> rows = Stream.of(text.split("\r?\n")).toList();
        assertThat(rows).hasSize(expected.size() + 1);
        lines.add(rows.get(0));
        for (int i = 1; i < rows.size(); i++) {
            lines.add("\"" + i + "\"," + rows.get(i));
        }

        // What stands in the last column tells that the header is short, and no separator ends each row.
        lines.set(2, lines.get(2) + "x");
        lines.set(3, lines.get(3) + "x");
        assertThat(fields(String.join("\n", lines) + "\n")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A separator at the end of each row.
                "a,b,c\n1,x,y,\n2,x,y,\n",
                // No numbers of rows.
                "a,b,c\n7,x,y,z\n8,x,y,z\n",
                "a,b,c\n1,x,y,z\n2,x,y\n3,x,y,z\n4,x,y,z\n",
                // The first column counts the rows; what a row has behind the last column is of somebody else.
                "No,b,c\n1,x,y,z\n2,x,y,z\n3,x,y,z\n",
                "id,b,c\n1,x,y,z\n2,x,y,z\n3,x,y,z\n",
                // Notes behind one of the rows.
                "a,b,c\n1,x,y,z\n2,x,y,\n3,x,y,\n",
                // Too few.
                "a,b,c\n1,x,y,z\n2,x,y,z\n",
                "a,b,c\n"
            })
    void otherRowsThatAreTooLongHaveNoNames(String text) throws IOException {
        try (TableFile table = Tables.open(text.getBytes(StandardCharsets.UTF_8))) {
            assertThat(table.header()).hasSize(3);
        }
    }
}
