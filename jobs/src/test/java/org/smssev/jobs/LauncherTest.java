package org.smssev.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/smssev} passes to spark-submit, with a Spark whose spark-submit prints its arguments. */
class LauncherTest {
    private static final String DELTA = "io.delta:delta-spark_4.2_2.13:9.9.9";

    @TempDir
    private Path folder;

    private Path home;
    private Path spark;
    private String exitAndError;

    @BeforeEach
    void layOut() throws IOException {
        home = folder.resolve("smssev");
        Files.createDirectories(home.resolve("bin"));
        Files.copy(Path.of("../bin/smssev"), home.resolve("bin/smssev"));
        Path target = Files.createDirectories(home.resolve("jobs/target"));
        Files.writeString(target.resolve("smssev-jobs.jar"), "");
        Files.writeString(target.resolve("classpath.txt"), "");
        Files.writeString(
                target.resolve("jvm.args"), "-Xss2m -Ddev.ludovic.netlib.blas.allowNative=false -Duser.timezone=UTC");
        Files.writeString(target.resolve("spark.packages"), DELTA);
        spark = folder.resolve("spark");
        Files.createDirectories(spark.resolve("bin"));
        Files.createDirectories(spark.resolve("jars"));
        Path submit = Files.writeString(spark.resolve("bin/spark-submit"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void passesTheMasterOfTheCommandAndDelta() throws Exception {
        List<String> words =
                launch(Map.of("SMSSEV_MASTER", "yarn"), "run", "--config", "a b.yaml", "--master", "spark://host:7077");

        assertThat(words).startsWith("--master", "spark://host:7077", "--packages", DELTA, "--driver-java-options");
        assertThat(words)
                .endsWith(
                        "--class",
                        "org.smssev.jobs.Smssev",
                        home + "/jobs/target/smssev-jobs-all.jar",
                        "run",
                        "--config",
                        "a b.yaml",
                        "--master",
                        "spark://host:7077");
        assertThat(exitAndError).isEqualTo("0 ");
    }

    @Test
    void readsTheMasterAfterAnEqualsSign() throws Exception {
        assertThat(launch(Map.of(), "run", "--master=local[2]")).startsWith("--master", "local[2]");
    }

    @Test
    void takesMasterHeapAndOptionsFromTheEnvironment() throws Exception {
        List<String> words =
                launch(Map.of("SMSSEV_MASTER", "yarn", "SMSSEV_HEAP", "6g", "SMSSEV_JAVA_OPTS", "-Dx=1"), "status");

        assertThat(words).startsWith("--master", "yarn", "--driver-memory", "6g");
        assertThat(words.get(words.indexOf("--driver-java-options") + 1))
                .isEqualTo(
                        "-Dlog4j2.configurationFile=file://" + home + "/jobs/src/main/resources/log4j2.properties"
                                + " -Dsmssev.terminal=false -Dsmssev.interactive=false -Ddev.ludovic.netlib.blas.allowNative=false -Dx=1");
    }

    @Test
    void leavesMasterAndDeltaToASparkThatHasThem() throws Exception {
        Files.writeString(spark.resolve("jars/delta-spark_4.2_2.13-4.4.1.jar"), "");

        assertThat(launch(Map.of(), "status")).doesNotContain("--master", "--packages");
    }

    @Test
    void refusesASparkHomeWithoutSpark() throws Exception {
        Files.delete(spark.resolve("bin/spark-submit"));

        launch(Map.of(), "status");

        assertThat(exitAndError)
                .isEqualTo(
                        "2 smssev: " + spark + "/bin/spark-submit: not found. Set SPARK_HOME to a Spark installation,"
                                + " or unset it to use the embedded one.\n");
    }

    /** Runs the launcher; returns the arguments of spark-submit. */
    private List<String> launch(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/smssev").toString());
        builder.command().addAll(List.of(arguments));
        Map<String, String> all = new HashMap<>(environment);
        all.put("SPARK_HOME", spark.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("SMSSEV_"));
        builder.environment().putAll(all);
        Process process = builder.redirectError(folder.resolve("err").toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        exitAndError = process.waitFor() + " " + Files.readString(folder.resolve("err"));
        return out.lines().toList();
    }
}
