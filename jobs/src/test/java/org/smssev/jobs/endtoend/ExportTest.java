package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.table.TableDef;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.NetworkTables;
import org.smssev.jobs.Stages;

/** The networks and tables of the demo in every format. */
class ExportTest {
    private final Demo demo = Demo.once();

    @TempDir
    private Path out;

    private Console export(String format, String... more) {
        return Console.run(Stream.concat(
                        Stream.of(
                                "export",
                                "--format",
                                format,
                                "--config",
                                demo.config.toString(),
                                "--out",
                                out.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(out.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return content;
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphml", "pajek", "vosviewer"})
    void everyNetworkIsWritten(String format) throws IOException {
        Console console = export(format);
        assertThat(console.exit()).as(console.err()).isZero();
        assertThat(console.out()).contains("network-MAIN_GROUP-ALL", "files of run");
        assertThat(files()).containsKey("smssev-export-" + format + ".json");
        if (format.equals("vosviewer")) {
            checkVosViewer();
        }
    }

    /** As many items and links as the tables have rows. */
    private void checkVosViewer() throws IOException {
        var json = new ObjectMapper()
                .readTree(out.resolve("network-MAIN_GROUP-ALL.json").toFile());
        assertThat(json.at("/network/items"))
                .hasSize((int) TableDigest.published(demo.warehouse, NetworkTables.IpcNode.class).stream()
                        .filter(node -> node.level().equals("MAIN_GROUP"))
                        .count());
        assertThat(json.at("/network/links"))
                .hasSize((int) TableDigest.published(demo.warehouse, NetworkTables.IpcEdge.class).stream()
                        .filter(edge -> edge.level().equals("MAIN_GROUP"))
                        .count());
    }

    @Test
    void parquetHoldsEveryTableOfTheRunRowForRow() throws IOException {
        Console console = export("parquet");
        assertThat(console.exit()).as(console.err()).isZero();
        Map<String, Integer> rows = new TreeMap<>();
        for (String file : files().keySet()) {
            if (file.endsWith(".parquet")) {
                rows.put(
                        file.replaceAll("tables/|\\.parquet", ""),
                        parquet(out.resolve(file)).size());
            }
        }
        Stages.all().stream()
                .flatMap(stage -> stage.writes().stream())
                .forEach(type -> assertThat(rows)
                        .containsEntry(
                                TableDef.of(type).name(),
                                TableDigest.published(demo.warehouse, type).size()));
        assertThat(rows).containsKeys("meta.runs", "export.places");
        assertThat(files().keySet()).as("no file that only Hadoop knows").noneMatch(name -> name.endsWith(".crc"));
        List<GradeTables.Technology> graded = TableDigest.published(demo.warehouse, GradeTables.Technology.class);
        List<Group> read = parquet(out.resolve("tables/grade.technologies.parquet"));
        for (int i = 0; i < graded.size(); i++) {
            assertThat(read.get(i).getString("technology_id", 0))
                    .isEqualTo(graded.get(i).technologyId());
            assertThat(read.get(i).getFieldRepetitionCount("score"))
                    .isEqualTo(graded.get(i).score() == null ? 0 : 1);
            if (graded.get(i).score() != null) {
                assertThat(read.get(i).getDouble("score", 0))
                        .isEqualTo(graded.get(i).score());
            }
        }
    }

    private static List<Group> parquet(Path file) throws IOException {
        List<Group> rows = new java.util.ArrayList<>();
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                .build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void csvHoldsTheTablesAskedFor() throws IOException {
        Console console = export("csv", "--tables", "grade.technologies,ingest.ledger");
        assertThat(console.exit()).as(console.err()).isZero();
        assertThat(files().keySet())
                .contains("network-MAIN_GROUP-ALL-nodes.csv", "network-MAIN_GROUP-ALL-edges.csv")
                .filteredOn(name -> name.startsWith("tables/"))
                .containsExactly(
                        "tables/export.places.csv", "tables/grade.technologies.csv", "tables/ingest.ledger.csv");
        List<String> ledger = Files.readAllLines(out.resolve("tables/ingest.ledger.csv"));
        assertThat(ledger.get(0))
                .isEqualTo(TableDef.of(IngestTables.LedgerEntry.class).columns().stream()
                        .map(TableDef.ColumnDef::name)
                        .collect(Collectors.joining(",")));
        assertThat(Files.readString(out.resolve("tables/grade.technologies.csv")))
                .contains("LEVEL_1", "\"[\"\"");
    }

    @Test
    void wrongUseIsRefusedBeforeAnythingIsWritten() throws IOException {
        assertThat(export("graphml", "--tables", "grade.technologies").err()).contains("csv or parquet");
        assertThat(export("gexf", "--raw").exit()).isEqualTo(2);
        assertThat(export("csv", "--tables", "grade.nothing").err()).contains("no such table (grade.nothing)");
        assertThat(export("word").exit()).isEqualTo(2);
        assertThat(files()).isEmpty();
        Files.writeString(out.resolve("network-MAIN_GROUP-ALL.gexf"), "mine");
        Console inTheWay = export("gexf");
        assertThat(inTheWay.exit()).isEqualTo(2);
        assertThat(inTheWay.err()).contains("network-MAIN_GROUP-ALL.gexf", "--force");
        assertThat(out.resolve("network-MAIN_GROUP-ALL.gexf")).hasContent("mine");
        assertThat(export("gexf", "--force").exit()).isZero();
        Map<String, byte[]> forced = files();
        assertThat(export("gexf").exit()).as("replaces its own files").isZero();
        assertThat(files()).containsExactlyInAnyOrderEntriesOf(forced);
    }
}
