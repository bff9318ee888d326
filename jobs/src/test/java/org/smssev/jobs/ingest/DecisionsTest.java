package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class DecisionsTest {
    private static final StructType SKETCH = new StructType()
            .add("publication_number", DataTypes.StringType)
            .add("file_no", DataTypes.IntegerType)
            .add("record_no", DataTypes.LongType)
            .add("withdrawal", DataTypes.BooleanType)
            .add("accepted", DataTypes.BooleanType)
            .add("record_hash", DataTypes.StringType)
            .add("first_release", DataTypes.StringType);

    @Test
    void aFirstReleaseIsDecidedAsIfAllRecordsWereMoved(SparkSession spark) {
        // Given once, withdrawn in the release that gives it, twice in a file, in two files, twice with a withdrawal,
        // and rejected.
        Dataset<Row> canonical = spark.createDataFrame(
                List.of(
                        record("US-1-A1", 0, 1, false, true),
                        record("US-2-A1", 0, 2, true, true),
                        record("US-3-A1", 0, 3, false, true),
                        record("US-3-A1", 0, 4, false, true),
                        record("US-4-A1", 0, 5, false, true),
                        record("US-4-A1", 1, 1, false, true),
                        record("US-5-A1", 1, 2, true, true),
                        record("US-5-A1", 1, 3, false, true),
                        record(null, 1, 4, false, false),
                        record("US-6-A1", 1, 5, false, true)),
                SKETCH);

        List<String> moved = sorted(Decisions.of(canonical, 9, null, true, 4));
        List<String> atPlace = sorted(Decisions.ofFirst(canonical, Decisions.several(canonical)));

        assertThat(atPlace).hasSize(9).isEqualTo(moved);
        assertThat(atPlace)
                .contains(
                        "[US-1-A1,0,1,NEW,EMIT,r1,true,false]",
                        "[US-2-A1,0,2,WITHDRAWN_MARKED,EMIT,r1,false,false]",
                        "[US-4-A1,1,1,null,FOLD,r1,false,false]");
    }

    private static Row record(String number, int file, long record, boolean withdrawal, boolean accepted) {
        return RowFactory.create(number, file, record, withdrawal, accepted, "hash " + number, "r1");
    }

    private static List<String> sorted(Dataset<Row> decisions) {
        List<String> rows = new ArrayList<>();
        decisions.collectAsList().forEach(r -> rows.add(r.toString()));
        rows.sort(null);
        return rows;
    }
}
