package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/numbers.md} says of spellings is so. */
class NumbersDocTest {
    private static final Path DOC = Path.of("../docs/numbers.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /**
     * A row of a table that has an example.
     *
     * @param office the first that the row, or one above it, names; WO for PCT
     * @param cells the row's, the first of which is empty
     */
    record Example(boolean isOfApplications, String office, List<String> cells) {
        List<String> spelled() {
            return codes(3);
        }

        List<String> codes(int cell) {
            return CODE.matcher(cells.get(cell))
                    .results()
                    .map((MatchResult m) -> m.group(1))
                    .toList();
        }
    }

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        boolean isOfApplications = false;
        String office = null;
        for (String line : Files.readAllLines(DOC)) {
            isOfApplications |= line.startsWith("## Applications");
            List<String> cells =
                    Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            boolean isRow = line.startsWith("| ") && !line.startsWith("| Office") && !line.startsWith("| ---");
            if (isRow) {
                office = cells.get(1).isEmpty() ? office : cells.get(1).split(",", -1)[0];
                examples.add(new Example(isOfApplications, office.equals("PCT") ? "WO" : office, cells));
            }
        }
        return examples;
    }

    private static Stream<Example> publications() throws IOException {
        return examples().stream().filter(e -> !e.isOfApplications());
    }

    private static Stream<Example> applications() throws IOException {
        return examples().stream().filter(Example::isOfApplications);
    }

    @ParameterizedTest
    @MethodSource("publications")
    void publicationsAreSpelledSo(Example row) {
        List<String> canonical = row.codes(4);
        assertThat(row.spelled()).isNotEmpty();
        for (int i = 0; i < row.spelled().size(); i++) {
            PublicationNumber.Parts parts =
                    PublicationNumber.parse(row.spelled().get(i), row.office(), null);
            if (canonical.isEmpty()) {
                assertThat(parts.isKnown()).as(row.spelled().get(i)).isFalse();
            } else {
                assertThat(parts.canonical()).isEqualTo(canonical.get(i));
                assertThat(PublicationNumber.parse(parts.canonical(), parts.office(), parts.kind()))
                        .as("a canonical number is read as it is")
                        .isEqualTo(parts);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("applications")
    void applicationsHaveTheseKeys(Example row) {
        LocalDate date = row.cells().get(4).isEmpty()
                ? null
                : LocalDate.parse(row.cells().get(4));
        assertThat(row.spelled()).isNotEmpty().allSatisfy(spelled -> {
            String key = ApplicationNumber.key(spelled, row.office(), date);
            String other = row.office().equals("US")
                    ? UsApplication.oldKey(key, spelled, date)
                    : CountedApplication.keyOfYear(key, date);
            assertThat(Stream.of(key, other).filter(k -> k != null)).containsExactlyElementsOf(row.codes(5));
        });
    }
}
