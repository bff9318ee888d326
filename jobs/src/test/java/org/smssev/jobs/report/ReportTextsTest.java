package org.smssev.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The English texts of the page keep the rules of plain English. */
class ReportTextsTest {
    private static final Path PAGE = Path.of("src/main/resources/org/smssev/jobs/report");
    private static final int MOST_WORDS = 25;

    /** The English of {@code t('English', '中文')}, {@code ['English', '中文']} and {@code <@w "English" "中文"/>}. */
    private static final Pattern ENGLISH =
            Pattern.compile("(?:\\bt\\(|\\[)(?:'([^'\\n]*)'|`((?:[^`$]|\\$\\{[^}]*})*)`), ['`]"
                    + "|<@(?:w|part \"\\w+\"|chapter \"\\w+\") \"([^\"]*)\"");

    private static final Pattern AVOIDED = Pattern.compile(
            "\\bbut for\\b|\\b(is|are|was|were|be) told\\b|\\btells? (which|why|how far|what|where|of)\\b|\\bit be\\b|\\bof whose\\b"
                    + "|\\bby which\\b|\\bin which each\\b|\\b(is|are) said\\b|\\bsays? of\\b|\\bthat there (is|are) (none|not)\\b"
                    + "|\\bwhatever\\b|\\bsuch as it\\b|\\bso as to\\b|\\b(thereof|thereby|wherein|whereof|hereby)\\b|\\bsimply\\b"
                    + "|\\bof course\\b|\\bobviously\\b",
            Pattern.CASE_INSENSITIVE);

    @Test
    void sentencesAreShortAndInEverydayWords() throws IOException {
        List<String> sentences = sentences();
        assertThat(sentences).hasSizeGreaterThan(300);
        assertThat(sentences)
                .allSatisfy(sentence ->
                        assertThat(sentence.split("\\s+")).as(sentence).hasSizeLessThanOrEqualTo(MOST_WORDS))
                .noneMatch(sentence -> AVOIDED.matcher(sentence).find());
    }

    private static List<String> sentences() throws IOException {
        List<String> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(PAGE)) {
            for (Path file : files.sorted().toList()) {
                Matcher text = ENGLISH.matcher(Files.readString(file, StandardCharsets.UTF_8));
                while (text.find()) {
                    String english = text.group(1) != null
                            ? text.group(1)
                            : text.group(2) != null ? text.group(2) : text.group(3);
                    sentences.addAll(
                            List.of(english.replaceAll("\\$\\{[^}]*}", "N").split("(?<=[.!?]) +")));
                }
            }
        }
        return sentences;
    }
}
