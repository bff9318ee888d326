package org.smssev.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/checks.md} has the checks of the code, and so have the Chinese texts of the report. */
class ChecksDocTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path MAIN = ROOT.resolve("jobs/src/main");
    /** A check that the code names where it is recorded. */
    private static final Pattern RECORDED = Pattern.compile(
            "(?:quality|warnAbove|gateAbove|\\bgate|\\bwarn)\\(\\s*(?:context,\\s*)?\"([a-z0-9]+(?:_[a-z0-9]+)*)\"");

    private static final Pattern CHINESE = Pattern.compile("(?m)^  ([a-z0-9_]+): \\[");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z0-9_]+(?:, [a-z0-9_]+)*) \\|");

    @Test
    void everyCheckOfTheCodeIsInTheDocumentationAndInTheReport() throws IOException {
        Set<String> recorded = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN.resolve("java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                recorded.addAll(found(RECORDED, text(file)));
            }
        }
        assertThat(recorded).hasSizeGreaterThan(60);
        assertThat(documented()).containsAll(recorded);
        assertThat(inReport()).containsAll(recorded);
    }

    @Test
    void theDocumentationHasTheChecksOfTheReportAndNoOthers() throws IOException {
        assertThat(documented()).isEqualTo(inReport());
    }

    private static Set<String> documented() throws IOException {
        Set<String> all = new TreeSet<>();
        for (String names : found(ROW, text(ROOT.resolve("docs/checks.md")))) {
            all.addAll(List.of(names.split(", ")));
        }
        return all;
    }

    private static Set<String> inReport() throws IOException {
        String texts = text(MAIN.resolve("resources/org/smssev/jobs/report/texts.js"));
        int start = texts.indexOf("const CHECKS");
        return found(CHINESE, texts.substring(start, texts.indexOf("\n}));", start)));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            found.add(m.group(1));
        }
        return found;
    }
}
