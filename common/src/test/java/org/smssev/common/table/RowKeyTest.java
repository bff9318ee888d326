package org.smssev.common.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class RowKeyTest {
    private static final StructType SCHEMA = new StructType()
            .add("other", DataTypes.LongType)
            .add("text", DataTypes.StringType)
            .add("number", DataTypes.LongType)
            .add("small", DataTypes.IntegerType);

    private static long digest(List<String> key, Object... values) {
        return new RowKey(SCHEMA, key)
                .digest(new GenericInternalRow(Arrays.stream(values)
                        .map(v -> v instanceof String s ? UTF8String.fromString(s) : v)
                        .toArray()));
    }

    @Test
    void aKeyOfOneTextHasTheDigestByWhichItIsLookedUp() {
        assertThat(digest(List.of("text"), 1L, "US-1-A1", 2L, 3))
                .isEqualTo(DigestedKeys.digest(UTF8String.fromString("US-1-A1")));
        assertThat(digest(List.of("text"), 1L, null, 2L, 3)).isEqualTo(DigestedKeys.digest((UTF8String) null));
    }

    @Test
    void onlyTheColumnsOfTheKeyCountAndEachOfThemDoes() {
        List<String> key = List.of("text", "number", "small");
        long digest = digest(key, 1L, "a", 2L, 3);

        assertThat(digest(key, 9L, "a", 2L, 3)).isEqualTo(digest);
        Set<Long> all = new HashSet<>(List.of(
                digest,
                digest(key, 1L, "b", 2L, 3),
                digest(key, 1L, "a", 3L, 3),
                digest(key, 1L, "a", 2L, 2),
                digest(key, 1L, null, 2L, 3)));
        assertThat(all).hasSize(5);
    }
}
