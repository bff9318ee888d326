package org.smssev.common.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseTest {
    @TempDir
    Path folder;

    private Warehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = new Warehouse(folder.resolve("材料 with blank, 100%").toString(), new Configuration());
    }

    public record Part(
            @Column("name") String name,
            @Column(value = "weight", nullable = true) Double weight) {}

    @Table(name = "test.things", comment = "Things.", key = "thing_id")
    public record Thing(
            @Column("id") String thingId,
            @Column(value = "count", min = 0) long count,

            @Column(value = "share", nullable = true, min = 0, max = 1)
            Double share,

            @Column(value = "day", nullable = true) LocalDate day,
            @Column(value = "time", nullable = true) Instant time,
            @Column(value = "small", nullable = true) Integer small,
            @Column("flag") boolean flag,
            @Column("tags") List<String> tags,
            @Column("parts") List<Part> parts,

            @Column(
                    value = "kind",
                    nullable = true,
                    oneOf = {"A", "B"})
            String kind) {}

    @Table(name = "test.log", comment = "Log.", key = "line", append = true)
    public record Log(@Column("line") String line) {}

    private static Thing thing(String id, List<Part> parts) {
        return new Thing(
                id,
                3,
                .5,
                LocalDate.of(2020, 2, 29),
                Instant.parse("2026-01-01T00:00:00.123456Z"),
                7,
                true,
                List.of("x", "材料"),
                parts,
                "A");
    }

    @Test
    void rowsComeBackAsTheyWereWritten() {
        Thing full = thing("b", List.of(new Part("p", 1.5), new Part("q", null)));
        Thing bare = new Thing("a", 0, null, null, null, null, false, List.of(), List.of(), null);

        long version = warehouse.overwrite(Thing.class, List.of(full, bare));

        assertThat(warehouse.read(Thing.class, version)).containsExactly(bare, full);
        assertThat(folder.toFile().list())
                .as("whatever its path, a table is one folder")
                .hasSize(1);
    }

    @Test
    void anOlderVersionStaysReadableAfterAnOverwrite() {
        long first = warehouse.overwrite(Thing.class, List.of(thing("a", List.of())));
        long second = warehouse.overwrite(Thing.class, List.of(thing("b", List.of()), thing("c", List.of())));
        long third = warehouse.overwrite(Thing.class, List.of());

        assertThat(warehouse.read(Thing.class, first))
                .extracting(Thing::thingId)
                .containsExactly("a");
        assertThat(warehouse.read(Thing.class, second))
                .extracting(Thing::thingId)
                .containsExactly("b", "c");
        assertThat(warehouse.read(Thing.class, third)).isEmpty();
        assertThat(warehouse.head(TableDef.of(Thing.class))).hasValue(third);
    }

    @Test
    void anAppendCountsOncePerTransaction() {
        warehouse.append(Log.class, List.of(new Log("one")), "run1/log");
        warehouse.append(Log.class, List.of(new Log("one again")), "run1/log");
        warehouse.append(Log.class, List.of(new Log("two")), "run2/log");

        long head = warehouse.head(TableDef.of(Log.class)).orElseThrow();
        assertThat(warehouse.read(Log.class, head)).extracting(Log::line).containsExactly("one", "two");
    }

    @Test
    void aLongLogIsSummedUpAndManyFilesBecomeOneAndNothingIsLost() {
        int appends = 70;
        for (int i = 0; i < appends; i++) {
            warehouse.append(Log.class, List.of(new Log("line " + i)), "run" + i + "/log");
        }
        warehouse.append(Log.class, List.of(new Log("again")), "run3/log");

        TableDef def = TableDef.of(Log.class);
        long head = warehouse.head(def).orElseThrow();
        assertThat(Path.of(warehouse.location(def), "_delta_log").toFile().list())
                .contains("00000000000000000010.checkpoint.parquet");
        assertThat(warehouse.files(def, head)).hasSizeLessThan(10);
        assertThat(warehouse.read(Log.class, head)).hasSize(appends);
        assertThat(warehouse.read(Log.class, 4)).hasSize(4);
    }

    @Test
    void aBrokenRowIsRefusedAndNothingIsCommitted() {
        Thing twice = thing("a", List.of());
        assertThatThrownBy(() -> warehouse.overwrite(Thing.class, List.of(twice, twice)))
                .hasMessage("Table test.things: two rows have the key [a]");
        Thing nameless = thing(null, List.of());
        assertThatThrownBy(() -> warehouse.overwrite(Thing.class, List.of(nameless)))
                .hasMessage("Table test.things, row [null]: thing_id is null");
        Thing over = new Thing("a", -1, null, null, null, null, false, List.of(), List.of(), null);
        assertThatThrownBy(() -> warehouse.overwrite(Thing.class, List.of(over)))
                .hasMessageContaining("count is -1, outside 0.0 to Infinity");
        Thing odd = new Thing("a", 1, Double.NaN, null, null, null, false, List.of(), List.of(), null);
        assertThatThrownBy(() -> warehouse.overwrite(Thing.class, List.of(odd)))
                .hasMessageContaining("an undefined figure must be null");
        Thing unknown = new Thing("a", 1, null, null, null, null, false, List.of(), List.of(), "C");
        assertThatThrownBy(() -> warehouse.overwrite(Thing.class, List.of(unknown)))
                .hasMessageContaining("kind is C, not one of [A, B]");
        assertThat(warehouse.head(TableDef.of(Thing.class))).isEmpty();
    }
}
