package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableDef.ColumnDef;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.Stages;

/** The comments of every table and column as they stand in its Delta log, where any reader finds them. */
class StoredCommentsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Demo demo = Demo.once();

    static Stream<TableDef> tables() {
        // What was pruned is written by vacuum alone, and the demo was never pruned.
        return Stages.tables().stream().filter(table -> table.type() != MetaTables.Pruned.class);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableTellsWhatItAndEachOfItsColumnsHolds(TableDef def) throws IOException {
        JsonNode meta = newestMetadata(demo.warehouse.resolve(def.stage()).resolve(def.table()));
        assertThat(meta.path("configuration").path("comment").asText()).isEqualTo(def.comment());
        comments(JSON.readTree(meta.path("schemaString").asText()).path("fields"), def.columns());
    }

    private static void comments(JsonNode fields, List<ColumnDef> columns) {
        Map<String, JsonNode> byName = new HashMap<>();
        fields.forEach(field -> byName.put(field.path("name").asText(), field));
        assertThat(byName).hasSameSizeAs(columns);
        for (ColumnDef column : columns) {
            JsonNode field = byName.get(column.name());
            assertThat(field.path("metadata").path("comment").asText())
                    .as(column.name())
                    .isEqualTo(column.comment())
                    .isNotBlank();
            if (column.kind() == TableDef.Kind.STRUCTS) {
                comments(field.path("type").path("elementType").path("fields"), TableDef.columnsOf(column.element()));
            }
        }
    }

    private static JsonNode newestMetadata(Path table) throws IOException {
        JsonNode newest = null;
        try (Stream<Path> log = Files.list(table.resolve("_delta_log"))) {
            for (Path file :
                    log.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode meta = JSON.readTree(line).path("metaData");
                    newest = meta.isMissingNode() ? newest : meta;
                }
            }
        }
        assertThat(newest).as("metadata of " + table).isNotNull();
        return newest;
    }
}
