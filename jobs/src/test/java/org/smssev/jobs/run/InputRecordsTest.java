package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputRecordsTest {
    private static final int ROWS = 1_000;

    @TempDir
    private Path folder;

    private double records(String name, String header) throws IOException {
        byte[] text = (header + "\n" + "1,2,a title of some words and their like\n".repeat(ROWS))
                .getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                OutputStream packed = packed(out, name)) {
            packed.write(text);
        }
        return InputRecords.of(file, name, Files.size(file));
    }

    private static OutputStream packed(OutputStream out, String name) throws IOException {
        if (name.endsWith(".gz")) {
            return new GZIPOutputStream(out);
        }
        if (!name.endsWith(".zip")) {
            return out;
        }
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("a"));
        return zip;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "number,title,abstract",
                "pat_publn_id,publn_auth,publn_nr",
                "\"PAT_PUBLN_ID\";\"PUBLN_AUTH\";\"PUBLN_NR\"",
                "patent_id,patent_type,patent_date",
                "pgpub_id,published_date,application_title"
            })
    void aTableOfPublicationsHasARecordInEachLine(String header) throws IOException {
        assertThat(records("a.csv", header)).isCloseTo(ROWS, within(5.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "pat_publn_id,citn_id,cited_pat_publn_id",
                "\"appln_id\"\t\"ipc_class_symbol\"\t\"ipc_position\"",
                "patent_id,citation_patent_id,citation_date",
                "pgpub_id,applicant_sequence,raw_applicant_organization",
                "location_id,disambig_city,disambig_country"
            })
    void otherTablesOfADatabaseHaveNone(String header) throws IOException {
        assertThat(records("a.tsv", header)).isZero();
        assertThat(records("a.tsv.zip", header)).isZero();
        assertThat(records("a.csv.gz", header)).isZero();
    }

    @Test
    void whatCannotBeUnpackedIsToldWhenItIsReadAndNotBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("b.csv.gz"), "no gzip");
        assertThat(InputRecords.of(file, "b.csv.gz", 7)).isZero();
    }

    @Test
    void othersCountByTheirBytes() throws IOException {
        Path file = Files.write(folder.resolve("a.xml"), new byte[50_000]);
        assertThat(InputRecords.of(file, "a.xml", 50_000)).isEqualTo(20);
        assertThat(InputRecords.of(file, "a.parquet", 50_000)).isEqualTo(120);
        assertThat(records("c.csv.gz", "number,title,abstract")).isPositive();
    }
}
