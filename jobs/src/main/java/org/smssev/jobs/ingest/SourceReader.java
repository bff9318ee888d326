package org.smssev.jobs.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.StageContext;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.Packed;

/** Opens one source: recognises and lands its files and those joined to it. */
final class SourceReader {
    private final StageContext context;
    private final Landing landing;
    private final Source source;
    private final boolean mapped;

    SourceReader(StageContext context, Landing landing, Source source) {
        this.context = context;
        this.landing = landing;
        this.source = source;
        this.mapped = !source.columns().isEmpty();
    }

    /** Role of the files of a source. */
    static String role(Source source) {
        return "source:" + source.name();
    }

    /** Role of the files of a join. */
    static String role(Source source, int join) {
        return "join:" + source.name() + ":" + join;
    }

    /** A file that was recognised. */
    record Opened(FileId id, SourceFile file) {}

    /**
     * Lands everything; leaves out files whose bytes were already read in this release.
     *
     * @param seen digests of the files read so far; those of this source are added
     * @param firstNumber number of the first file of this source
     */
    List<Input> open(Set<String> seen, int firstNumber) {
        List<Opened> files = new ArrayList<>();
        for (InputFile input : context.files(role(source))) {
            for (Opened opened : opened(input)) {
                if (seen.add(opened.id().sha256())) {
                    files.add(opened);
                } else {
                    context.quality(
                            "repeated_file",
                            source.name() + "/" + opened.id().name(),
                            1.0,
                            "the same bytes as a file before it; left out");
                }
            }
        }
        landing.landAll(files.stream()
                .filter(f ->
                        f.file().kind() != SourceFile.Kind.PARQUET && f.file().kind() != SourceFile.Kind.DELTA)
                .toList());
        List<Opened> tables = new ArrayList<>();
        List<Opened> others = new ArrayList<>();
        files.forEach(
                f -> (Recognition.databaseTable(f.file().header()).isPresent() && !mapped ? tables : others).add(f));
        List<Input> inputs = new ArrayList<>();
        if (!tables.isEmpty()) {
            inputs.addAll(new DatabaseTables(context, landing, source.name()).open(tables, firstNumber));
        }
        List<JoinedTable> joins = joins();
        for (Opened other : others) {
            inputs.add(input(new Opened(other.id().numbered(firstNumber + inputs.size()), other.file()), joins));
        }
        return inputs;
    }

    private List<Opened> opened(InputFile input) {
        String name = input.name();
        if (Files.isDirectory(input.path())) {
            Packed.Entry entry =
                    new Packed.Entry(name, input.path().toString(), Packed.Kind.PLAIN, "", -1, Packed.Limits.DEFAULT);
            SourceFile table = new SourceFile(
                    entry,
                    SourceFile.Kind.DELTA,
                    mapped ? Recognition.MAPPED : Recognition.GOOGLE_PARQUET,
                    null,
                    List.of(),
                    null,
                    source.text().maxCell());
            return List.of(new Opened(id(input, name, input.sha256()), table));
        }
        List<Opened> opened = new ArrayList<>();
        try {
            for (Packed.Entry entry : Packed.entries(input.path(), Packed.Limits.DEFAULT)) {
                String sha = entry.inner().isEmpty() ? input.sha256() : Digests.ofText(input.sha256() + entry.inner());
                SourceFile file = Recognition.recognise(entry, source.text(), mapped);
                opened.add(
                        new Opened(id(input, entry.inner().isEmpty() ? name : name + "!" + entry.inner(), sha), file));
            }
        } catch (IOException e) {
            throw new UserException(Exit.INPUT, "Cannot read " + input.path() + ": " + e.getMessage(), e);
        }
        return opened;
    }

    private FileId id(InputFile input, String name, String sha256) {
        return new FileId(-1, source.name(), sha256, input.path().toString(), name);
    }

    private Input input(Opened opened, List<JoinedTable> joins) {
        SourceFile file = opened.file();
        Dataset<Row> rows = switch (file.kind()) {
            case PARQUET, DELTA -> new ColumnarFile(context.spark(), landing).land(opened.id(), file);
            default -> landing.land(opened.id(), file);
        };
        List<String> header = file.header().isEmpty() ? ColumnarFile.header(rows) : file.header();
        ColumnPlan mapping = ColumnPlan.empty();
        if (mapped) {
            String where = "ingest.sources." + source.name() + ".columns";
            ColumnPlan.mapped(source.columns(), where)
                    .forEach((field, column) -> mapping.put(
                            field,
                            Landing.FIRST_CELL + ColumnPlan.position(opened.id(), header, column, field.key()),
                            source.text()));
        } else if (file.bound() == null) {
            mapping.canonical(header);
        }
        long read = rows.count();
        for (JoinedTable join : joins) {
            String number = rows.columns()[mapping.positions().get(Field.PUBLICATION_NUMBER)];
            rows = join.to(rows, number, mapping);
        }
        RecordPlan plan = new RecordPlan(file.bound(), header.size(), mapping, file.separator(), file.quote());
        return new Input(opened.id(), file.layout(), rows, plan, read);
    }

    private List<JoinedTable> joins() {
        List<JoinedTable> joins = new ArrayList<>();
        for (int j = 0; j < source.joins().size(); j++) {
            if (!mapped) {
                throw new UserException(
                        Exit.USAGE,
                        "ingest.sources." + source.name()
                                + ".joins: tables are joined to mapped columns only; map the columns of the source");
            }
            joins.add(JoinedTable.open(context, landing, source, j));
        }
        return joins;
    }
}
