package org.smssev.common.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;

/** Tables of another version of the program: each record declares the same table as that version did. */
class MigrationTest {
    @TempDir
    Path folder;

    private Warehouse warehouse;

    public record OldPart(@Column("name") String name) {}

    public record NewPart(
            @Column("name") String name,
            @Column(value = "weight", nullable = true) Double weight) {}

    @Table(name = "test.log", comment = "Log.", key = "line", append = true)
    public record Old(
            @Column("line") String line, @Column("parts") List<OldPart> parts) {}

    @Table(name = "test.log", comment = "Log.", key = "line", append = true)
    public record New(
            @Column("line") String line,
            @Column("parts") List<NewPart> parts,
            @Column(value = "note", nullable = true) String note) {}

    @Table(name = "test.log", comment = "Log.", key = "line", append = true)
    public record Stricter(
            @Column("line") String line,
            @Column("parts") List<OldPart> parts,
            @Column("needed") String needed) {}

    @Table(name = "test.log", comment = "Log.", key = "line", append = true)
    public record Retyped(
            @Column("line") long line, @Column("parts") List<OldPart> parts) {}

    @BeforeEach
    void anOldTable() {
        warehouse = new Warehouse(folder.toString(), new Configuration());
        warehouse.append(Old.class, List.of(new Old("a", List.of(new OldPart("p")))), "run1/log");
    }

    private long head() {
        return warehouse.headOf("test.log").orElseThrow();
    }

    @Test
    void columnsThatCameReadAsNull() {
        assertThat(warehouse.read(New.class, head()))
                .containsExactly(new New("a", List.of(new NewPart("p", null)), null));
    }

    @Test
    void anAppendBringsTheColumnsAndKeepsRowsOldVersionsAndTransactions() {
        long before = head();
        New row = new New("b", List.of(new NewPart("q", 1.5)), "new");

        warehouse.append(New.class, List.of(row), "run2/log");
        warehouse.append(New.class, List.of(row), "run2/log");

        assertThat(warehouse.read(New.class, head()))
                .containsExactly(new New("a", List.of(new NewPart("p", null)), null), row);
        assertThat(warehouse.read(Old.class, before)).hasSize(1);
    }

    @Test
    void theOlderProgramRefusesToAppendToTheNewerTable() {
        warehouse.append(New.class, List.of(), "run2/log");

        assertThatThrownBy(() -> warehouse.append(Old.class, List.of(), "run3/log"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("test.log: written by a newer version")
                .hasMessageContaining("parts.weight, note");
    }

    @Test
    void whatIsNotAdditiveIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> warehouse.read(Stricter.class, head()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("lacks needed")
                .hasMessageContaining("Run the stage test again");
        assertThatThrownBy(() -> warehouse.append(Retyped.class, List.of(), "run2/log"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("has another type in line");
        assertThat(warehouse.read(Old.class, head())).hasSize(1);
    }
}
