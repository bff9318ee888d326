package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.tables.MetaTables;

/** Three releases, of which the first is published again, as it is and with a mended file. */
class RepublishedReleaseTest {
    @TempDir
    private Path folder;

    private void release(String id, String mode, String records) throws IOException {
        Files.writeString(folder.resolve(id + ".csv"), "number,title,filed\n" + records);
        Files.writeString(folder.resolve(id + ".yaml"), """
                project: {name: T, focal-country: KR, synthetic: true}
                warehouse: w
                release: {id: '%s', mode: %s}
                ingest:
                  sources:
                    - {name: a, path: %s.csv, columns: {publication-number: number, title: title, filing-date: filed}}
                """.formatted(id, mode, id));
    }

    private Console call(String command, String release, String... more) {
        return Console.run(Stream.concat(
                        Stream.of(
                                command,
                                "--config",
                                folder.resolve(release + ".yaml").toString(),
                                "--quiet",
                                "--master",
                                "local[2]"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private void runs(String command, String release, String... more) {
        Console console = call(command, release, more);
        assertThat(console.exit()).as(console.err()).isZero();
    }

    private void isRefused(String release, String message) {
        Console console = call("run", release);
        assertThat(console.exit()).as(console.out()).isEqualTo(4);
        assertThat(console.err()).contains(message, "ingest.gates.left-out");
    }

    private List<String> titles() {
        return LaterReleases.rows(folder.resolve("w"), Patent.class).stream()
                .map(p -> p.publicationNumber() + " " + p.title())
                .toList();
    }

    @Test
    void anOlderReleasePublishedAgainHidesNothing() throws IOException {
        release("1", "SNAPSHOT", "US7000001B2,One,2001-01-01\nUS7000002B2,Two,2001-01-01\n");
        release("2", "INCREMENT", "US7000003B2,Three,2002-01-01\n");
        release("3", "INCREMENT", "US7000004B2,Four,2003-01-01\n");
        Files.writeString(folder.resolve("names.csv"), "label,replace by\nACME,ACME GROUP\n");
        Files.writeString(folder.resolve("3.yaml"), "  applicant-thesaurus: names.csv\n", StandardOpenOption.APPEND);
        runs("run", "1");
        runs("ingest", "2");
        runs("run", "1", "-D", "gap.window=4");
        isRefused("3", "leave them out: 2.");
        runs("run", "2");
        runs("run", "3");
        assertThat(titles())
                .containsExactly("US-7000001-B2 One", "US-7000002-B2 Two", "US-7000003-B2 Three", "US-7000004-B2 Four");

        release("1", "SNAPSHOT", "US7000001B2,One mended,2001-01-01\nUS7000002B2,Two,2001-01-01\n");
        runs("run", "1");
        assertThat(LaterReleases.rows(folder.resolve("w"), MetaTables.Quality.class))
                .filteredOn(q -> q.check().equals("release_again"))
                .singleElement()
                .satisfies(q -> {
                    assertThat(q.outcome()).isEqualTo("WARN");
                    assertThat(q.message()).contains("2 publications were read, against 2 in the last published run");
                });
        assertThat(LaterReleases.rows(folder.resolve("w"), MetaTables.Quality.class))
                .filteredOn(q -> q.check().equals("releases_after"))
                .singleElement()
                .satisfies(q -> assertThat(q.message()).endsWith("in this order: 2, 3"));
        // All of it was computed before, of what the first release was then.
        isRefused("3", "would leave them out: 2.");
        runs("run", "2");
        runs("run", "3");
        assertThat(titles())
                .containsExactly(
                        "US-7000001-B2 One mended", "US-7000002-B2 Two", "US-7000003-B2 Three", "US-7000004-B2 Four");
        assertThat(LaterReleases.rows(folder.resolve("w"), MetaTables.Quality.class))
                .filteredOn(q -> q.check().equals("settings_changed"))
                .isNotEmpty()
                .allSatisfy(q -> assertThat(q.message())
                        .startsWith(
                                "ingest.applicant-thesaurus changed since release 2, on which this increment builds"));
    }
}
