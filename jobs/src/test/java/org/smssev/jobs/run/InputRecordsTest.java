package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        return records(name, header, false);
    }

    private double records(String name, String header, boolean isMapped) throws IOException {
        byte[] text = (header + "\n" + "1,2,a title of some words and their like\n".repeat(ROWS))
                .getBytes(name.startsWith("wide") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            if (name.endsWith(".zip")) {
                ZipOutputStream zip = new ZipOutputStream(out, Charset.forName("GBK"));
                zip.putNextEntry(new ZipEntry("data/"));
                zip.putNextEntry(new ZipEntry("data/\u4e13\u5229.csv"));
                zip.write(text);
                zip.close();
            } else if (name.endsWith(".gz")) {
                GZIPOutputStream gzip = new GZIPOutputStream(out);
                gzip.write(text);
                gzip.close();
            } else {
                out.write(text);
            }
        }
        return InputRecords.of(file, name, Files.size(file), isMapped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "number,title,abstract",
                "pat_publn_id,publn_auth,publn_nr,publn_kind",
                "\"PAT_PUBLN_ID\";\"PUBLN_AUTH\";\"PUBLN_NR\";\"PUBLN_KIND\"",
                "patent_id,abstract,ipc",
                "patent_id,patent_date,patent_title,wipo_kind",
                "pgpub_id,published_date,application_title"
            })
    void aTableOfPublicationsHasARecordInEachLine(String header) throws IOException {
        for (String name : List.of("a.csv", "a.csv.gz", "a.zip", "wide.tsv")) {
            assertThat(records(name, header)).as(name).isCloseTo(ROWS, within(5.0));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "pat_publn_id,citn_id,cited_pat_publn_id",
                "\"appln_id\"\t\"ipc_class_symbol\"\t\"ipc_position\"",
                "patent_id,citation_patent_id,citation_date",
                "pgpub_id,applicant_sequence,rawlocation_id",
                "appln_id,cpc_class_symbol",
                "location_id,disambig_city,disambig_country"
            })
    void otherTablesOfADatabaseHaveNoneUnlessTheirColumnsAreMapped(String header) throws IOException {
        for (String name : List.of("a.tsv", "a.zip", "a.csv.gz", "wide.tsv")) {
            assertThat(records(name, header)).as(name).isZero();
            assertThat(records(name, header, true)).as(name).isCloseTo(ROWS, within(5.0));
        }
    }

    @Test
    void whatCannotBeUnpackedCountsByItsBytes() throws IOException {
        Path file = Files.write(folder.resolve("b.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
        assertThat(InputRecords.of(file, "b.csv.gz", 5_000, false)).isEqualTo(12);
    }

    @Test
    void othersCountByTheirBytes() throws IOException {
        Path file = Files.write(folder.resolve("a.xml"), new byte[50_000]);
        assertThat(InputRecords.of(file, "a.xml", 50_000, false)).isEqualTo(20);
        assertThat(InputRecords.of(file, "a.parquet", 50_000, false)).isEqualTo(120);
    }
}
