package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.jobs.ingest.format.FiveFormats.Publication;

class FiveFormatsTest {
    private static List<String> values(String cell) {
        return List.of(cell.split(String.valueOf(Field.SEPARATOR), -1));
    }

    private static Publication publication(Map<Field, String> record) {
        String number = record.get(Field.PUBLICATION_NUMBER);
        String kind = record.getOrDefault(Field.KIND, "");
        Stream<String> ipc = values(record.get(Field.IPC)).stream()
                .map(c -> IpcSymbol.parse(c).orElseThrow().canonical());
        return new Publication(
                record.get(Field.OFFICE),
                number.substring(2, number.length() - kind.length()),
                kind,
                record.get(Field.PUBLICATION_DATE),
                record.get(Field.TITLE),
                List.copyOf(new LinkedHashSet<>(ipc.toList())),
                values(record.get(Field.APPLICANTS)));
    }

    @Test
    void fiveToolsGiveTheSamePublications(@TempDir Path folder) throws IOException {
        for (Map.Entry<String, Path> file : FiveFormats.write(folder).entrySet()) {
            byte[] bytes = Files.readAllBytes(file.getValue());
            try (TableFile table = Tables.open(bytes)) {
                assertThat(table.layout().orElseThrow().name()).isEqualTo(file.getKey());
            }
            List<Publication> read = new ArrayList<>();
            Tables.records(bytes).forEach(r -> read.add(publication(r)));
            boolean kinds = !file.getKey().equals("PATENTSCOPE");
            List<Publication> expected = FiveFormats.PUBLICATIONS.stream()
                    .map(p -> new Publication(
                            p.office(),
                            p.serial(),
                            kinds ? p.kind() : "",
                            p.date(),
                            p.title(),
                            p.ipc(),
                            p.applicants()))
                    .toList();
            assertThat(read).as(file.getKey()).isEqualTo(expected);
        }
    }
}
