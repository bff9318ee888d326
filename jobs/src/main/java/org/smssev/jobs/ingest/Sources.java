package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.config.Config;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.stage.StageContext;

/** All sources of a release, landed. */
final class Sources {
    private final SparkSession spark;
    private final Config config;
    private final List<Input> inputs;
    private final List<Input.Read> files;

    private Sources(SparkSession spark, Config config, List<Input> inputs) {
        this.spark = spark;
        this.config = config;
        this.inputs = List.copyOf(inputs);
        this.files = inputs.stream()
                .flatMap(i -> i.files().stream())
                .sorted(Comparator.comparing(f -> f.file().number()))
                .toList();
    }

    /** Recognises and lands every file, in the order of sources and of files within them. */
    static Sources open(StageContext context) {
        Config config = context.config();
        Landing landing = new Landing(
                context.spark(), config.warehouse(), config.release().id());
        Set<String> seen = new HashSet<>();
        List<Input> inputs = new ArrayList<>();
        int files = 0;
        for (Source source : config.ingest().sources()) {
            List<Input> opened = new SourceReader(context, landing, source).open(seen, files);
            files += opened.stream().mapToInt(i -> i.files().size()).sum();
            inputs.addAll(opened);
        }
        return new Sources(context.spark(), config, inputs);
    }

    /** The files, each at the place of its number. */
    List<Input.Read> files() {
        return files;
    }

    /** The records of all files, as {@link CanonicalRows}. */
    Dataset<Row> canonical(References references) {
        boolean extended = config.ingest().families() == IngestConfig.Families.EXTENDED;
        Map<String, String> familyOf = FamilyLinks.families(inputs, extended);
        NormaliserSetup setup = new NormaliserSetup(
                familyOf, extended, config.ingest().languages(), references.inventory(), references.thesaurus());
        String release = config.release().id();
        return inputs.stream()
                .map(input -> CanonicalRows.of(input, release, setup))
                .reduce(Dataset::union)
                .orElseGet(() -> spark.createDataFrame(List.<Row>of(), CanonicalRows.SCHEMA));
    }
}
