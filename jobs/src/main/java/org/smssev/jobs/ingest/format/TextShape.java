package org.smssev.jobs.ingest.format;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the start of a decoded text is split into records: the separator and quote with which the header that the user means,
 * or a known one, is found, else those by which most records have as many cells as the first.
 *
 * @param separator column separator
 * @param quote quotation mark, 0 if none
 * @param lineEnd what ends most records
 * @param leadRows records before the header
 * @param header column names, trimmed
 * @param layout layout of the header; empty if unknown
 */
public record TextShape(
        char separator,
        char quote,
        TextForm.LineEnd lineEnd,
        int leadRows,
        List<String> header,
        Optional<TableLayout> layout) {
    static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int RECORDS = 60;
    /** A known header stands within so many records from the top. */
    public static final int HEADER_WITHIN = 30;
    /** A row of fewer cells is hardly a header, nor a table of fewer columns part of another because it has as many. */
    public static final int FEWEST_COLUMNS = 3;

    private static final int MAX_CELL = 32_768;
    /** How much better a text must split without quotation marks, as most have them. */
    private static final double UNQUOTED_MARGIN = 0.05;

    /** Above the score of any text whose header is neither known nor meant. */
    private static final double MEANT = 2;
    /** Above the score of any text whose header is unknown. */
    private static final double KNOWN = 10;

    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=(.)\"?(?:[\\r\\n].*|$)", Pattern.DOTALL);

    private record Candidate(TextShape shape, double score) {}

    static TextShape of(String text, boolean whole, TextForm.Given given) {
        Matcher line = SEPARATOR_LINE.matcher(text.substring(0, Math.min(text.length(), 16)));
        boolean named = line.matches();
        TextForm.LineEnd end = lineEnd(text);
        char[] separators = given.separator() != null
                ? new char[] {given.separator()}
                : named ? new char[] {line.group(1).charAt(0)} : SEPARATORS;
        char[] quotes = given.quote() != null ? new char[] {given.quote()} : new char[] {'"', '\'', 0};
        Candidate best = null;
        for (char quote : quotes) {
            boolean needless = quote == '\'' && given.quote() == null && !text.startsWith("'");
            if (needless || (best != null && best.score > KNOWN)) {
                continue;
            }
            for (char separator : separators) {
                Candidate c = candidate(text, whole, named ? 1 : 0, separator, Marks.of(quote), end, given);
                if (quote != 0 && text.contains("\\" + quote)) {
                    Candidate escaped =
                            candidate(text, whole, named ? 1 : 0, separator, new Marks(quote, true, 0, 0), end, given);
                    c = escaped.score > c.score ? escaped : c;
                }
                double margin = best == null || quote == best.shape.quote ? 0 : UNQUOTED_MARGIN;
                best = best == null || c.score > best.score + margin ? c : best;
            }
        }
        return best.shape;
    }

    /** Columns of the header that its layout reads; 0 if it is unknown. */
    int columnsKnown() {
        return layout.map(l -> TableLayouts.named(l.name()))
                .map(l -> l.read(l.positions(header)))
                .orElse(0);
    }

    private static Candidate candidate(
            String text,
            boolean whole,
            int skipped,
            char separator,
            Marks marks,
            TextForm.LineEnd end,
            TextForm.Given given) {
        List<List<String>> records = records(text, whole, separator, marks);
        int from = Math.min(skipped, Math.max(0, records.size() - 1));
        int meant = first(records, from, row -> given.isMeant(names(row)));
        int found = meant >= 0 ? meant : first(records, from, TableLayouts::isKnown);
        int at = Math.max(found, from);
        boolean known = found >= 0 && TableLayouts.isKnown(records.get(at));
        Optional<TableLayout> layout = known ? TableLayouts.recognise(records.get(at)) : Optional.empty();
        List<String> header = records.isEmpty() ? List.of() : names(records.get(at));
        TextShape shape = new TextShape(separator, marks.quote(), end, records.isEmpty() ? 0 : at, header, layout);
        int alike = 0;
        int below = 0;
        for (int i = at + 1; i < records.size(); i++) {
            below++;
            alike += records.get(i).size() == header.size() ? 1 : 0;
        }
        double share = below == 0 ? 1 : (double) alike / below;
        double score = header.size() < 2 ? 0 : share + Math.min(header.size(), 1000) / 10_000.0;
        double told = (meant >= 0 ? MEANT : 0) + (known ? KNOWN + 1 + shape.columnsKnown() : 0);
        return new Candidate(shape, score + told);
    }

    /** The first of the rows in which a header may stand that is one; -1 if none is. */
    private static int first(List<List<String>> records, int from, Predicate<List<String>> isHeader) {
        for (int i = from; i < Math.min(records.size(), HEADER_WITHIN); i++) {
            if (isHeader.test(records.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether cells are the header that the user means, or else one that is known. */
    static boolean isHeader(List<String> cells, TextForm.Given given) {
        return given.isMeant(names(cells)) || TableLayouts.isKnown(cells);
    }

    private static List<String> names(List<String> cells) {
        return cells.stream().map(TextShape::name).toList();
    }

    private static String name(String cell) {
        return cell.replace("\ufeff", "").strip();
    }

    private static List<List<String>> records(String text, boolean whole, char separator, Marks marks) {
        List<List<String>> records = new ArrayList<>();
        DelimitedReader reader = new DelimitedReader(new StringReader(text), separator, marks, MAX_CELL);
        while (records.size() < RECORDS && reader.hasNext()) {
            records.add(reader.next().cells());
        }
        // The last one may be cut off by the end of the sample.
        boolean cut = !whole && !reader.hasNext() && records.size() > 1;
        return cut ? records.subList(0, records.size() - 1) : records;
    }

    private static TextForm.LineEnd lineEnd(String text) {
        int[] ends = new int[3];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '\n') {
                ends[0]++;
            } else if (!quoted && c == '\r') {
                boolean pair = i + 1 < text.length() && text.charAt(i + 1) == '\n';
                ends[pair ? 1 : 2]++;
                i += pair ? 1 : 0;
            }
        }
        if (ends[0] + ends[1] + ends[2] == 0) {
            return TextForm.LineEnd.NONE;
        }
        return ends[1] >= ends[0] && ends[1] >= ends[2]
                ? TextForm.LineEnd.CRLF
                : ends[0] >= ends[2] ? TextForm.LineEnd.LF : TextForm.LineEnd.CR;
    }
}
