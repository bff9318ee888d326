package org.smssev.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.ConfigReference;
import org.smssev.jobs.cli.CommandLineApp;

/** Help, messages and the comments of the reference configuration are easy to read. */
class ProseTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    /** Wide enough that no text of the help is broken over lines. */
    private static final String WIDTH = "10000";

    private static final int LONGEST_DESCRIPTION = 60;
    /** The tables that a stage reads, and those that it writes. */
    private static final Pattern TABLES = Pattern.compile("\\w+\\.\\w+(?:, \\w+\\.\\w+)+");

    private final Prose prose = new Prose();

    @Test
    void theHelpOfEveryCommandIsEasyToRead() {
        read("smssev --help", help("--help"));
        for (String command : commands().keySet()) {
            read("smssev " + command + " --help", help(command, "--help"));
        }
        assertThat(prose.sentenceCount()).isGreaterThan(200);
        assertThat(prose.problems()).isEmpty();
    }

    @Test
    void noDescriptionInTheListOfCommandsIsLong() {
        assertThat(commands()).containsKeys("run", "sql", "ingest", "report").hasSizeGreaterThan(20);
        Map<String, String> tooLong = commands();
        tooLong.values().removeIf(description -> description.length() <= LONGEST_DESCRIPTION);
        assertThat(tooLong).isEmpty();
    }

    @Test
    void theCommentsOfTheReferenceConfigurationAreEasyToRead() {
        StringBuilder comment = new StringBuilder();
        for (String line : ConfigReference.text().lines().toList()) {
            if (line.strip().startsWith("#")) {
                comment.append(line.strip().substring(1));
            } else {
                prose.read("above " + line.strip(), comment.toString());
                comment.setLength(0);
            }
        }
        assertThat(prose.sentenceCount()).isGreaterThan(200);
        assertThat(prose.problems()).isEmpty();
    }

    @Test
    void messagesAreEasyToRead() throws IOException {
        for (String module : List.of("common", "jobs", "notebook")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
                // Generated patents are no messages.
                for (Path file : files.filter(f -> f.toString().endsWith(".java"))
                        .filter(f -> !f.toString().contains("/generate/"))
                        .sorted()
                        .toList()) {
                    for (Messages.Message m : Messages.of(Files.readString(file))) {
                        prose.read(ROOT.relativize(file) + ":" + m.line(), m.text());
                    }
                }
            }
        }
        assertThat(prose.sentenceCount()).isGreaterThan(500);
        assertThat(prose.problems()).isEmpty();
    }

    @Test
    void textsAreFoundInSources() {
        assertThat(Messages.of("throw new UserException(Exit.INPUT, path + \": cannot be read as a \" + kind(\"CSV\")"
                        + " + \" file. \" + (isGzip ? \"Unpack it first and give it again.\" : \"\"));"))
                .extracting(Messages.Message::text)
                .containsExactlyInAnyOrder("X: cannot be read as a X file. X", "Unpack it first and give it again.");
        assertThat(Messages.of(
                        "@Column(\"the number of all the families\") int n; // \"not this one of all the texts\""))
                .isEmpty();
    }

    @Test
    void longSentencesAndPhrasesToAvoidAreFound() {
        prose.read(
                "here",
                "It is told by which name the file goes. " + "So many words are here ".repeat(8)
                        + ". Short, see e.g. A.");
        assertThat(prose.sentenceCount()).isEqualTo(3);
        assertThat(prose.problems()).hasSize(3);
    }

    /** Commands and their descriptions, as the list of commands has them. */
    private static Map<String, String> commands() {
        Map<String, String> all = new TreeMap<>();
        for (String line : help("--help").lines().toList()) {
            if (line.matches(" {1,4}[a-z][a-z-]*\\s{2,}\\S.*")) {
                all.put(line.strip().split("\\s{2,}")[0], line.strip().split("\\s{2,}", 2)[1]);
            }
        }
        return all;
    }

    /** Reads the descriptions: what stands last in a line, behind the options and commands. */
    private void read(String place, String help) {
        for (String line : help.lines().filter(l -> !l.startsWith("Usage:")).toList()) {
            String[] cells = line.strip().split("\\s{2,}");
            prose.read(place, TABLES.matcher(cells[cells.length - 1]).replaceAll("X"));
        }
    }

    private static String help(String... args) {
        String before = System.setProperty("picocli.usage.width", WIDTH);
        try {
            StringWriter out = new StringWriter();
            int exit = CommandLineApp.run(new PrintWriter(out, true), new PrintWriter(out, true), args);
            assertThat(exit).as(out.toString()).isZero();
            return out.toString();
        } finally {
            if (before == null) {
                System.clearProperty("picocli.usage.width");
            } else {
                System.setProperty("picocli.usage.width", before);
            }
        }
    }
}
