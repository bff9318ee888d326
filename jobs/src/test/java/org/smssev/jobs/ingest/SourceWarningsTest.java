package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.config.Config.Release;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.config.IngestConfig.Gate;
import org.smssev.common.config.IngestConfig.Gates;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.jobs.testing.LocalSpark;

/** What a source is warned of, whatever becomes of its records. */
@ExtendWith(LocalSpark.class)
class SourceWarningsTest {
    @TempDir
    private Path folder;

    private ReleaseRuns runs;

    @BeforeEach
    void open(SparkSession spark) {
        runs = new ReleaseRuns(spark, folder);
    }

    @Test
    void numbersOfNoKnownFormAreWarnedOfWithTheFirstOfThem() throws IOException {
        Source source = runs.source(
                "s",
                "cells.csv",
                "US1A1; US2A1,a,H01M 4/02,A,US,\nUS3A1,b,H01M 4/02,A,US,\nEP4A1|EP5A1,c,H01M 4/02,A,US,\n");
        MemoryContext run = runs.run("1", null, source);
        assertThat(run.quality).containsEntry("numbers_unknown s", 2.0);
        assertThat(run.messages.get("numbers_unknown s"))
                .endsWith("Examples: 'US1A1; US2A1' in cells.csv, record 1; 'EP4A1|EP5A1' in cells.csv, record 3");
    }

    @Test
    void numbersThatASourceGaveItselfAreWarnedOf() throws IOException {
        String header = "Application Id,Application Number,Country,Title,I P C";
        Path without = folder.resolve("without.csv");
        Files.writeString(
                without, header + "\nWO2015026896,,WO,a,\nUS343343499,14834567,US,b,\nCN101234567,2007101,CN,c,\n");
        Path with = folder.resolve("with.csv");
        Files.writeString(with, header + ",Publication Number\nUS343343499,14834567,US,b,,US20150376176\n");

        Path own = folder.resolve("mapped.csv");
        Files.writeString(own, header + "\nUS343343500,14834568,US,d,\n");
        Source mapped = ReleaseRuns.mapped("m", own, Map.of("publication-number", "Application Number"));

        MemoryContext run =
                runs.run("1", null, ReleaseRuns.source("s", without), ReleaseRuns.source("t", with), mapped);

        assertThat(run.quality)
                .containsEntry("numbers_own s", 2.0)
                .doesNotContainKey("numbers_own t")
                .doesNotContainKey("numbers_own m");
        assertThat(run.warnings).contains("numbers_own s");
    }

    @Test
    void aSourceAllOfWhoseRecordsAreRejectedIsWarnedOfThoughItIsLittleOfTheRelease() throws IOException {
        runs.gates = new Gates(
                new Gate(0.05, 0.5),
                new Gate(null, null),
                new Gate(null, null),
                new Gate(null, null),
                new Gate(null, null));
        StringBuilder many = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            many.append("US").append(i).append("A1,a,H01M 4/02,A,US,\n");
        }
        Source good = runs.source("good", "many.csv", many.toString());
        Source lost = runs.source("lost", "few.csv", ",a,H01M 4/02,A,US,\n,b,H01M 4/02,A,US,\n");

        MemoryContext run = runs.run("1", null, good, lost);

        assertThat(run.quality)
                .containsEntry("quarantined_share lost", 1.0)
                .containsEntry("quarantined_share good", 0.0);
        assertThat(run.warnings).contains("quarantined_share lost").doesNotContain("quarantined_share release");
        assertThat(run.messages.get("quarantined_share lost"))
                .startsWith("2 of 2 records of this source were rejected");
    }

    @Test
    void anIncrementWithAnotherThesaurusOrOtherFamiliesIsWarnedOf() throws IOException {
        Source first = runs.source("s", "first.csv", "US1A1,a,H01M 4/02,ACME,US,\n");
        Source more = runs.source("s", "more.csv", "US2A1,a,H01M 4/02,ACME,US,\n");
        MemoryContext one = runs.run("1", null, first);

        runs.mode = Release.Mode.INCREMENT;
        assertThat(runs.run("2", one, more).warnings).doesNotContain("settings_changed release");
        runs.families = IngestConfig.Families.EXTENDED;
        runs.thesaurus = Files.writeString(folder.resolve("names.csv"), "label,replace by\nACME,ACME GROUP\n")
                .toString();
        MemoryContext two = runs.run("2", one, more);
        assertThat(two.quality).containsEntry("settings_changed release", 2.0);
        assertThat(two.messages.get("settings_changed release"))
                .startsWith("ingest.applicant-thesaurus and ingest.families changed since release 1");
        runs.mode = Release.Mode.SNAPSHOT;
        assertThat(runs.run("2", one, more).warnings).doesNotContain("settings_changed release");
    }

    @Test
    void cellsThatASpreadsheetProgramCutAreWarnedOfWhereTheyAreRead() throws IOException {
        String header = "Jurisdiction,Kind,Display Key,Lens ID,Title,IPCR Classifications,NPL Citations";
        String cut = "H01M10/0525;;".repeat(3_000).substring(0, 32_767);
        Path lens = folder.resolve("lens.csv");
        Files.writeString(
                lens,
                header + "\nUS,B2,US 1 B2,1,a," + cut + ",\nUS,B2,US 2 B2,2,b,H01M10/0525," + cut
                        + "\nUS,B2,US 3 B2,3,c," + cut.substring(1) + ",\n");
        Source mapped = runs.source(
                "m", "cells.csv", "US4A1,a," + cut + ",A,US,\nUS5A1,b,H01M 4/02,A,US,\nUS6A1,c," + cut + ",A,US,\n");

        MemoryContext run = runs.run("1", null, ReleaseRuns.source("s", lens), mapped);

        assertThat(run.quality).containsEntry("cells_cut s", 1.0).containsEntry("cells_cut m", 2.0);
        assertThat(run.warnings).contains("cells_cut s", "cells_cut m");
    }

    @Test
    void countriesThatAreNoneAreWarnedOfWithTheFirstOfThem() throws IOException {
        Source source = runs.source(
                "s", "cells.csv", "US1A1,a,H01M 4/02,A,US,\nUS2A1,b,H01M 4/02,A,Atlantis,\nUS3A1,c,H01M 4/02,A,XX,\n");
        MemoryContext run = runs.run("1", null, source);
        assertThat(run.quality.get("countries_unknown s")).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(run.messages.get("countries_unknown s")).endsWith(": 'Atlantis' in cells.csv, record 2");
        assertThat(run.warnings).contains("countries_unknown s");
    }

    @Test
    void countriesAreLookedForWhereTheyAreCounted() throws IOException {
        Source ofApplicants = runs.source("s", "two.csv", "US1A1,a,H01M 4/02,A,US,\nUS2A1,b,H01M 4/02,A,,\n");
        assertThat(runs.run("1", null, ofApplicants).quality).containsEntry("without_country release", 0.5);
        runs.countryBy = IngestConfig.CountryBy.INVENTOR;
        assertThat(runs.run("1", null, ofApplicants).quality).containsEntry("without_country release", 1.0);
        runs.countryBy = IngestConfig.CountryBy.OFFICE;
        assertThat(runs.run("1", null, ofApplicants).quality)
                .doesNotContainKeys("without_country release", "without_country s");
    }
}
