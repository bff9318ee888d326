package org.smssev.jobs.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config.Text;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.config.IngestConfig.Families;
import org.smssev.common.config.IngestConfig.Join;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.io.FileErrors;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.GoogleQuery;
import org.smssev.jobs.ingest.format.Packed;
import org.smssev.jobs.ingest.format.document.GoogleJsonLines;
import org.smssev.jobs.ingest.format.document.JsonShape;
import org.smssev.jobs.ingest.number.PublicationNumber;
import org.smssev.jobs.ingest.record.NormaliserSetup;
import org.smssev.jobs.ingest.record.RecordNormaliser;
import org.smssev.jobs.ingest.record.RecordNormaliser.Normalised;

/**
 * What a patent file is and how it would be read; writes nothing. Spark is asked for Parquet and Delta alone.
 *
 * @param name name of the file, or of one in it
 * @param layout what it is, e.g. PATSNAP
 * @param form how it is written, in words
 * @param columns field to the column, or columns, it is taken from; empty for documents, whose format says it
 * @param ignored columns that are not read
 * @param read records that were read
 * @param taken how many of them would be stored
 * @param publications how many publications these are of; as many, where there are more than five million
 * @param apart those of them whose publication numbers meet no other source: of no known form, or the source's own
 * @param malformedIpc texts among their IPC codes that are none
 * @param first the first records as they would be stored
 * @param rejected how many would be rejected, by reason
 * @param examples the first rejected records: number, reason, what was seen
 * @param whole whether the file was read to its end
 * @param kind what the file holds
 * @param countries the countries of the records that would be stored
 */
