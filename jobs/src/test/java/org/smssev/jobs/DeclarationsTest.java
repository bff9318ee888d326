package org.smssev.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableDef.ColumnDef;
import org.smssev.common.table.ViewDef;
import org.smssev.common.tables.Views;

/** What holds of every declaration of a table or view. */
class DeclarationsTest {
    static Stream<TableDef> all() {
        return Stream.concat(Stages.tables().stream(), Views.all().stream().map(ViewDef::table));
    }

    @ParameterizedTest
    @MethodSource("all")
    void namesAndCommentsAreAsAReaderOfTheDictionaryExpectsThem(TableDef def) {
        assertThat(def.name()).matches("[a-z]+\\.[a-z0-9_]+");
        assertThat(def.comment()).endsWith(".").hasSizeGreaterThan(15);
        assertThat(def.key())
                .isNotEmpty()
                .allSatisfy(key ->
                        assertThat(def.column(key).nullable()).as("key " + key).isFalse());
        described(def.columns());
    }

    private static void described(List<ColumnDef> columns) {
        assertThat(columns).extracting(ColumnDef::name).doesNotHaveDuplicates();
        for (ColumnDef column : columns) {
            assertThat(column.name()).matches("[a-z0-9_]+");
            assertThat(column.comment())
                    .as(column.name())
                    .isNotBlank()
                    .doesNotEndWith(".")
                    .isEqualTo(column.comment().strip());
            if (column.kind() == TableDef.Kind.STRUCTS) {
                described(TableDef.columnsOf(column.element()));
            }
        }
    }

    @Test
    void aViewIsFlatAndReadsTablesThatThereAreAndViewsBeforeIt() {
        Set<String> known = Stages.tables().stream().map(TableDef::name).collect(Collectors.toSet());
        for (ViewDef view : Views.all()) {
            assertThat(view.reads()).as(view.name()).isNotEmpty();
            assertThat(known).as("what " + view.name() + " reads").containsAll(view.reads());
            assertThat(view.table().columns())
                    .extracting(ColumnDef::kind)
                    .as(view.name())
                    .doesNotContain(TableDef.Kind.STRINGS, TableDef.Kind.STRUCTS);
            assertThat(known.add(view.name()))
                    .as(view.name() + " is a new name")
                    .isTrue();
        }
    }
}
