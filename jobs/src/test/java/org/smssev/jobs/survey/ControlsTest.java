package org.smssev.jobs.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smssev.common.tables.SurveyTables.Control;
import org.smssev.jobs.survey.Controls.Status;
import org.smssev.jobs.survey.OperatorSheets.ItemRef;
import org.smssev.jobs.survey.Technologies.Drafted;

class ControlsTest {
    private static LocalDate date(String text) {
        return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    }

    /** Entries given as number, valid from, valid to, suspended until. */
    private static ListItems list(String... cells) {
        List<ListEntry> entries = new ArrayList<>();
        for (int i = 0; i < cells.length; i += 4) {
            entries.add(new ListEntry(
                    null,
                    cells[i],
                    "text",
                    null,
                    null,
                    null,
                    null,
                    null,
                    date(cells[i + 1]),
                    date(cells[i + 2]),
                    date(cells[i + 3]),
                    List.of(),
                    List.of()));
        }
        return ListItems.of(SurveyTest.list("l"), Path.of("l.csv"), new ListReader.Read(entries, 0, false));
    }

    /** The notices of 2025-10-09 were suspended until 2026-11-10. */
    @ParameterizedTest
    @CsvSource({
        "2025-10-08, NOT_YET",
        "2025-10-09, SUSPENDED",
        "2026-11-10, SUSPENDED",
        "2026-11-11, IN_FORCE",
        "2027-12-31, IN_FORCE",
        "2028-01-01, EXPIRED"
    })
    void anEntryIsInForceWithinItsDatesAndOutsideItsSuspension(String day, Status expected) {
        ListItems list = list("55", "2025-10-09", "2027-12-31", "2026-11-10");

        assertThat(Controls.status(list.latest("55"), date(day))).isEqualTo(expected);
    }

    @Test
    void oneEntryInForceIsEnough() {
        ListItems list = list(
                "1",
                "2020-01-01",
                "2021-12-31",
                "", //
                "1",
                "2022-01-01",
                "",
                "",
                "2",
                "2030-01-01",
                "",
                "");
        List<ItemRef> items = List.of(new ItemRef("l", "1"), new ItemRef("l", "2"), new ItemRef("other", "1"));
        Drafted technology = new Drafted("t", "t", null, null, List.of(), List.of(), items);
        Drafted free = new Drafted("u", "u", null, null, List.of(), List.of(), List.of());

        assertThat(Controls.of(List.of(technology, free), Map.of("l", list), date("2026-01-31")))
                .containsExactly(
                        new Control("t", "l", date("2026-01-31"), "IN_FORCE", List.of("1")),
                        new Control("u", "l", date("2026-01-31"), "NOT_LISTED", List.of()));
        assertThat(Controls.of(List.of(technology), Map.of("l", list), date("2019-01-01"))
                        .get(0))
                .isEqualTo(new Control("t", "l", date("2019-01-01"), "NOT_YET", List.of("1", "2")));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 2026-02, 2026-02-28",
                "-, 2026, 2026-12-31",
                "-, 2026-01-15, 2026-01-15",
                "-, 2026-13, -",
                "-, 2026-02-30, -",
                "-, spring, -",
                "2024-05-06, spring, 2024-05-06"
            })
    void theDateIsTheSettingsOrTheLastDayThatTheReleaseNames(String setting, String release, String expected) {
        assertThat(Controls.asOf(setting, release)).isEqualTo(date(expected));
    }
}
