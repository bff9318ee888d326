package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class SparkSessionsTest {
    @TempDir
    Path folder;

    @Test
    void tasksAreNotSentTheDefaultsOfServicesThatAnEmbeddedSessionLacks(SparkSession spark) throws Exception {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        spark.range(3).write().parquet(folder.resolve("rows").toString());
        FileSystem.get(hadoop);

        List<String> left = new ArrayList<>();
        for (Map.Entry<String, String> setting : hadoop) {
            if (setting.getKey().matches("(yarn|mapreduce)\\..*")) {
                left.add(setting.getKey());
            }
        }

        assertThat(left)
                .contains("mapreduce.outputcommitter.factory.scheme.s3a")
                .allMatch(key -> key.contains("committer")
                        || !List.of(hadoop.getPropertySources(key)).get(0).endsWith("-default.xml"));
        assertThat(hadoop.get("fs.s3a.connection.maximum")).isNotNull();
    }

    @Test
    void schemasLeaveNothingInTheFolderOfTheProcess(SparkSession spark) {
        spark.sql("CREATE SCHEMA IF NOT EXISTS left_behind");
        String location = spark.sql("DESCRIBE SCHEMA left_behind")
                .filter("info_name = 'Location'")
                .first()
                .getString(1);
        spark.sql("DROP SCHEMA left_behind");

        assertThat(location).contains(System.getProperty("java.io.tmpdir") + "/smssev-schemas-");
        assertThat(Path.of("spark-warehouse")).doesNotExist();
    }
}
