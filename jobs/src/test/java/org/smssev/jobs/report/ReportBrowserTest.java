package org.smssev.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smssev.common.tables.GradeTables.Change;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.jobs.testing.Chromium;

/** The page in a browser: what a reader does with it, and what it must never do. */
class ReportBrowserTest {
    /** All parts of the page are made. */
    static final String READY = "html[data-ready=true]";

    private static final String DRAW_ALL = "() => CHARTS.forEach((chart) => build(chart))";

    @TempDir
    private static Path folder;

    private static Path sample;

    @BeforeAll
    static void write() throws IOException {
        sample = file("sample.html", SampleReport.full());
    }

    private static Path file(String name, ReportData data) throws IOException {
        return Files.writeString(folder.resolve(name), ReportPage.render(data));
    }

    private static String count(Page page) {
        return page.locator("#filters .count").textContent();
    }

    private static List<String> texts(Page page, String selector) {
        return page.locator(selector).allTextContents();
    }

    @ParameterizedTest
    @CsvSource({"lang=en&theme=light, 1440", "lang=zh&theme=dark, 820", "lang=zh, 390"})
    void opensAtAnyWidthWithoutErrorRequestOrSidewaysScroll(String query, int width) {
        Chromium.Watched watched = Chromium.open(sample, query, width);
        Page page = watched.page();
        page.evaluate(DRAW_ALL);
        assertThat(watched.complaints()).isEmpty();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                .isEqualTo(0);
        assertThat(page.locator(".chart svg").count())
                .isEqualTo(page.locator(".chart").count())
                .isGreaterThan(18);
        assertThat(page.evaluate("() => [...UNNAMED]")).isEqualTo(List.of());
        page.context().close();
    }

    @Test
    void listFiltersAndSorts() {
        Page page = Chromium.open(sample, "lang=en", 1440).page();
        assertThat(count(page)).isEqualTo("60 of 60");
        page.fill("#f-text", "qubit");
        assertThat(count(page)).isEqualTo("10 of 60");
        assertThat(texts(page, "#graded .open")).hasSize(10).allMatch(name -> name.contains("qubit"));
        page.fill("#f-text", "");
        page.selectOption("#f-level", "INSUFFICIENT");
        assertThat(count(page)).isEqualTo("3 of 60");
        page.selectOption("#f-level", "");
        page.check("#f-border");
        long borderline = page.locator("#graded tbody .badge.flag").count();
        assertThat(count(page)).startsWith(borderline + " of");
        page.uncheck("#f-border");

        Locator score = page.locator("#graded th", new Page.LocatorOptions().setHasText("Score"));
        score.locator("button").click();
        assertThat(score.getAttribute("aria-sort")).isEqualTo("descending");
        score.locator("button").click();
        assertThat(score.getAttribute("aria-sort")).isEqualTo("ascending");
        List<Double> scores = texts(page, "#graded .scorecell b").stream()
                .map(Double::valueOf)
                .toList();
        assertThat(scores).isSorted().hasSize(30);
        page.locator("#list .more").click();
        page.locator("#graded tbody tr").nth(59).waitFor();
        page.context().close();
    }

