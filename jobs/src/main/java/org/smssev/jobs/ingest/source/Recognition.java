package org.smssev.jobs.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config.Text;
import org.smssev.common.io.FileErrors;
import org.smssev.jobs.ingest.database.PatentsView;
import org.smssev.jobs.ingest.database.Patstat;
import org.smssev.jobs.ingest.database.QueryResult;
import org.smssev.jobs.ingest.database.UnreadTables;
import org.smssev.jobs.ingest.format.HeaderGuess;
import org.smssev.jobs.ingest.format.OtherExports;
import org.smssev.jobs.ingest.format.Packed;
import org.smssev.jobs.ingest.format.PastedTable;
import org.smssev.jobs.ingest.format.TableFile;
import org.smssev.jobs.ingest.format.TableLayout;
import org.smssev.jobs.ingest.format.TableLayouts;
import org.smssev.jobs.ingest.format.TableLimits;
import org.smssev.jobs.ingest.format.TableRows;
import org.smssev.jobs.ingest.format.TextForm;
import org.smssev.jobs.ingest.format.TextShape;
import org.smssev.jobs.ingest.format.document.DeliveryNotes;
import org.smssev.jobs.ingest.format.document.DocumentFormat;
import org.smssev.jobs.ingest.format.document.DocumentFormats;
import org.smssev.jobs.ingest.format.document.JsonShape;
import org.smssev.jobs.ingest.format.document.OpsAnswer;

/** Tells what a file is by what it contains. */
final class Recognition {
    /** What to do with a file that is not meant. */
    private static final String LEAVE_OUT = "remove it from the folder, or name the files to read by a pattern";

    /** A publication or a day, which no column is named by. */
    private static final Pattern VALUE =
            Pattern.compile("[A-Z]{2}[ -]?\\d{5,}[ -]?[A-Z]\\d?|(?:19|20)\\d{2}([-/.]?)[01]\\d\\1[0-3]\\d");

    /** Rows that tell whether some end early. */
    private static final int LOOKED_AT = 1_000;
    /** Rows of which Excel decides together how many empty cells it leaves out; the first block has the header. */
    private static final int BLOCK = 15;

    /** Layout of a file whose columns the configuration maps. */
    static final String MAPPED = "MAPPED";
    /** Nested Parquet of Google's table of publications. */
    static final String GOOGLE_PARQUET = "GOOGLE_PARQUET";

    private static final int START = 64 << 10;
    /** A document is longer than a cell: a grant with its claims and description. */
    private static final int DOCUMENT_CELLS = 64;

    /** First columns of tables of PATSTAT and PatentsView. */
    private static final Set<String> KEYS = Set.of(
            "appln_id", "pat_publn_id", "person_id", "docdb_family_id", "inpadoc_family_id", "patent_id", "pgpub_id");

    private Recognition() {}

    /**
     * What a file is.
     *
     * @param text what the configuration says of its text
     * @param columns columns that the configuration maps, so that it need not be known; empty if it maps none
     * @throws UserException INPUT if it cannot be read, or is of no known layout and not mapped: says what was seen, the
     *     nearest known layout and what differs
     */
    static SourceFile recognise(Packed.Entry entry, Text text, Collection<String> columns) {
        boolean mapped = !columns.isEmpty();
        try {
            byte[] start;
            try (InputStream in = entry.open()) {
                start = in.readNBytes(START);
            }
            if (start.length == 0 && entry.kind() == Packed.Kind.GZIP) {
                // The check sums of what packs it say that nothing is missing, as of a plain file none does.
                return of(entry, SourceFile.Kind.EMPTY, "EMPTY_PART", List.of(), text.maxCell());
            }
            if (Packed.isParquet(start)) {
                return of(entry, SourceFile.Kind.PARQUET, mapped ? MAPPED : GOOGLE_PARQUET, List.of(), text.maxCell());
            }
            Optional<String> notes =
                    mapped ? Optional.empty() : DeliveryNotes.of(start).or(() -> DeliveryNotes.of(decoded(start)));
            if (notes.isPresent()) {
                return of(entry, SourceFile.Kind.NOTES, notes.get(), List.of(), text.maxCell());
            }
            Optional<DocumentFormat> documents = mapped ? Optional.empty() : documents(entry, decoded(start));
            if (documents.isPresent()) {
                return of(
                        entry,
                        SourceFile.Kind.DOCUMENTS,
                        documents.get().name(),
                        SourceFile.FIELDS,
                        documentLimit(text.maxCell()));
            }
            return table(entry, text, columns);
        } catch (IOException e) {
            throw new UserException(Exit.INPUT, entry.place() + ": " + FileErrors.why(e), e);
        }
    }