public record Inspection(
        String name,
        String layout,
        String form,
        Map<Field, String> columns,
        List<String> ignored,
        long read,
        long taken,
        long publications,
        long apart,
        long malformedIpc,
        List<Patent> first,
        Map<String, Long> rejected,
        List<String> examples,
        boolean whole,
        Kind kind,
        Countries countries) {
    /** What a recognised file holds. */
    public enum Kind {
        /** Records of publications. */
        RECORDS,
        /** A table of a database; a run puts records together from all tables of a source. */
        TABLE,
        /** Nothing that is read. */
        PASSED_OVER
    }

    /**
     * In how many records each country occurs, by its two letters.
     *
     * @param offices countries of the publishing office
     * @param applicants countries of applicants
     * @param inventors countries of inventors
     */
    public record Countries(Map<String, Long> offices, Map<String, Long> applicants, Map<String, Long> inventors) {
        static Countries empty() {
            return new Countries(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }

        void add(Patent patent) {
            if (patent.office() != null) {
                offices.merge(patent.office(), 1L, Long::sum);
            }
            add(patent.applicants(), applicants);
            add(patent.inventors(), inventors);
        }

        private static void add(List<Party> parties, Map<String, Long> counts) {
            parties.stream()
                    .map(Party::country)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(country -> counts.merge(country, 1L, Long::sum));
        }
    }

    private static final String JOINED = "JOINED";
    /** Bytes of a file in which names are looked for that are not read. */
    private static final int START = 65_536;

    /** A source of which nothing is said, so that its files are recognised. */
    public static final Source RECOGNISED = new Source(
            "files", "", new Text(null, null, null, ";", "yyyy-MM-dd", 1_000_000), Map.of(), null, List.of());

    /**
     * What of a configuration decides what is shown of a record.
     *
     * @param languages languages of titles in order of preference
     * @param families which given families count
     */
    public record Settings(List<String> languages, Families families) {
        /** Where there is no configuration. */
        public static final Settings DEFAULT = new Settings(List.of("en", "zh"), Families.SIMPLE);

        /** Those of a configuration. */
        public static Settings of(IngestConfig ingest) {
            return new Settings(ingest.languages(), ingest.families());
        }
    }

    /** The role of the files of a source, among those of the stage. */
    public static String role(Source source) {
        return SourceReader.role(source);
    }

    /** The role of the files of a table that is joined to a source. */
    public static String role(Source source, int join) {
        return SourceReader.role(source, join);
    }

    /**
     * Looks at a file, and at each file in it if it is a .zip: one that cannot be read hides no other.
     *
     * @param source how it is read: its text, and the mapping of its columns; what it joins is not in what is shown
     * @param settings how what is shown is chosen
     * @param most records to read of each
     * @param spark asked for where a file is Parquet or a Delta table
     * @param found takes what was found out of each that can be read, in their order
     * @param refused takes why (INPUT) each of the others, or the file as a whole, cannot be read or is of no known layout
     */
    public static void of(
            Path file,
            Source source,
            Settings settings,
            long most,
            Supplier<SparkSession> spark,
            Consumer<Inspection> found,
            Consumer<UserException> refused) {
        NormaliserSetup setup = new NormaliserSetup(
                Map.of(),
                settings.families() == Families.EXTENDED,
                settings.languages(),
                null,
                NormaliserSetup.PLAIN.thesaurus());
        Look look = read -> of(source, setup, file, read, most, spark);
        if (Files.isDirectory(file.resolve("_delta_log"))) {
            boolean isMapped = !source.columns().isEmpty();
            accept(
                    file.toString(),
                    () -> look.at(SourceFile.delta(
                            file.toString(), file, isMapped, source.text().maxCell())),
                    found,
                    refused);
            return;
        }
        eachIn(
                file,
                entry -> look.at(Recognition.recognise(entry, source.text(), ColumnPlan.columns(source))),
                found,
                refused);
    }

    /**
     * Looks whether a table that is joined to a source has the columns that it is to have; what is in them a run tells.
     *
     * @param number place of the join among those of the source
     * @param found takes what was found out of each file of it
     * @param refused takes why others cannot be read
     */
    public static void ofJoin(
            Path file, Source source, int number, Consumer<Inspection> found, Consumer<UserException> refused) {
        Join join = source.joins().get(number);
        // A Delta table cannot be joined: a folder is refused here as a run refuses it.
        eachIn(
                file,
                entry -> joined(
                        source, join, file, Recognition.recognise(entry, join.text(), JoinedTable.columns(join))),
                found,
                refused);
    }

    private static Inspection joined(Source source, Join join, Path path, SourceFile file) {
        Map<Field, String> columns = ColumnPlan.mapped(join.columns(), "ingest.sources." + source.name() + ".joins");
        String name = file.entry().name();
        String form = form(file) + "; joined to the records of " + source.name() + " by its column " + join.key();
        if (file.kind() == SourceFile.Kind.PARQUET) {
            return unread(name, JOINED, form + ", which a run looks for");
        }
        FileId id = new FileId(0, source.name(), "", path.toString(), name);
        ColumnPlan.position(id, file.header(), join.key(), "key");
        columns.forEach((field, column) -> ColumnPlan.position(id, file.header(), column, field.key()));
        List<String> ignored = file.header().stream()
                .filter(column -> !columns.containsValue(column) && !column.equals(join.key()))
                .toList();
        return withoutRecords(name, JOINED, form, columns, ignored, new InspectionTally(), Kind.TABLE);
    }

    /** Looks at a file that was recognised. */
    private interface Look {
        Inspection at(SourceFile file) throws IOException;
    }

    /** Looks at one of the files in a file. */
    private interface EntryLook {
        Inspection at(Packed.Entry entry) throws IOException;
    }

    /** A look that is due. */
    private interface Due {
        Inspection look() throws IOException;
    }

    private static void eachIn(Path file, EntryLook look, Consumer<Inspection> found, Consumer<UserException> refused) {
        for (Packed.Entry entry : entries(file, refused)) {
            accept(entry.name(), () -> look.at(entry), found, refused);
        }
    }

    private static void accept(String name, Due due, Consumer<Inspection> found, Consumer<UserException> refused) {
        Inspection inspection;
        try {
            inspection = due.look();
        } catch (UserException e) {
            refused.accept(e);
            return;
        } catch (UncheckedIOException e) {
            refused.accept(unreadable(name, e.getCause()));
            return;
        } catch (IOException e) {
            refused.accept(unreadable(name, e));
            return;
        }
        found.accept(inspection);
    }

    private static List<Packed.Entry> entries(Path file, Consumer<UserException> refused) {
        try {
            return Packed.entries(file, Packed.Limits.DEFAULT);
        } catch (UserException e) {
            refused.accept(e);
        } catch (IOException e) {
            refused.accept(unreadable(file.toString(), e));
        }
        return List.of();
    }

    private static UserException unreadable(String name, IOException e) {
        return new UserException(Exit.INPUT, name + ": " + FileErrors.why(e), e);
    }

    private static Inspection of(
            Source source,
            NormaliserSetup setup,
            Path path,
            SourceFile recognised,
            long most,
            Supplier<SparkSession> spark)
            throws IOException {
        if (recognised.isPassedOver()) {
            return unread(recognised.entry().name(), recognised.layout(), form(recognised));
        }
        boolean isMapped = !source.columns().isEmpty();
        if (!isMapped && Recognition.databaseTable(recognised.header()).isPresent()) {
            return table(recognised, most);
        }
        ColumnarFile.Texts texts =
                recognised.isColumnar() ? ColumnarFile.texts(spark.get(), recognised, source.name(), most) : null;
        SourceFile file = texts == null ? recognised : recognised.withHeader(texts.header());
        FileId id =
                new FileId(0, source.name(), "", path.toString(), file.entry().name());
        FilePart part = new FilePart(id, file, null);
        RecordPlan plan = SourceReader.plan(source, id, file, file.header());
        RecordNormaliser normaliser = plan.normaliser("", source.name(), setup);
        InspectionTally tally = new InspectionTally();
        boolean isWhole;
        try (ClosedRows rows =
                texts == null ? RawRows.of(file) : new ClosedRows(ColumnarFile.records(texts, file), () -> {})) {
            while (rows.hasNext() && tally.read() < most) {
                RawRow row = rows.next();
                HeaderAgain.refuseOther(file, row, row.number());
                Normalised record = row.reason() == null
                        ? normaliser.normalise(plan.fields(part.row(row, row.number())))
                        : Normalised.rejected(row.reason(), row.detail(), null);
                tally.add(row.number(), record);
                tally.addApart(record.patent() != null && isApart(record.patent(), plan));
            }
            isWhole = !rows.hasNext();
        }
        Map<Field, String> columns = isMapped
                ? named(source)
                : file.bound() == null ? Map.of() : file.bound().columns();
        List<String> ignored = columns.isEmpty()
                ? notRead(file)
                : file.header().stream()
                        .filter(name -> !name.isEmpty())
                        .filter(name -> columns.values().stream().noneMatch(named -> isAmong(name, named)))
                        .toList();
        return new Inspection(
                file.entry().name(),
                file.layout(),
                form(file),
                columns,
                ignored,
                tally.read(),
                tally.taken(),
                tally.publications(),
                tally.apart(),
                tally.malformedIpc(),
                tally.first(),
                tally.rejected(),
                tally.examples(),
                isWhole,
                Kind.RECORDS,
                tally.countries());
    }

    /** Names in the first record of JSON lines of Google that are none of the format, as far as {@link #START} goes. */
    private static List<String> notRead(SourceFile file) throws IOException {
        if (file.kind() != SourceFile.Kind.DOCUMENTS || !file.layout().equals(GoogleJsonLines.NAME)) {
            return List.of();
        }
        try (InputStream in = file.entry().open()) {
            String start = new String(in.readNBytes(START), StandardCharsets.UTF_8);
            return JsonShape.names(start).stream()
                    .filter(name -> !GoogleQuery.reads(name))
                    .toList();
        }
    }

    private static boolean isApart(Patent patent, RecordPlan plan) {
        return !PublicationNumber.isKnown(patent.publicationNumber(), patent.office())
                || plan.isOwnNumber(patent.office());
    }

    /** A table whose rows become records together with those of others: how many there are, and which cannot be split. */
    private static Inspection table(SourceFile file, long most) throws IOException {
        InspectionTally tally = new InspectionTally();
        long read = 0;
        boolean hasMore;
        try (ClosedRows rows = RawRows.of(file)) {
            while (rows.hasNext() && read < most) {
                RawRow row = rows.next();
                HeaderAgain.refuseOther(file, row, row.number());
                read++;
                if (row.reason() != null) {
                    tally.add(row.number(), Normalised.rejected(row.reason(), row.detail(), null));
                }
            }
            hasMore = rows.hasNext();
        }
        String form = String.format(
                Locale.ROOT,
                "%s; a database table of %,d rows%s%s. A run combines the records from all tables of a source",
                form(file),
                read,
                hasMore ? " and more" : "",
                tally.rejected().isEmpty() ? "" : ", of which cannot be split " + tally.rejected());
        return withoutRecords(file.entry().name(), file.layout(), form, Map.of(), List.of(), tally, Kind.TABLE);
    }

    /** Whether a column is one of those that are named together; a name may be a part of another one. */
    static boolean isAmong(String column, String named) {
        return (", " + named + ", ").contains(", " + column + ", ");
    }

    /** The columns that a source maps, as {@link TableLayout.Bound#columns} names several. */
    private static Map<Field, String> named(Source source) {
        Map<Field, String> named = ColumnPlan.mapped(source);
        named.replaceAll((field, setting) -> String.join(", ", ColumnPlan.columns(setting)));
        return named;
    }

    /** What only a run reads, or nothing. */
    private static Inspection unread(String name, String layout, String form) {
        return withoutRecords(name, layout, form, Map.of(), List.of(), new InspectionTally(), Kind.PASSED_OVER);
    }

    private static Inspection withoutRecords(
            String name,
            String layout,
            String form,
            Map<Field, String> columns,
            List<String> ignored,
            InspectionTally tally,
            Kind kind) {
        return new Inspection(
                name,
                layout,
                form,
                columns,
                ignored,
                0,
                0,
                0,
                0,
                0,
                List.of(),
                tally.rejected(),
                tally.examples(),
                false,
                kind,
                tally.countries());
    }

    private static String form(SourceFile file) {
        return switch (file.kind()) {
            case TEXT -> file.form().describe();
            case WORKBOOK ->
                "a workbook"
                        + (file.sheetsLeft().isEmpty() ? "" : "; not read: " + String.join(", ", file.sheetsLeft()));
            case DOCUMENTS -> "documents, one after the other";
            case PARQUET -> "Parquet";
            case DELTA -> "a Delta table";
            case NOTES -> "describes a delivery; it has no records and is skipped";
            case UNREAD -> "a database table that smssev does not use; it is skipped";
            case EMPTY -> "an empty packed part; beside other parts it is skipped";
        };
    }
}
