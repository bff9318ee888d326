package org.smssev.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.smssev.jobs.testing.Chromium;

/**
 * Makes the pictures of the tour in {@code docs/report.md}; {@code bin/screenshots} runs it. The property
 * {@code smssev.pictures} names a report with scores, {@code smssev.pictures.unscored} one without (optional), and
 * {@code smssev.pictures.out} the folder for the pictures.
 */
@EnabledIfSystemProperty(named = "smssev.pictures", matches = ".+")
class ReportPicturesTest {
    private static final int WIDE = 1440;
    private static final int README = 1200;
    private static final int MIDDLE = 1100;
    private static final int PHONE = 390;
    private static final int TALL = 1120;
    private static final long LARGEST = 300_000;

    private final Path report = Path.of(System.getProperty("smssev.pictures"));
    private final String unscored = System.getProperty("smssev.pictures.unscored");
    private final Path out = Path.of(System.getProperty("smssev.pictures.out", "target"));

    @Test
    void takesThePicturesOfTheTour() throws IOException {
        Files.createDirectories(out);
        top(report, "report-list.png", "lang=en&theme=light", README);
        top(report, "report-phone.png", "lang=zh&theme=light", PHONE);
        figure("report-certainty.png", "lang=en&theme=light", "#f-certainty", MIDDLE);
        figure("report-why.png", "lang=en&theme=light", "#why", WIDE);
        figure("report-network.png", "lang=en&theme=dark", "#f-network", MIDDLE);
        figure("report-gap.png", "lang=zh&theme=light", "#f-gap", MIDDLE);
        figure("report-countries.png", "lang=en&theme=light", "#f-countries", MIDDLE);
        if (unscored != null) {
            top(Path.of(unscored), "report-unscored.png", "lang=en&theme=light", README);
        }
    }

    private void top(Path report, String name, String query, int width) throws IOException {
        Page page = Chromium.open(report, query, width).page();
        page.setViewportSize(width, TALL);
        page.screenshot(new Page.ScreenshotOptions().setPath(out.resolve(name)));
        done(page, name);
    }

    private void figure(String name, String query, String what, int width) throws IOException {
        Page page = Chromium.open(report, query, width).page();
        page.evaluate("() => CHARTS.forEach((chart) => build(chart))");
        page.locator(what).screenshot(new Locator.ScreenshotOptions().setPath(out.resolve(name)));
        done(page, name);
    }

    private void done(Page page, String name) throws IOException {
        page.context().close();
        assertThat(Files.size(out.resolve(name))).as(name).isBetween(5_000L, LARGEST);
    }
}