    private static Optional<DocumentFormat> documents(Packed.Entry entry, String start) {
        Optional<DocumentFormat> known = DocumentFormats.recognise(start);
        Optional<String> refusal =
                JsonShape.refusal(start).or(() -> known.isPresent() ? Optional.empty() : OpsAnswer.refusal(start));
        if (refusal.isPresent()) {
            throw new UserException(Exit.INPUT, entry.place() + ": " + refusal.get());
        }
        return known;
    }

    private static int documentLimit(int maxCell) {
        return (int) Math.min(Integer.MAX_VALUE - 8, (long) maxCell * DOCUMENT_CELLS);
    }

    private static SourceFile of(
            Packed.Entry entry, SourceFile.Kind kind, String layout, List<String> header, int maxCell) {
        return new SourceFile(entry, kind, layout, null, header, header.size(), null, maxCell, List.of());
    }

    private static SourceFile table(Packed.Entry entry, Text text, Collection<String> columns) throws IOException {
        TextForm.Given given = given(text, columns);
        TableLimits limits = TableLimits.DEFAULT.withCell(text.maxCell());
        try (TableFile table = TableFile.open(entry.place(), entry::open, given, limits)) {
            String layout = MAPPED;
            TableLayout.Bound bound = null;
            if (!columns.isEmpty()) {
                requireSheet(entry, table, given);
            }
            Optional<String> query = columns.isEmpty() ? QueryResult.refusal(table.header()) : Optional.empty();
            if (query.isPresent()) {
                throw new UserException(Exit.INPUT, entry.place() + ": " + query.get());
            }
            Optional<String> role = columns.isEmpty() ? databaseTable(table.header()) : Optional.empty();
            if (role.isPresent()) {
                layout = role.get();
            } else if (columns.isEmpty()) {
                Optional<TableLayout> known = table.layout();
                Optional<TableLayout.Bound> bare = known.flatMap(l -> l.bind(table.header()));
                if (bare.isEmpty() || !fits(bare.get(), table)) {
                    Optional<String> unread = UnreadTables.of(table.header());
                    if (unread.isPresent()) {
                        return of(entry, SourceFile.Kind.UNREAD, unread.get(), table.header(), text.maxCell());
                    }
                    throw unknown(entry, table, given, limits);
                }
                layout = known.get().name();
                bound = written(bare.get(), table, text);
            }
            return new SourceFile(
                    entry,
                    table.container() == TableFile.Container.TEXT ? SourceFile.Kind.TEXT : SourceFile.Kind.WORKBOOK,
                    layout,
                    table.form().orElse(null),
                    table.header(),
                    role.isPresent() ? table.header().size() : least(table, bound, columns),
                    bound,
                    text.maxCell(),
                    table.sheetsLeft());
        }
    }

