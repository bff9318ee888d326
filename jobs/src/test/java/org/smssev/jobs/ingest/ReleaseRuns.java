package org.smssev.jobs.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.config.Config;
import org.smssev.common.config.Config.Project;
import org.smssev.common.config.Config.Release;
import org.smssev.common.config.Config.Text;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.config.IngestConfig.Gate;
import org.smssev.common.config.IngestConfig.Gates;
import org.smssev.common.config.IngestConfig.Join;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.table.Digests;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;

/** Runs of the stage alone, each in a warehouse of its own, with the settings that a test sets. */
public final class ReleaseRuns {
    /** Text of which everything is found from the file. */
    public static final Text FOUND = new Text(null, null, null, ";", "yyyy-MM-dd", 1_000_000);

    /** Columns of {@link #HEADER}. */
    static final Map<String, String> COLUMNS = Map.of(
            "publication-number",
            "number",
            "title",
            "title",
            "ipc",
            "ipc",
            "applicants",
            "applicants",
            "applicant-countries",
            "countries",
            "withdrawn",
            "out");

    static final String HEADER = "number,title,ipc,applicants,countries,out\n";

    /** Columns of {@link #LINK_HEADER}. */
    static final Map<String, String> LINKS = Map.of(
            "publication-number",
            "number",
            "application-number",
            "application",
            "priority-numbers",
            "priorities",
            "extended-family-id",
            "extended",
            "family-members",
            "members");

    static final String LINK_HEADER = "number,application,priorities,extended,members\n";

    private static final Gate NO_GATE = new Gate(null, null);
    static final Gates NO_GATES = new Gates(NO_GATE, NO_GATE, NO_GATE, NO_GATE, NO_GATE);

    private final SparkSession spark;
    private final Path folder;
    private int runs;
    Release.Mode mode = Release.Mode.SNAPSHOT;
    IngestConfig.CountryBy countryBy = IngestConfig.CountryBy.APPLICANT;
    IngestConfig.Families families = IngestConfig.Families.SIMPLE;
    Gates gates = NO_GATES;
    String inventory;
    Map<String, String> titles = Map.of();
    List<String> languages = List.of("en", "zh");
    String thesaurus;
    String code = "code";
    /** The most records that are told by digests. */
    int most = Digests.MOST;

    public ReleaseRuns(SparkSession spark, Path folder) {
        this.spark = spark;
        this.folder = folder;
    }

    /** A source of a file that is written first: records below {@link #HEADER}. */
    public Source source(String name, String file, String records) throws IOException {
        return mapped(name, ReleaseFiles.write(folder.resolve(file), HEADER + records), COLUMNS);
    }

    /** A source whose files are recognised. */
    public static Source source(String name, Path path) {
        return mapped(name, path, Map.of());
    }

    /** A source whose columns are mapped. */
    public static Source mapped(String name, Path path, Map<String, String> columns, Join... joins) {
        return new Source(name, path.toString(), FOUND, columns, null, List.of(joins));
    }

    /** A run that has not begun. */
    public MemoryContext prepared(String release, MemoryContext earlier, Source... sources) {
        IngestConfig ingest = new IngestConfig(
                List.of(sources),
                ".",
                countryBy,
                false,
                IngestConfig.International.TWO_OFFICES,
                false,
                families,
                languages,
                inventory,
                titles,
                thesaurus,
                gates);
        Path run = folder.resolve("run-" + ++runs);
        Config config = config(ingest, new Release(release, mode, 2), run.resolve("warehouse"));
        return new MemoryContext(spark, config, run.resolve("tables"), earlier, code);
    }

    /** A configuration that has no other stage's settings. */
    static Config config(IngestConfig ingest, Release release, Path warehouse) {
        return new Config(
                new Project("test", "CN", List.of(), true),
                warehouse.toString(),
                release,
                ingest,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The stage that runs. */
    IngestStage stage() {
        return new IngestStage(most);
    }

    /** A run. */
    public MemoryContext run(String release, MemoryContext earlier, Source... sources) {
        MemoryContext context = prepared(release, earlier, sources);
        stage().run(context);
        return context;
    }

    /** An expression over the rows of a table, as sorted texts. */
    public static List<String> column(MemoryContext context, Class<? extends Record> table, String expression) {
        return context.dataset(table).selectExpr("CAST(" + expression + " AS STRING)").collectAsList().stream()
                .map(r -> String.valueOf(r.get(0)))
                .sorted()
                .toList();
    }

    static List<String> patents(MemoryContext context, String expression) {
        return column(context, Patent.class, expression);
    }

    static List<List<Long>> ledger(MemoryContext context, String release) {
        return context.rows(LedgerEntry.class).stream()
                .filter(e -> e.release().equals(release))
                .map(e -> List.of(
                        e.read(),
                        e.newRecords(),
                        e.corrected(),
                        e.unchanged(),
                        e.duplicate(),
                        e.withdrawnMarked(),
                        e.withdrawnAbsent()))
                .toList();
    }
}
