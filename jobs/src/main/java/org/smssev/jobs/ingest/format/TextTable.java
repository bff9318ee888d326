package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;

/** A table of delimited text. */
final class TextTable implements TableFile.Content {
    /** So many rows that start with their numbers tell that all do. */
    private static final int COUNTED = 20;
    /** Fewer tell nothing. */
    private static final int FEWEST_NAMED = 3;
    /** One row of so many may be torn. */
    private static final int TORN_OF = 6;
    /** Names of columns that count the rows. */
    private static final Set<String> COUNTERS = Set.of(
            "", "#", "no", "no.", "nr", "nr.", "n°", "number", "id", "index", "row", "rank", "x", "x.", "序号", "番号",
            "번호");

    private final ByteSource bytes;
    private final TextForm form;
    private final List<String> header;
    private final TableLimits limits;

    private TextTable(ByteSource bytes, TextForm form, List<String> header, TableLimits limits) {
        this.bytes = bytes;
        this.form = form;
        this.header = header;
        this.limits = limits;
    }

    static TextTable open(String name, ByteSource bytes, TextForm.Given given, TableLimits limits) throws IOException {
        TextForm.Look look = TextForm.look(bytes, given);
        if (look.shape().header().stream().allMatch(String::isEmpty)) {
            throw new UserException(
                    Exit.INPUT, name + ": no header found. Put the names of the columns into the first row.");
        }
        int columns = named(look.shape().header());
        if (columns > limits.columns()) {
            throw new UserException(
                    Exit.INPUT,
                    name + ": its header has " + count(columns) + " columns, more than " + limits.columns()
                            + ". Delete those that are not needed.");
        }
        TextTable table = new TextTable(bytes, look.form(), look.shape().header(), limits);
        try (Reader text = table.text()) {
            Optional<String> pasted = PastedTable.ofText(text, given);
            if (pasted.isPresent()) {
                throw new UserException(Exit.INPUT, name + ": " + pasted.get());
            }
        }
        return table.hasRowNames() ? table.withRowNames() : table;
    }

    /**
     * Whether rows start with their numbers, for which the header has no name, as R writes a table unless it is told not to: all but
     * few have a cell more than the header, and half of them a filled last one, as no separator ends them. Where the first column
     * counts the rows itself they have their number twice.
     */
    private boolean hasRowNames() throws IOException {
        boolean isCounter = COUNTERS.contains(HeaderNames.key(header.get(0)));
        int row = 0;
        int named = 0;
        int filled = 0;
        try (TableRows rows = rows()) {
            while (row < COUNTED && rows.hasNext()) {
                List<String> cells = rows.next().cells();
                String number = String.valueOf(++row);
                boolean isNamed = cells.size() == header.size() + 1
                        && cells.get(0).equals(number)
                        && (!isCounter || cells.get(1).equals(number));
                named += isNamed ? 1 : 0;
                filled += isNamed && !cells.get(header.size()).isBlank() ? 1 : 0;
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return named >= FEWEST_NAMED && (row - named) * TORN_OF <= row && 2 * filled >= named;
    }

    private TextTable withRowNames() {
        List<String> names = new ArrayList<>(List.of(""));
        names.addAll(header);
        return new TextTable(bytes, form, names, limits);
    }

    /** Columns up to the last that has a name: a sheet that was formatted to its last column has many cells without. */
    private static int named(List<String> header) {
        int columns = header.size();
        while (columns > 0 && header.get(columns - 1).isBlank()) {
            columns--;
        }
        return columns;
    }

    /** A row is not read beyond so many cells. */
    private static String count(int columns) {
        return columns < DelimitedReader.MAX_CELLS ? String.valueOf(columns) : "at least " + columns;
    }

    @Override
    public Optional<TextForm> form() {
        return Optional.of(form);
    }

    @Override
    public String sheet() {
        return "";
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public long headerRow() {
        return form.leadRows() + 1L;
    }

    @Override
    public TableRows rows() throws IOException {
        return new Rows(
                new DelimitedReader(this::text, form.separator(), form.marks(header), limits.cell()), headerRow());
    }

    /** Malformed bytes become U+FFFD, which a reader of the rows may count. */
    private Reader text() throws IOException {
        return new InputStreamReader(bytes.from(form.begin()), Charset.forName(form.charset()));
    }

    @Override
    public void close() {
        // Each iterator has its own stream.
    }

    private static final class Rows extends TableRows {
        private final DelimitedReader reader;
        private final long headerRow;
        private long number;

        Rows(DelimitedReader reader, long headerRow) {
            this.reader = reader;
            this.headerRow = headerRow;
        }

        @Override
        protected TableRow read() {
            while (reader.hasNext()) {
                DelimitedReader.Line line = reader.next();
                number++;
                if (number > headerRow && line.cells().stream().anyMatch(c -> !c.isBlank())) {
                    return new TableRow(number, line.cells(), reader.raw(), line.tooLong());
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
