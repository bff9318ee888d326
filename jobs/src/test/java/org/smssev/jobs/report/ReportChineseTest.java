package org.smssev.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.tables.GradeTables.Cause;
import org.smssev.common.tables.GradeTables.Change;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.testing.Chromium;

/** What a run says in English, on the Chinese page in a browser. */
class ReportChineseTest {
    @TempDir
    private static Path folder;

    private static Path file(String name, ReportData data) throws IOException {
        return Files.writeString(folder.resolve(name), ReportPage.render(data));
    }

    private static List<String> texts(Page page, String selector) {
        return page.locator(selector).allTextContents();
    }

    @Test
    void checksAndConventionsAreToldInChineseAboveTheirEnglish() throws IOException {
        String rejected = "Share of records rejected.";
        String counts = "The disparity filter is applied to full counts.";
        Page page = Chromium.open(
                        file("texts.html", told(new ReportData.Rows(), "network.backbone", counts)), "lang=zh", 1440)
                .page();
        Locator checks = page.locator("#quality-body table.stack");
        Locator known = row(checks, "隔离占比");
        assertThat(known.locator("td.wide > span").textContent()).startsWith("读入记录中被拒收的比例");
        assertThat(known.locator("td.wide .original[lang=en]").textContent()).isEqualTo(rejected);
        page.fill("#quality-body input", "隔离");
        assertThat(checks.locator("tbody tr").count()).isEqualTo(1);
        Locator card = page.locator("#method-body .card");
        assertThat(card.locator("dt").textContent()).isEqualTo("骨干");
        assertThat(card.locator("dd b").textContent()).isEqualTo("FULL");
        assertThat(card.locator("dd > span").textContent()).startsWith("差异过滤");
        assertThat(card.locator(".original").textContent()).isEqualTo(counts);

        page.locator("#lang").click();
        page.waitForSelector(ReportBrowserTest.READY);
        assertThat(row(checks, "quarantined share").locator("td.wide").textContent())
                .isEqualTo(rejected);
        assertThat(card.locator("dl").textContent()).isEqualTo("backboneFULL " + counts);
        assertThat(page.locator(".original").count()).isZero();
        page.context().close();
    }

    @Test
    void checksAndConventionsWithoutChineseStayEnglish() throws IOException {
        Page page = Chromium.open(
                        file("untold.html", told(new ReportData.Rows(), "constructor", "Of a later version.")),
                        "lang=zh",
                        1440)
                .page();
        Locator unknown = row(page.locator("#quality-body table.stack"), "missing share");
        assertThat(unknown.locator("td.wide").textContent()).isEqualTo("More cells are empty than expected.");
        assertThat(page.locator("#warnings li").textContent())
                .isEqualTo("More cells are empty than expected. (round 2)");
        assertThat(page.locator("#method-body .card dl").textContent())
                .isEqualTo("constructorFULL Of a later version.");
        page.context().close();
    }

    @Test
    void dimensionsAreCalledAsOnTheScoreSheets() throws IOException {
        ReportData data = told(
                new ReportData.Rows(),
                "network.backbone",
                "counts",
                new MetaTables.Setting("evaluate.panel.labels.security[0]", "National security"),
                new MetaTables.Setting("evaluate.panel.labels.security[1]", "国家安全"));
        Page page =
                Chromium.open(file("dimensions.html", data), "lang=zh", 1440).page();
        assertThat(page.evaluate("() => value('security') + value('impact')")).isEqualTo("国家安全影响");
        assertThat(page.evaluate("() => cellOf({key: 'dimension'}, {dimension: 'security'}).textContent"))
                .isEqualTo("国家安全");
        page.context().close();
    }

    private static ReportData told(
            ReportData.Rows rows, String convention, String meaning, MetaTables.Setting... settings) {
        return new ReportData(
                SampleReport.header(false),
                0,
                0,
                rows,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(new MetaTables.Convention("run", convention, "network", "FULL", meaning)),
                SampleTables.quality(),
                List.of(settings));
    }

    private static Locator row(Locator table, String text) {
        return table.locator("tbody tr", new Locator.LocatorOptions().setHasText(text));
    }

    @Test
    void notesOfChangesAreToldInChineseOrStayAsTheyAre() throws IOException {
        List<Change> changes = List.of(
                noted("A", "ENTERED", "the run without it dropped it in the screen: FEW_FAMILIES"),
                noted("B", "ENTERED", "the lists of the run without it lack b, as these entries are not on them: L 7"),
                noted(
                        "C",
                        "ENTERED",
                        "the lists of the run without it lack c, d, though their entries are on them: they were not"
                                + " picked, or stand under other names"),
                noted("D", "ENTERED", "the lists of the run without it lack e"),
                noted("E", "ENTERED", "it was nominated (N-1)"),
                noted("F", "LEFT", "the run without it found no such candidate in its patents"),
                noted(
                        "G",
                        "RAISED",
                        "NOT_RECOMPUTED is what this version of the code does not reproduce of runs of another version;"
                                + " graded from the recorded ratings, so that conflicts of interest are part of SCORES"),
                noted(
                        "H",
                        "RAISED",
                        "the tables of the earlier run are those of another version of the program, and cannot be read"),
                noted("I", "LOWERED", "it was nominated (N-1); a reason of a later version"),
                noted("J", "SCORE_ONLY", null));
        ReportData.Rows rows = new ReportData.Rows().put(Change.class, changes);
        Page page = Chromium.open(file("notes.html", SampleReport.of(rows)), "lang=zh", 1440)
                .page();
        assertThat(texts(page, "#changes-body table.stack td:last-child"))
                .containsExactly(
                        "上期在筛选中将其剔除：专利族过少",
                        "上期的清单没有 b，因为清单上没有这些条目：L 7",
                        "上期的清单没有 c, d，尽管清单上有其条目：它们未被挑选，或以其他名称列出",
                        "上期的清单没有 e",
                        "它来自提名（N-1）",
                        "“未重算”是当前版本的程序无法重现的、由另一版本程序所得的部分；依据已记录的评分分级，利益冲突的影响因而计入“评分”",
                        "上期的数据表出自另一版本的程序，无法读取",
                        "it was nominated (N-1); a reason of a later version",
                        "本期的专利中没有找到这一候选",
                        "–");
        page.locator("#lang").click();
        page.waitForSelector(ReportBrowserTest.READY);
        assertThat(texts(page, "#changes-body table.stack td:last-child"))
                .containsExactlyInAnyOrderElementsOf(changes.stream()
                        .map(change -> change.note() == null ? "–" : change.note())
                        .toList());
        page.context().close();
    }

    private static Change noted(String id, String change, String note) {
        return new Change(
                id,
                change,
                "LEVEL_2",
                "LEVEL_2",
                7.0,
                7.0,
                List.of(new Cause("LISTS", null, "LEVEL_2")),
                List.of("LISTS"),
                note);
    }
}
