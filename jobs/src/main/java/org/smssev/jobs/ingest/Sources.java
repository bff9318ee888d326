package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.smssev.common.config.Config;
import org.smssev.common.config.Config.Release;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.family.FamilyLinks;
import org.smssev.jobs.ingest.record.NormaliserSetup;
import org.smssev.jobs.ingest.source.Input;
import org.smssev.jobs.ingest.source.Landing;
import org.smssev.jobs.ingest.source.SourceReader;

/** All sources of a release, landed. */
final class Sources {
    private final StageContext context;
    private final List<Input> inputs;
    private final List<Input.Read> files;

    private Sources(StageContext context, List<Input> inputs) {
        this.context = context;
        this.inputs = List.copyOf(inputs);
        this.files = inputs.stream()
                .flatMap(i -> i.files().stream())
                .sorted(Comparator.comparing(f -> f.file().number()))
                .toList();
    }

    /** Recognises and lands every file, in the order of sources and of files within them. */
    static Sources open(StageContext context) {
        Config config = context.config();
        Landing landing = new Landing(context);
        Map<String, Source> seen = new HashMap<>();
        List<Input> inputs = new ArrayList<>();
        int files = 0;
        for (Source source : config.ingest().sources()) {
            List<Input> opened = new SourceReader(context, landing, source).open(seen, files);
            files += opened.stream().mapToInt(i -> i.files().size()).sum();
            inputs.addAll(opened);
        }
        return new Sources(context, inputs);
    }

    /** How many records they have. */
    long records() {
        return files.stream().mapToLong(Input.Read::records).sum();
    }

    /** The files, each at the place of its number. */
    List<Input.Read> files() {
        return files;
    }

    /**
     * The records of all files, as {@link CanonicalRows}.
     *
     * @param earlier the publications that the records are held against; null if they are held against none
     */
    JavaRDD<InternalRow> canonical(References references, Broadcast<EarlierSketches> earlier) {
        Config config = context.config();
        boolean extended = config.ingest().families() == IngestConfig.Families.EXTENDED;
        boolean adds = config.release().mode() == Release.Mode.INCREMENT;
        FamilyLinks links = FamilyLinks.of(
                inputs, extended, adds ? context.earlierTable(Patent.class).orElse(null) : null);
        if (adds) {
            context.quality(
                    "families_apart",
                    "release",
                    (double) links.apart(),
                    "families of earlier releases belong together according to new records. They stay apart until the next"
                            + " snapshot.");
        }
        NormaliserSetup setup = new NormaliserSetup(
                links.families(),
                extended,
                config.ingest().languages(),
                references.inventory(),
                references.thesaurus());
        String release = config.release().id();
        String how = String.join(
                "\n",
                context.codeVersion(),
                String.valueOf(extended),
                String.valueOf(config.ingest().languages()),
                References.digests(context).toString());
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(context.spark().sparkContext());
        @SuppressWarnings("unchecked") // Arrays know no types.
        JavaRDD<InternalRow>[] rows = inputs.stream()
                .map(input -> CanonicalRows.of(input, release, setup, how, earlier))
                .toArray(JavaRDD[]::new);
        return rows.length == 0 ? spark.emptyRDD() : spark.union(rows);
    }
}
