package org.smssev.jobs.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.io.FileErrors;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.StageContext;
import org.smssev.jobs.ingest.format.Packed;

/** Opens one source: recognises its files and those joined to it, and lands what is not read where it is. */
public final class SourceReader {
    /** Of so many records of a source the driver keeps where they end, in four bytes each. */
    private static final int MOST_ENDS = 8_000_000;

    private final StageContext context;
    private final Landing landing;
    private final Source source;
    private final boolean mapped;
    /** Of how many more records it is kept where they end. */
    private int endsLeft = MOST_ENDS;

    public SourceReader(StageContext context, Landing landing, Source source) {
        this.context = context;
        this.landing = landing;
        this.source = source;
        this.mapped = !source.columns().isEmpty();
    }

    /** Role of the files of a source. */
    public static String role(Source source) {
        return "source:" + source.name();
    }

    /** Role of the files of a join. */
    public static String role(Source source, int join) {
        return "join:" + source.name() + ":" + join;
    }

    /** A file that was recognised. */
    record Opened(FileId id, SourceFile file) {}

    /**
     * Recognises and lands; leaves out files whose bytes were already read in this release.
     *
     * @param seen the source by digests of the files read so far; those of this source are added
     * @param firstNumber number of the first file of this source
     * @throws UserException if another source takes other columns of the same bytes
     */
    public List<Input> open(Map<String, Source> seen, int firstNumber) {
        List<Opened> files = new ArrayList<>();
        List<Opened> passedOver = new ArrayList<>();
        boolean isRepeated = false;
        for (InputFile input : context.files(role(source))) {
            for (Opened opened : opened(input)) {
                if (opened.file().isPassedOver()) {
                    passedOver.add(opened);
                    continue;
                }
                Source first = seen.putIfAbsent(opened.id().sha256(), source);
                if (first == null) {
                    files.add(opened);
                } else {
                    isRepeated = true;
                    requireAlike(first, opened);
                    FileWarnings.tellRepeated(context, source.name(), opened.id());
                }
            }
        }
        if (!isRepeated) {
            requireRecords(files, passedOver);
        }
        FileWarnings.tellPassedOver(context, source.name(), passedOver);
        FileWarnings.tell(context, source.name(), files);
        List<Opened> tables = new ArrayList<>();
        List<Opened> others = new ArrayList<>();
        files.forEach(
                f -> (Recognition.databaseTable(f.file().header()).isPresent() && !mapped ? tables : others).add(f));
        Map<Object, List<Opened>> alike = new LinkedHashMap<>();
        int number = firstNumber + bases(tables);
        for (Opened other : others) {
            FileId id = other.id().numbered(number++);
            alike.computeIfAbsent(alike(other), k -> new ArrayList<>()).add(new Opened(id, other.file()));
        }
        List<List<Opened>> landed = new ArrayList<>();
        tables.forEach(t -> landed.add(List.of(t)));
        alike.values().stream()
                .filter(g -> !g.get(0).file().isColumnar() && !isReadOnce(g))
                .forEach(landed::add);
        landing.landAll(landed);
        List<Input> inputs = new ArrayList<>();
        if (!tables.isEmpty()) {
            inputs.add(new DatabaseTables(context, landing, source.name()).open(tables, firstNumber));
        }
        List<JoinedTable> joins = joins();
        alike.values().forEach(group -> inputs.add(isReadOnce(group) ? inPlace(group) : input(group, joins)));
        joins.forEach(join -> join.report(context));
        return inputs;
    }

    /** A source of nothing else may be the delivery of which the documents were forgotten. */
    private void requireRecords(List<Opened> files, List<Opened> passedOver) {
        if (files.isEmpty() && !passedOver.isEmpty()) {
            Opened first = passedOver.get(0);
            throw new UserException(
                    Exit.INPUT,
                    "ingest.sources." + source.name() + ": no records. "
                            + first.id().name() + " (" + first.file().layout() + ") "
                            + switch (first.file().kind()) {
                                case UNREAD ->
                                    "is a table that smssev does not use. Add the tables with the publications.";
                                case EMPTY -> "is empty. Add the other parts, or export the table again.";
                                default -> "only describes the delivery. Add its documents.";
                            });
        }
    }

    /** What another source read is left out only where nothing is lost by that; the ledger tells files by their bytes. */
    private void requireAlike(Source first, Opened again) {
        if (!first.columns().equals(source.columns())
                || !Objects.equals(first.office(), source.office())
                || !first.joins().equals(source.joins())
                || !first.text().equals(source.text())) {
            throw new UserException(
                    Exit.USAGE,
                    "ingest.sources." + source.name() + ": " + again.id().name()
                            + " is the same file as one of ingest.sources." + first.name()
                            + ", but with other settings. A release reads a file once. Map all columns in one source, or"
                            + " remove the file from the other.");
        }
    }

    private static int bases(List<Opened> tables) {
        return (int) tables.stream()
                .filter(t -> DatabaseTables.isBase(t.file().layout()))
                .count();
    }

    /** Files of which this is equal are read alike; Spark reads columnar ones each for itself. */
    private static Object alike(Opened f) {
        SourceFile file = f.file();
        return file.isColumnar()
                ? f.id().sha256()
                : List.of(
                        file.kind(),
                        file.layout(),
                        file.header(),
                        file.separator(),
                        file.quote(),
                        file.bound() == null ? "" : file.bound().writing());
    }