    @Test
    void technologyOpensFromTheListAndTheWayBackLeadsThere() {
        Chromium.Watched watched = Chromium.open(sample, "lang=en", 1440);
        Page page = watched.page();
        Locator link = page.locator("#graded tbody tr").nth(4).locator(".open");
        String name = link.textContent();
        link.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#why-name").textContent()).isEqualTo(name);
        assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("why-name");
        Locator detail = page.locator("#why-detail");
        assertThat(detail.textContent())
                .contains(
                        "Ratings by dimension",
                        "Chance of each level",
                        "The gap, part by part",
                        "Criteria of the screen")
                .contains("How the score adds up", "Representative patents", "Method of making " + name);
        page.locator("#why-back").click();
        assertThat(page.evaluate("() => document.activeElement.textContent")).isEqualTo(name);
        page.selectOption("#why-pick", "T000");
        assertThat(detail.textContent()).contains("Comments from the consultation", SamplePanel.COMMENT);
        assertThat(watched.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void languageChangesInPlace() {
        Page page = Chromium.open(sample, "lang=en", 1440).page();
        page.evaluate("() => { window.same = true; }");
        page.locator("#lang").click();
        page.waitForSelector(READY);
        assertThat(page.getAttribute("html", "lang")).isEqualTo("zh-CN");
        assertThat(page.locator("#h-list").textContent()).contains("清单上有什么");
        assertThat(page.locator("#graded .open").first().textContent()).matches("\\p{IsHan}+.*类");
        assertThat(page.locator("#why-detail .reason").textContent()).isEqualTo("评分决定其等级。");
        assertThat(page.evaluate("() => window.same")).isEqualTo(true);
        // Every word of the page itself is Chinese now; what stays is of the data.
        assertThat(texts(page, "h2, h3[id^=h-], h4, thead th, summary, nav a, label > span, button.more"))
                .filteredOn(text -> !text.isBlank() && text.chars().noneMatch(c -> c > 0x2e80))
                .allMatch(text -> text.matches("(IPC|F1|PageRank|TOPSIS|CV)( [▲▼])?"));
        page.locator("#lang").click();
        assertThat(page.locator("#h-list").textContent()).contains("Which technologies are on the list");
        assertThat(page.locator("#changes-body").textContent()).contains("Vacuum tube amplifiers");
        page.context().close();
    }

    @Test
    void themeChangesPageAndCharts() {
        Page page = Chromium.open(sample, "lang=en&theme=light", 1440).page();
        String background = "() => getComputedStyle(document.body).backgroundColor";
        Object light = page.evaluate(background);
        String label = "() => { build(CHARTS.get(document.getElementById('c-scenarios')));"
                + " return document.querySelector('#c-scenarios text').getAttribute('fill'); }";
        Object ink = page.evaluate(label);
        page.selectOption("#theme", "dark");
        assertThat(page.evaluate(background)).isNotEqualTo(light);
        assertThat(page.evaluate(label)).isNotEqualTo(ink);
        page.context().close();
    }

    @Test
    void networkIsSearchedZoomedAndItsLabelsDoNotCollide() {
        Chromium.Watched watched = Chromium.open(sample, "lang=en", 1440);
        Page page = watched.page();
        page.locator("#network-body").scrollIntoViewIfNeeded();
        page.evaluate(DRAW_ALL);
        String overlaps = """
            () => {
              const boxes = [...document.querySelectorAll('#c-network text')].map((text) => text.getBoundingClientRect());
              return [boxes.length, boxes.filter((a, i) => boxes.some((b, k) => k < i && a.left < b.right - 1 && a.right > b.left + 1
                && a.top < b.bottom - 1 && a.bottom > b.top + 1)).length];
            }\
            """;
        List<?> labels = (List<?>) page.evaluate(overlaps);
        assertThat((Integer) labels.get(0)).isGreaterThan(20);
        assertThat(labels.get(1)).isEqualTo(0);
        page.locator("#zoom-in").click();
        page.locator("#zoom-in").click();
        assertThat(((List<?>) page.evaluate(overlaps)).get(1)).isEqualTo(0);
        page.locator("#zoom-reset").click();
        page.fill("#network-search", "h01m 01");
        assertThat(page.locator("#network-about").textContent())
                .contains("H01M 01", "Structural details of <b>cells</b>", "key node");
        assertThat(texts(page, "#c-network text")).containsOnly("H01M 01");
        page.fill("#network-search", "no such code");
        assertThat(page.locator("#network-about").textContent()).contains("No code in the map matches");
        assertThat(watched.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void everyFigureHasItsTableItsQueryAndPicturesToSave() throws Exception {
        Chromium.Watched watched = Chromium.open(sample, "lang=en&theme=dark", 1440);
        Page page = watched.page();
        for (Locator figure : page.locator("figure:has(.chart)").all()) {
            String name = figure.locator("h4").textContent();
            figure.locator("summary", new Locator.LocatorOptions().setHasText("Table"))
                    .press("Enter");
            figure.locator("details table tbody td").first().waitFor();
            figure.locator("summary", new Locator.LocatorOptions().setHasText("Query"))
                    .press("Enter");
            assertThat(figure.locator("pre").first().textContent()).as(name).startsWith("SELECT ");
            assertThat(figure.locator("table caption").first().textContent())
                    .as(name)
                    .isNotBlank();
        }
        String svg = new String(
                Chromium.saved(
                        page, () -> page.locator("#f-gap .saves button").nth(1).click()),
                StandardCharsets.UTF_8);
        assertThat(svg).startsWith("<svg").contains("Where CN is ahead", "screen.candidate_gaps", "SYNTHETIC DATA");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        byte[] png = Chromium.saved(
                page, () -> page.locator("#f-network .saves button").first().click());
        assertThat(png).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(20_000);
        assertThat(watched.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void printsOnPaperWithTheWholeList() {
        Chromium.Watched watched = Chromium.open(sample, "lang=en&theme=dark", 1440);
        Page page = watched.page();
        page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))");
        assertThat(page.locator("#graded tbody tr").count()).isEqualTo(60);
        assertThat(page.locator("#method-body table tbody tr").count())
                .isEqualTo(page.evaluate("() => rowsOf('settings').length"));
        assertThat(page.locator(".more:not([hidden])").count()).isZero();
        page.evaluate("() => window.dispatchEvent(new Event('afterprint'))");
        assertThat(page.locator("#graded tbody tr").count()).isEqualTo(30);
        assertThat(page.pdf(new Page.PdfOptions().setFormat("A4")))
                .startsWith('%', 'P', 'D', 'F')
                .hasSizeGreaterThan(100_000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(page.locator("nav").isVisible()).isFalse();
        assertThat(watched.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void keyboardAndScreenReaderFindTheirWay() {
        Page page = Chromium.open(sample, "lang=en", 1440).page();
        page.keyboard().press("Tab");
        assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("skip");
        assertThat((Double) page.locator(".skip").boundingBox().x).isPositive();
        for (String landmark : List.of("header", "nav[aria-label]", "main", "footer", "form[role=search]")) {
            assertThat(page.locator(landmark).count()).as(landmark).isEqualTo(1);
        }
        assertThat(page.locator("table:not(:has(caption))").count()).isZero();
        assertThat(page.locator(".chart:not([aria-label])").count()).isZero();
        assertThat(page.evaluate("""
            () => [...document.querySelectorAll('input, select, button')].filter((node) => !node.getAttribute('aria-label')
              && !node.textContent.trim() && !(node.labels && node.labels.length)).map((node) => node.outerHTML)\
            """)).isEqualTo(List.of());
        assertThat(page.evaluate("""
            () => [...document.querySelectorAll('section[aria-labelledby]')].filter(
              (node) => !document.getElementById(node.getAttribute('aria-labelledby'))).length\
            """)).isEqualTo(0);
        page.locator("#graded thead button").nth(2).focus();
        page.keyboard().press("Space");
        assertThat(page.locator("#graded th").nth(2).getAttribute("aria-sort")).isEqualTo("ascending");
        assertThat(page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        page.context().close();
    }

    @Test
    void hostileNamesShowAsText() throws IOException {
        List<String> names = List.of(
                "<script>window.hurt = 1</script>",
                "</script><script>window.hurt = 1</script>",
                "<img src=x onerror=\"window.hurt = 1\">",
                "\" onmouseover=\"window.hurt = 1\" x=\"",
                "javascript:window.hurt=1",
                "${7*7} {{7*7}} <!-- --> ]]> %s",
                "\u202Egnp.exe \u2066 turned \u200B hidden",
                "long <b>name</b> 长".repeat(600));
        ReportData.Rows rows = SampleReport.rows(names.stream()
                        .map(name -> SampleReport.unscored(name, name))
                        .toArray(Technology[]::new))
                .put(
                        Change.class,
                        names.stream()
                                .map(name -> SampleReport.change(name, "RAISED", "LEVEL_2", "LEVEL_1", 8.1, 8.7))
                                .toList());
        Chromium.Watched watched = Chromium.open(file("hostile.html", SampleReport.of(rows)), "lang=en", 390);
        Page page = watched.page();
        page.evaluate(DRAW_ALL);
        page.evaluate("() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; })");
        assertThat(texts(page, "#graded .open")).containsExactlyInAnyOrderElementsOf(names);
        for (String name : names) {
            page.selectOption("#why-pick", name);
            assertThat(page.locator("#why-name").textContent()).isEqualTo(name);
        }
        assertThat(page.evaluate("() => window.hurt")).isNull();
        assertThat(page.locator("main img, main script").count()).isZero();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                .isEqualTo(0);
        assertThat(watched.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void withoutScoresTheListRanksCandidatesByClosenessAndNamesTheNextStep() throws IOException {
        Chromium.Watched watched = Chromium.open(file("unscored.html", SampleReport.withoutScores()), "lang=en", 1440);
        Page page = watched.page();
        page.evaluate(DRAW_ALL);
        assertThat(page.locator("#headline").textContent())
                .startsWith("60 candidate technologies from 131,872 patent families, ranked by closeness.");
        assertThat(texts(page, "#graded tbody tr:first-child > *"))
                .satisfies(cells -> assertThat(cells.get(0)).isEqualTo("1"))
                .satisfies(cells -> assertThat(cells.get(2)).startsWith("0.890"));
        assertThat(page.locator("#graded tbody tr").first().getAttribute("data-id"))
                .isEqualTo("T059");
        assertThat(page.locator("#graded tbody tr").first().textContent())
                .contains("159", "H01M 10 Secondary cells", "Closeness is 0.100 above the cut.");
        assertThat(page.locator("#next").textContent())
                .contains("evaluate.experts", "smssev scoresheet --round 1 --out sheets", "docs/panel.md");
        assertThat(watched.complaints()).isEmpty();
        page.context().close();
        Page phone =
                Chromium.open(folder.resolve("unscored.html"), "lang=zh", 390).page();
        phone.evaluate(DRAW_ALL);
        assertThat(phone.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                .isEqualTo(0);
        phone.context().close();
    }

    @Test
    void withoutScoresNothingEmptyIsShown() throws IOException {
        Page page = Chromium.open(file("measures.html", SampleReport.withoutScores()), "lang=en", 1440)
                .page();
        page.evaluate(DRAW_ALL);
        for (String section : List.of("certainty", "changes", "panel", "sensitivity", "levels", "levelbar")) {
            assertThat(page.locator("#" + section).isVisible()).as(section).isFalse();
        }
        assertThat(texts(page, "nav li:not([hidden]) > a"))
                .contains("Candidates", "Next step", "Why", "Where the field stands", "Countries")
                .doesNotContain("How sure are the levels", "What changed", "Panel", "Sensitivity");
        for (String figure : List.of("network", "clusters", "gap", "maturity", "countries", "ledger", "why-criteria")) {
            assertThat(page.locator("#c-" + figure + " svg").count()).as(figure).isEqualTo(1);
        }
        assertThat(page.evaluate("""
            () => [...document.querySelectorAll('table')].filter((table) => table.tBodies[0] && table.tBodies[0].rows.length
              && [...table.tHead.rows[0].cells].some((head, i) => [...table.tBodies[0].rows].every(
                (row) => row.cells[i] && ['', '–'].includes(row.cells[i].textContent.trim())))).map((table) => table.caption.textContent)\
            """)).as("tables with an empty column").isEqualTo(List.of());
        page.context().close();
    }

    @Test
    void emptyRunIsAPageToo() throws IOException {
        Chromium.Watched watched =
                Chromium.open(file("empty.html", SampleReport.of(new ReportData.Rows())), "lang=zh", 820);
        watched.page().evaluate(DRAW_ALL);
        assertThat(watched.complaints()).isEmpty();
        assertThat(watched.page().locator("#headline").textContent()).isEqualTo("本次运行没有技术。");
        watched.page().context().close();
    }

    /** Times are of the script and the layout that it asks for; they are told, and held to a generous limit only. */
    @Test
    void pageOfSixHundredTechnologiesStaysResponsive() throws IOException {
        Page page = Chromium.open(file("large.html", SampleReport.of(600)), "lang=en", 1440)
                .page();
        List<List<String>> actions = List.of(
                List.of(
                        "filter",
                        "const f = document.getElementById('f-text'); f.value = 'alloy'; f.dispatchEvent(new"
                                + " Event('input'));"),
                List.of(
                        "unfilter",
                        "const f = document.getElementById('f-text'); f.value = ''; f.dispatchEvent(new"
                                + " Event('input'));"),
                List.of("sort", "document.querySelectorAll('#graded thead button')[3].click();"),
                List.of("all rows", "document.querySelector('#list .more').click();"),
                List.of("sort all rows", "document.querySelectorAll('#graded thead button')[1].click();"),
                List.of("technology", "document.querySelectorAll('#graded .open')[20].click();"),
                List.of(
                        "network size",
                        "document.querySelectorAll('#network-body select')[0].value = 'degree';"
                                + " document.querySelectorAll('#network-body select')[0].dispatchEvent(new"
                                + " Event('change'));"),
                List.of(
                        "theme",
                        "document.getElementById('theme').value = 'dark';"
                                + " document.getElementById('theme').dispatchEvent(new Event('change'));"),
                List.of("language", "document.getElementById('lang').click();"));
        List<String> told = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        for (List<String> action : actions) {
            double millis = ((Number) page.evaluate("() => { const start = performance.now(); " + action.get(1)
                            + " document.body.offsetHeight; return performance.now() - start; }"))
                    .doubleValue();
            page.waitForTimeout(300);
            times.add(millis);
            told.add(String.format(Locale.ROOT, "%s %.0f ms", action.get(0), millis));
        }
        System.out.println("Report of 600 technologies: " + String.join(", ", told));
        assertThat(times.stream().max(Comparator.naturalOrder()).orElseThrow()).isLessThan(3_000);
        page.context().close();
    }
}
