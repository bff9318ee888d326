package org.smssev.jobs.ingest.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;
import org.smssev.jobs.ingest.rows.BinaryRows.Place;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class BinaryRowsTest {
    private static final StructType SCHEMA = new StructType()
            .add("id", DataTypes.LongType)
            .add("key", DataTypes.StringType)
            .add("names", DataTypes.createArrayType(DataTypes.StringType))
            .add(
                    "parties",
                    DataTypes.createArrayType(
                            new StructType().add("name", DataTypes.StringType).add("country", DataTypes.StringType)));

    /** Keys of all lengths that a digest treats apart, one of them null. */
    private static Dataset<Row> planned(SparkSession spark) {
        Random random = new Random(5);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String key = random.ints(i, 0x20, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            List<Row> parties = List.of(
                    RowFactory.create("p" + i, "c" + i), RowFactory.create("q" + i, i % 2 == 0 ? null : "d" + i));
            rows.add(RowFactory.create((long) i, i == 7 ? null : key, List.of("n" + i), i == 9 ? null : parties));
        }
        return spark.createDataFrame(rows, SCHEMA).repartition(3);
    }

    private static InternalRows made(SparkSession spark) {
        return InternalRows.made(
                spark, InternalRows.planned(planned(spark)).rows().map(InternalRow::copy), SCHEMA);
    }

    private static List<String> texts(InternalRows rows) {
        BinaryRows some = BinaryRows.of(rows, "names", "id");
        Place names = some.places().get(0);
        Place id = some.places().get(1);
        return some.rows()
                .map(r -> names.text(names.list(r), 0) + " " + r.getLong(id.column()))
                .collect();
    }

    @Test
    void columnsAreFoundWhereTheyAre(SparkSession spark) {
        assertThat(texts(InternalRows.planned(planned(spark))))
                .hasSize(100)
                .contains("n42 42")
                .containsExactlyInAnyOrderElementsOf(texts(made(spark)));
        assertThatThrownBy(() -> BinaryRows.of(made(spark), "none")).hasMessageContaining("none");
    }

    private static List<String> countries(InternalRows rows) {
        BinaryRows some = BinaryRows.of(rows, "id", "parties.country");
        Place id = some.places().get(0);
        Place country = some.places().get(1);
        return some.rows()
                .map(r -> r.getLong(id.column()) + " " + countries(country, country.list(r)))
                .collect();
    }

    private static String countries(Place country, ArrayData list) {
        return list == null ? "none" : list.numElements() + " " + country.text(list, 0) + " " + country.text(list, 1);
    }

    @Test
    void aFieldOfRecordsIsAListOfItsOwn(SparkSession spark) {
        assertThat(countries(InternalRows.planned(planned(spark))))
                .hasSize(100)
                .contains("41 2 c41 d41", "42 2 c42 null", "9 none")
                .containsExactlyInAnyOrderElementsOf(countries(made(spark)));
    }

    @Test
    void keysAreDigestedAsSparkDigestsColumns(SparkSession spark) {
        List<Long> ofColumns = planned(spark)
                .orderBy("id")
                .select(DigestedKeys.digest("key"))
                .javaRDD()
                .map(r -> r.getLong(0))
                .collect();
        List<Long> ofKeys = InternalRows.planned(planned(spark).orderBy("id").select("key"))
                .rows()
                .map(r -> DigestedKeys.digest(r.getUTF8String(0)))
                .collect();

        assertThat(ofKeys).isEqualTo(ofColumns).doesNotHaveDuplicates().hasSize(100);
    }

    @Test
    void tasksFindKeysOfASetAsColumnsDo(SparkSession spark) {
        long[] digests = planned(spark)
                .filter("id % 3 = 0 AND key IS NOT NULL")
                .select(DigestedKeys.digest("key"))
                .collectAsList()
                .stream()
                .mapToLong(r -> r.getLong(0))
                .sorted()
                .toArray();
        try (DigestedKeys keys = new DigestedKeys(spark, digests);
                DigestedKeys none = new DigestedKeys(spark, new long[0])) {
            DigestedKeys.Known known = keys.known();

            assertThat(made(spark)
                            .rows()
                            .filter(r -> known.has(r.getUTF8String(1)))
                            .count())
                    .isEqualTo(planned(spark).filter(keys.has("key")).count())
                    .isEqualTo(34);
            assertThat(none.known().has(UTF8String.fromString("a"))).isFalse();
        }
    }
}
