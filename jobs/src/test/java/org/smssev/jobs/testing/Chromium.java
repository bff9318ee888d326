package org.smssev.jobs.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Debian's Chromium without a window, one for all tests of the JVM. Tests that need it are skipped, with a message, where
 * there is none; the system property {@code smssev.browser} names another one.
 */
public final class Chromium {
    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable");
    private static Browser browser;

    private Chromium() {}

    /**
     * What a page did that it should not: errors it wrote to the console or threw, and requests it made.
     *
     * @param page the page
     * @param complaints errors and requests, in their order
     */
    public record Watched(Page page, List<String> complaints) {}

    /** Opens a file in a page of its own, at a width, with a query such as {@code lang=en}. */
    public static Watched open(Path file, String query, int width) {
        BrowserContext context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setLocale("en-US")
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                        .setAcceptDownloads(true));
        List<String> complaints = new ArrayList<>();
        String own = file.toUri().toString().replace("file:/", "file:///").replace("file://///", "file:///");
        context.route("**/*", route -> {
            String url = route.request().url();
            if (url.startsWith(own) || url.startsWith("data:")) {
                route.resume();
            } else {
                complaints.add("request: " + url);
                route.abort();
            }
        });
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("thrown: " + error));
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.navigate(own + (query.isEmpty() ? "" : "?" + query));
        page.waitForSelector("html[data-ready=true]");
        return new Watched(page, complaints);
    }

    /** The bytes of what a page saves. */
    public static byte[] saved(Page page, Runnable action) throws Exception {
        Download download = page.waitForDownload(action);
        return Files.readAllBytes(download.path());
    }

    private static synchronized Browser browser() {
        Optional<Path> path = Stream.concat(Stream.ofNullable(System.getProperty("smssev.browser")), USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(
                path.isPresent(),
                "no Chromium here: apt-get install chromium fonts-noto-cjk, or -Dsmssev.browser=PATH");
        if (browser == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(path.get())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }
}