    /**
     * How many cells a row has at least: as many as the header has names, up to its last; fewer, but not than reach to the last column
     * that is read, where Excel left out what is empty at the end. It does so for sixteen rows at a time, as nothing else does.
     */
    private static int least(TableFile table, TableLayout.Bound bound, Collection<String> columns) throws IOException {
        List<String> header = table.header();
        int named = IntStream.range(0, header.size())
                .filter(i -> !header.get(i).isEmpty())
                .max()
                .orElse(header.size() - 1);
        IntStream read = bound == null
                ? IntStream.range(0, header.size()).filter(i -> columns.contains(header.get(i)))
                : Arrays.stream(bound.read());
        int lastRead = read.max().orElse(named);
        int least = named + 1;
        if (table.container() != TableFile.Container.TEXT) {
            return least;
        }
        try (TableRows rows = table.rows()) {
            int run = 0;
            int width = 0;
            for (int n = 0; n < LOOKED_AT && rows.hasNext(); n++) {
                int cells = rows.next().cells().size();
                run = cells == width ? run + 1 : 1;
                width = cells;
                if (run >= BLOCK && width > lastRead) {
                    least = Math.min(least, width);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return least;
    }

    /** That a column is missing is told later, but not of which sheet. */
    private static void requireSheet(Packed.Entry entry, TableFile table, TextForm.Given given) {
        if (table.container() != TableFile.Container.TEXT && !table.header().containsAll(given.columns())) {
            throw new UserException(
                    Exit.INPUT,
                    entry.place() + ": no sheet has all mapped columns, "
                            + given.columns().stream().sorted().toList() + ". Those of sheet " + table.sheet() + " are "
                            + table.header() + ". Correct the mapping, or remove the file from the folder if it is not"
                            + " part of the data.");
        }
    }

    private static boolean fits(TableLayout.Bound bound, TableFile table) throws IOException {
        if (bound.isSure()) {
            return true;
        }
        try (TableRows rows = table.rows()) {
            return bound.fits(rows);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** As the rows tell it; where these do not, what the user says of dates with slashes goes before what tools write. */
    private static TableLayout.Bound written(TableLayout.Bound bound, TableFile table, Text text) throws IOException {
        TableLayout.Bound told = bound;
        if (bound.needsRows()) {
            try (TableRows rows = table.rows()) {
                told = bound.by(rows);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        // Another pattern reads none of them.
        return text.datePattern().indexOf('/') < 0 ? told : told.withOtherDates();
    }

    /** The table of PatentsView or PATSTAT that has such a header. */
    static Optional<String> databaseTable(List<String> header) {
        return PatentsView.role(header).or(() -> Patstat.role(header));
    }

    private static UserException unknown(Packed.Entry entry, TableFile table, TextForm.Given given, TableLimits limits)
            throws IOException {
        Optional<String> other = OtherExports.refusal(table.header());
        if (other.isPresent()) {
            return new UserException(
                    Exit.INPUT,
                    entry.place() + ": " + other.get() + " Or map its columns in ingest.sources (columns).");
        }
        if (table.form().isPresent() && isBinary(table.header())) {
            return new UserException(
                    Exit.INPUT, entry.place() + ": binary data, not text. Give a table, or " + LEAVE_OUT + ".");
        }
        Optional<String> pasted = PastedTable.ofHeader(table.header());
        if (pasted.isPresent()) {
            return new UserException(Exit.INPUT, entry.place() + ": " + pasted.get());
        }
        Optional<HeaderGuess> below = table.form().isEmpty()
                ? HeaderGuess.of(table)
                : HeaderGuess.of(entry.place(), entry::open, given, limits);
        List<String> header = below.map(HeaderGuess::cells).orElse(table.header());
        String nearest = TableLayouts.nearest(header)
                .map(n -> String.format(
                        Locale.ROOT,
                        "The closest layout is %s (%.0f %% of its typical columns match); %s. ",
                        n.name(),
                        100 * n.share(),
                        n.rows().isEmpty()
                                ? "missing are " + String.join(", ", n.missing())
                                : "it also needs first rows with " + n.rows()))
                .orElse("No layout is similar to it. ");
        if (table.header().stream().anyMatch(name -> KEYS.contains(name.strip().toLowerCase(Locale.ROOT)))) {
            nearest = ofDatabase(entry, table.header());
        }
        if (below.isEmpty()
                && table.header().stream()
                        .anyMatch(cell -> VALUE.matcher(cell.strip()).matches())) {
            nearest = "This looks like a record. If the file has no header, add one. " + nearest;
        }
        String seen = table.form().map(TextForm::describe).orElse("a workbook, sheet " + table.sheet());
        String lower = below.map(guess -> ". Row " + guess.number() + " ("
                        + guess.cells().size() + " columns) looks more like a header: " + shortened(guess.cells()))
                .orElse("");
        return new UserException(
                Exit.INPUT,
                entry.place() + ": layout not recognised (" + seen + "). The header is "
                        + shortened(table.header()) + lower + ". " + nearest
                        + "Map its columns in ingest.sources (columns), or export it again; see docs/formats.md. "
                        + "The header must be in the first " + TextShape.HEADER_WITHIN
                        + " rows. If the file is not an export, " + LEAVE_OUT + ".");
    }

    private static String ofDatabase(Packed.Entry entry, List<String> header) {
        String place = entry.place();
        String name = place.substring(1 + Math.max(place.lastIndexOf('/'), place.lastIndexOf('!')));
        String other = LEAVE_OUT + ". ";
        return PatentsView.near(name, header)
                .or(() -> Patstat.near(name, header))
                .map(near -> "The closest table of PATSTAT and PatentsView is " + near
                        + ". Export these columns, too. If it is another table, " + other)
                .orElse("It seems to be an unknown table of PATSTAT or PatentsView. If smssev should not read it, "
                        + other);
    }

    /** Whether what would be a header holds several control characters other than blanks; one may separate columns. */
    private static boolean isBinary(List<String> header) {
        return header.stream()
                        .flatMapToInt(String::chars)
                        .filter(c -> Character.isISOControl(c) && !Character.isWhitespace(c))
                        .distinct()
                        .count()
                > 1;
    }

    private static String shortened(List<String> header) {
        String text = String.join(", ", header);
        return text.length() <= 500 ? text : text.substring(0, 500) + " …";
    }

    private static TextForm.Given given(Text text, Collection<String> columns) {
        String quote = text.quote();
        Character mark = quote == null ? null : quote.isEmpty() ? Character.valueOf((char) 0) : character(quote);
        return new TextForm.Given(
                text.encoding(),
                text.separator() == null ? null : character(text.separator()),
                mark,
                columns.stream().map(String::strip).collect(Collectors.toUnmodifiableSet()));
    }

    /** One character, as was checked when the configuration was read. */
    private static char character(String text) {
        return text.equals("\\t") ? '\t' : text.charAt(0);
    }

    private static String decoded(byte[] start) {
        boolean big = start.length > 1 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF;
        boolean little = start.length > 1 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE;
        Charset charset = big ? StandardCharsets.UTF_16BE : little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        String text = new String(start, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
