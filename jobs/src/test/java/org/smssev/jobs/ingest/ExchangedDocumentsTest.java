package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.jobs.testing.LocalSpark;

/** Documents of DOCDB that come several times in one release, as weekly deliveries in one folder have them. */
@ExtendWith(LocalSpark.class)
class ExchangedDocumentsTest {
    private static final String SAID = "concat_ws('|', publication_number, title, withdrawn)";

    @TempDir
    private Path folder;

    private ReleaseRuns runs;

    @BeforeEach
    void open(SparkSession spark) {
        runs = new ReleaseRuns(spark, folder);
    }

    private static String document(String number, String status, String exchanged, String title) {
        return "<exchange-document country=\"EP\" doc-number=\"" + number + "\" kind=\"A1\" family-id=\"9" + number
                + "\" date-publ=\"20200101\" status=\"" + status + "\" date-of-last-exchange=\"" + exchanged
                + "\"><bibliographic-data><invention-title lang=\"en\">" + title
                + "</invention-title></bibliographic-data></exchange-document>\n";
    }

    private void write(String file, String... documents) throws IOException {
        ReleaseFiles.write(folder.resolve("docdb").resolve(file), String.join("", documents));
    }

    private MemoryContext run(String release, MemoryContext earlier) throws IOException {
        return runs.run(release, earlier, ReleaseRuns.source("docdb", folder.resolve("docdb")));
    }

    @Test
    void theLatestExchangeCountsWhateverTheNamesOfTheFiles() throws IOException {
        write(
                "a.xml",
                document("1", "A", "20230209", "New"),
                document("2", "D", "20230105", "Gone"),
                document("3", "D", "20230209", "Gone"));
        write(
                "b.xml",
                document("1", "C", "20230105", "Old"),
                document("2", "C", "20230209", "Back"),
                document("3", "C", "20230105", "There"),
                document("4", "C", "20230105", "Alone"));
        MemoryContext one = run("1", null);
        assertThat(ReleaseRuns.patents(one, SAID))
                .containsExactly("EP-1-A1|New|false", "EP-2-A1|Back|false", "EP-3-A1|Gone|true", "EP-4-A1|Alone|false");

        // What is known again has its day from before.
        write("0.xml", document("4", "A", "20221201", "Older"), document("1", "A", "20230301", "Newest"));
        MemoryContext two = run("2", one);
        assertThat(ReleaseRuns.patents(two, SAID))
                .containsExactly(
                        "EP-1-A1|Newest|false", "EP-2-A1|Back|false", "EP-3-A1|Gone|true", "EP-4-A1|Alone|false");
        runs.most = 0;
        assertThat(ReleaseRuns.patents(run("2", one), SAID)).isEqualTo(ReleaseRuns.patents(two, SAID));
    }
}