    private List<Opened> opened(InputFile input) {
        String name = input.name();
        if (Files.isDirectory(input.path())) {
            SourceFile table =
                    SourceFile.delta(name, input.path(), mapped, source.text().maxCell());
            return List.of(new Opened(id(input, name, input.sha256()), table));
        }
        List<Opened> opened = new ArrayList<>();
        try {
            for (Packed.Entry entry : Packed.entries(input.path(), Packed.Limits.DEFAULT)) {
                String sha = entry.inner().isEmpty()
                        ? input.sha256()
                        : DigestUtils.sha256Hex(input.sha256() + entry.inner());
                SourceFile file = Recognition.recognise(entry, source.text(), ColumnPlan.columns(source));
                opened.add(
                        new Opened(id(input, entry.inner().isEmpty() ? name : name + "!" + entry.inner(), sha), file));
            }
        } catch (IOException e) {
            throw new UserException(Exit.INPUT, input.path() + ": " + FileErrors.why(e), e);
        }
        return opened;
    }

    private FileId id(InputFile input, String name, String sha256) {
        return new FileId(-1, source.name(), sha256, input.path().toString(), name);
    }

    /** Whether files are read where they are: in parts, and by what makes canonical rows of them alone, but for a look at families. */
    private boolean isReadOnce(List<Opened> group) {
        Opened first = group.get(0);
        boolean extended = context.config().ingest().families() == IngestConfig.Families.EXTENDED;
        return group.stream().allMatch(f -> f.file().isSplittable())
                && source.joins().isEmpty()
                && !plan(first, first.file().header()).mayLink(extended);
    }

    private Input inPlace(List<Opened> group) {
        List<FilePart> parts = new ArrayList<>();
        List<Input.Read> read = new ArrayList<>();
        for (Opened f : group) {
            List<FilePart> own = FilePart.of(f, endsLeft);
            endsLeft -= (int) own.stream()
                    .filter(part -> part.chunk().ends() != null)
                    .mapToLong(FilePart::records)
                    .sum();
            parts.addAll(own);
            read.add(new Input.Read(
                    f.id(), own.stream().mapToLong(FilePart::records).sum()));
        }
        SourceFile file = group.get(0).file();
        long bytes = group.stream().mapToLong(f -> f.file().bytes()).sum();
        int partitions = ReleaseSize.partitions(bytes);
        if (ReleaseSize.isHeld(context)) {
            // What such a release brings may be all in one place, so that each part is for any core. Mostly that is the
            // end, so it comes first: what takes longest would else keep one core busy when the others are done.
            partitions = parts.size();
            Collections.reverse(parts);
        }
        JavaRDD<FilePart> inPlace = FilePart.together(context.spark(), parts, partitions);
        return new Input(
                read,
                () -> context.spark().createDataFrame(inPlace.flatMap(FilePart::rows), Landing.schema(file)),
                inPlace,
                plan(group.get(0), file.header()));
    }

    /** Files that are read alike. */
    private Input input(List<Opened> group, List<JoinedTable> joins) {
        Opened first = group.get(0);
        SourceFile file = first.file();
        Dataset<Row> rows = file.isColumnar()
                ? new ColumnarFile(context.spark(), landing).land(first.id(), file)
                : landing.land(group);
        RecordPlan plan = plan(first, file.header().isEmpty() ? ColumnarFile.header(rows) : file.header());
        List<Input.Read> read = read(group, rows);
        long n = read.stream().mapToLong(Input.Read::records).sum();
        for (JoinedTable join : joins) {
            rows = join.to(rows, n, plan.mapping());
        }
        return Input.landed(read, rows, plan);
    }

    private RecordPlan plan(Opened first, List<String> header) {
        return plan(source, first.id(), first.file(), header);
    }

    /** How the records of a file of a source are read. */
    static RecordPlan plan(Source source, FileId id, SourceFile file, List<String> header) {
        ColumnPlan mapping = ColumnPlan.empty();
        if (!source.columns().isEmpty()) {
            ColumnPlan.mapped(source)
                    .forEach((field, setting) -> mapping.put(
                            field,
                            ColumnPlan.columns(setting).stream()
                                    .map(column ->
                                            Landing.FIRST_CELL + ColumnPlan.position(id, header, column, field.key()))
                                    .toList(),
                            source.text()));
            mapping.office(source.office());
        } else if (file.bound() == null) {
            mapping.canonical(header);
        } else {
            mapping.dated(source.text());
        }
        return new RecordPlan(file.bound(), header.size(), mapping, file.separator(), file.quote());
    }

    private static List<Input.Read> read(List<Opened> group, Dataset<Row> rows) {
        if (group.size() == 1) {
            return List.of(new Input.Read(group.get(0).id(), rows.count()));
        }
        Map<String, Long> records = new HashMap<>();
        rows.groupBy("_file_sha256").count().collectAsList().forEach(r -> records.put(r.getString(0), r.getLong(1)));
        return group.stream()
                .map(f -> new Input.Read(f.id(), records.getOrDefault(f.id().sha256(), 0L)))
                .toList();
    }

    private List<JoinedTable> joins() {
        List<JoinedTable> joins = new ArrayList<>();
        for (int j = 0; j < source.joins().size(); j++) {
            joins.add(JoinedTable.open(context, landing, source, j));
        }
        return joins;
    }
}
