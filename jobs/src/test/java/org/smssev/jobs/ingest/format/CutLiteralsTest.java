package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of Google in cells that a spreadsheet program cut at 32,767 characters. */
class CutLiteralsTest {
    private static final int LONGEST = 32_767;

    private static String list(String element, int from) {
        return IntStream.range(from, from + 5_000)
                .mapToObj(i -> element.replace("#", String.valueOf(i)))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String cut(String element) {
        return list(element, 10_000).substring(0, LONGEST);
    }

    private static int whole(String cell, String lastOfElement) {
        return cell.split(Pattern.quote(lastOfElement), -1).length - 1;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name': 'A#', 'country_code': 'DE', 'first': False}",
                "{\"name\": \"A#\", \"country_code\": null, \"first\": 10}",
                "{'name': 'A#', 'other': [{'a': '}'}, {'b': 2}]}",
                "{'name': 'A#', 'other': '\\u00e9\\x41'}"
            })
    void whatStandsWholeIsReadWhereverItWasCut(String element) {
        String all = list(element, 10_000);
        for (int shift = 0; shift < element.length() + 8; shift++) {
            String cell = " ".repeat(shift) + all.substring(0, LONGEST - shift);
            List<?> read = (List<?>) PythonLiteral.read(cell).orElseThrow();
            int expected = (LONGEST - shift - 1) / (element.length() + 6);
            assertThat(read.size()).isBetween(expected, expected + 1);
            for (int i = 0; i < read.size(); i++) {
                assertThat(((Map<?, ?>) read.get(i))).hasSameSizeAs((Map<?, ?>) read.get(0));
                assertThat(((Map<?, ?>) read.get(i)).get("name")).isEqualTo("A" + (10_000 + i));
            }
        }
    }

    @Test
    void aNumberThatTheEndMayHaveCutIsLeftOut() {
        assertThat((List<?>) PythonLiteral.read(cut("#")).orElseThrow())
                .allSatisfy(number -> assertThat((String) number).hasSize(5));
        assertThat(PythonLiteral.read("{'name': '" + "x".repeat(LONGEST - 10))).contains(List.of());
        assertThat(PythonLiteral.read("{'name': '" + "x".repeat(LONGEST - 11))).isEmpty();
    }

    @Test
    void textThatStartsWithABracketStaysText() {
        String text = "(EN) A cell; it has: ".repeat(2_000).substring(0, LONGEST);
        assertThat(PythonLiteral.read(text)).isEmpty();
    }

    @Test
    void fieldsKeepTheValuesBeforeTheCut() throws IOException {
        String cited = cut("{'publication_number': 'US-1#-B2', 'type': ''}");
        String names = cut("{'name': 'A#', 'country_code': 'DE'}");
        String codes = cut("{'code': 'H01M10/0525', 'inventive': True, 'first': False}");
        String quoted = "\"" + String.join("\",\"", cited, names, codes) + "\"\n";
        String table = "publication_number,country_code,title_localized,citation,assignee_harmonized,ipc\n"
                + "US-2021009000-A1,US,T," + quoted;
        Map<Field, String> record =
                Tables.records(table.getBytes(StandardCharsets.UTF_8)).get(0);
        String separator = String.valueOf(Field.SEPARATOR);
        assertThat(record.get(Field.CITED).split(separator))
                .hasSize(whole(cited, "'}"))
                .allMatch(number -> number.matches("US1\\d{5}B2"));
        assertThat(record.get(Field.APPLICANTS).split(separator))
                .hasSize(whole(names, "}"))
                .allMatch(name -> name.matches("A\\d{5}"));
        assertThat(record.get(Field.APPLICANT_COUNTRIES).split(separator)).containsOnly("DE");
        assertThat(record.get(Field.IPC).split(separator))
                .hasSize(whole(codes, "}"))
                .containsOnly("H01M10/0525ALI");
    }
}
