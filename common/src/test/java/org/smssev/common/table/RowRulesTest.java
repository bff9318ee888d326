package org.smssev.common.table;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowRulesTest {
    @Table(name = "test.ruled", comment = "Rows with rules.", key = "id", large = true)
    public record Ruled(
            @Column(value = "id", filled = true) String id,

            @Column(
                    value = "kind",
                    nullable = true,
                    oneOf = {"A", "B"})
            String kind,

            @Column(value = "count", min = 1) long count,

            @Column(value = "year", nullable = true, max = 2_100)
            Integer year,

            @Column(value = "share", nullable = true, min = 0, max = 1)
            Double share,

            @Column(value = "name", nullable = true, filled = true)
            String name) {}

    private static final TableDef DEF = TableDef.of(Ruled.class);
    private static final Object[] GOOD = {"i", "A", 1L, 2_100, 1.0, "n"};

    /** A good row with another value at a place. */
    private static InternalRow row(int at, Object value) {
        Object[] values = GOOD.clone();
        values[at] = value;
        return new GenericInternalRow(Arrays.stream(values)
                .map(v -> v instanceof String s ? UTF8String.fromString(s) : v)
                .toArray());
    }

    private static RowRules seen(InternalRow... rows) {
        RowRules rules = new RowRules(DEF);
        for (InternalRow row : rows) {
            rules.see(row);
        }
        return rules;
    }

    @Test
    void rowsAtTheEdgeOfWhatIsAllowedPass() {
        RowRules rules = seen(row(0, "i"), row(1, null), row(3, null), row(4, 0.0), row(4, null), row(5, null));

        assertThatCode(rules::requireKept).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | null | id is null",
                "0 | ''   | id is empty",
                "1 | C    | kind is not one of [A, B]",
                "2 | 0    | count is outside 1.0 to Infinity",
                "3 | 2101 | year is outside -Infinity to 2100.0",
                "4 | -1   | share is outside 0.0 to 1.0",
                "4 | NaN  | share is outside 0.0 to 1.0",
                "5 | ''   | name is empty"
            })
    void theRuleThatIsBrokenIsTold(int at, String value, String told) {
        Object broken = switch (at) {
            case 2 -> Long.valueOf(value);
            case 3 -> Integer.valueOf(value);
            case 4 -> Double.valueOf(value);
            default -> "null".equals(value) ? null : value;
        };
        RowRules rules = seen(row(0, "i"), row(at, broken), row(at, broken));

        assertThatThrownBy(rules::requireKept)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Table test.ruled: " + told + " in 2 rows");
    }

    @Test
    void whatPartsHaveCountedIsAdded() {
        RowRules rules = seen(row(1, "C"));
        rules.add(seen(row(1, "D"), row(0, "i")));
        rules.add(seen());

        assertThatThrownBy(rules::requireKept).hasMessageEndingWith("kind is not one of [A, B] in 2 rows");
    }
}
