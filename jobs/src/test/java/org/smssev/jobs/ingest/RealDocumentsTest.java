package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.format.Document;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.Packed;
import org.smssev.jobs.ingest.format.document.DocumentFormat;
import org.smssev.jobs.ingest.format.document.DocumentFormats;
import org.smssev.jobs.ingest.record.NormaliserSetup;
import org.smssev.jobs.ingest.record.RecordNormaliser;
import org.smssev.jobs.ingest.record.Writing;
import org.smssev.jobs.testing.RealData;

/**
 * Real DOCDB and Red Book files, against the counts of real-data/count_documents.py, which its head defines.
 *
 * <p>One definition differs: the script counts an applicant or inventor per element, the reader leaves out one that has
 * neither name nor country. No real file has such a one.
 */
class RealDocumentsTest {
    private static final int MAX_DOCUMENT = 64 << 20;

    static Map<String, Map<String, Integer>> expected() throws IOException {
        try (InputStream in = RealDocumentsTest.class.getResourceAsStream("/real-data/documents.json")) {
            return new ObjectMapper()
                    .readValue(in, new TypeReference<LinkedHashMap<String, Map<String, Integer>>>() {});
        }
    }

    static Stream<String> files() throws IOException {
        return expected().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void countsAreThoseOfTheScript(String name) throws IOException {
        Path file =
                RealData.folder(name.substring(0, name.indexOf('/'))).resolve(name.substring(name.indexOf('/') + 1));

        List<Document> documents = read(file);

        List<Document> records =
                documents.stream().filter(d -> d.reason() == null).toList();
        List<Patent> patents =
                records.stream().map(RealDocumentsTest::normalised).toList();
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("documents", records.size());
        counts.put("not_patents", (int) documents.stream()
                .filter(d -> "NOT_A_PATENT".equals(d.reason()))
                .count());
        counts.put("publications", (int)
                patents.stream().map(Patent::publicationNumber).distinct().count());
        counts.put("ipc_total", values(records, Field.IPC));
        counts.put(
                "ipc_distinct", patents.stream().mapToInt(p -> p.ipc().size()).sum());
        counts.put("families", (int) records.stream()
                .map(d -> d.fields().get(Field.FAMILY_ID))
                .filter(family -> family != null)
                .distinct()
                .count());
        counts.put("titles", having(records, Field.TITLE));
        counts.put("abstracts", having(records, Field.ABSTRACT));
        counts.put("applicants", sum(patents, Patent::applicants));
        counts.put("inventors", sum(patents, Patent::inventors));
        counts.put("citations", values(records, Field.CITED));
        counts.put("priorities", values(records, Field.PRIORITY_NUMBERS));
        assertThat(counts).isEqualTo(expected().get(name));
        assertThat(documents).hasSize(counts.get("documents") + counts.get("not_patents"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyCodeIsRead(String name) throws IOException {
        Path file =
                RealData.folder(name.substring(0, name.indexOf('/'))).resolve(name.substring(name.indexOf('/') + 1));

        assertThat(read(file))
                .filteredOn(d -> d.reason() == null)
                .allSatisfy(d -> assertThat(normaliser().normalise(d.fields()).malformedIpc())
                        .isZero());
    }

    private static int values(List<Document> records, Field field) {
        return records.stream()
                .map(d -> d.fields().get(field))
                .filter(cell -> cell != null)
                .mapToInt(cell -> cell.split(String.valueOf(Field.SEPARATOR), -1).length)
                .sum();
    }

    private static int having(List<Document> records, Field field) {
        return (int) records.stream().filter(d -> d.fields().containsKey(field)).count();
    }

    private static int sum(List<Patent> patents, Function<Patent, List<?>> list) {
        return patents.stream().mapToInt(p -> list.apply(p).size()).sum();
    }

    private static List<Document> read(Path file) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (Packed.Entry entry : Packed.entries(file, Packed.Limits.DEFAULT)) {
            try (InputStream in = entry.open();
                    InputStream start = entry.open()) {
                String text = new String(start.readNBytes(1 << 16), StandardCharsets.UTF_8);
                DocumentFormat format = DocumentFormats.recognise(text).orElseThrow();
                assertThat(format.name()).isEqualTo(file.getParent().endsWith("docdb") ? "DOCDB_XML" : "USPTO_XML");
                format.read(in, MAX_DOCUMENT).forEachRemaining(documents::add);
            }
        }
        return documents;
    }

    private static Patent normalised(Document document) {
        RecordNormaliser.Normalised result = normaliser().normalise(document.fields());
        assertThat(result.reason()).as(result.detail()).isNull();
        return result.patent();
    }

    private static RecordNormaliser normaliser() {
        Map<Field, Writing> texts = Arrays.stream(Field.values())
                .collect(Collectors.toMap(field -> field, field -> new Writing("", "yyyy-MM-dd")));
        return new RecordNormaliser("r1", "real", texts, false, NormaliserSetup.PLAIN);
    }
}
