package org.smssev.jobs.ingest.format;

import java.io.StringReader;
import java.util.List;

/**
 * Lines above the header of a text in which a mark starts a cell by chance, {@code "lithium battery" AND cathode}. Taken for one
 * that quotes, it would end at a mark below and take the header with it. How the header and the rows quote is told by themselves.
 */
final class QuotedLead {
    /** Longest header that is looked for. */
    private static final int LONGEST = 1 << 16;

    private QuotedLead() {}

    /**
     * How many characters stand before the header.
     *
     * @param text its start
     * @param found how it is split if its first line is quoted as the others are
     * @return 0 if the header is found so, or is none that is known or meant
     */
    static int length(String text, TextShape found, TextForm.Given given) {
        char quote = given.quote() == null ? '"' : given.quote();
        boolean isFound = found.quote() != 0 && TextShape.isHeader(found.header(), given);
        if (isFound || quote == 0 || text.indexOf(quote) < 0) {
            return 0;
        }
        int line = 0;
        for (int lines = 0; lines < TextShape.HEADER_WITHIN && line < text.length(); ) {
            int end = end(text, line);
            // The first one: files are joined with their headers, and rows before a later one are no lead.
            if (end > line && startsWithHeader(text, line, quote, given)) {
                return line;
            }
            lines += end > line ? 1 : 0;
            line = end + 1;
        }
        return 0;
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static boolean startsWithHeader(String text, int from, char quote, TextForm.Given given) {
        String record = text.substring(from, Math.min(text.length(), from + LONGEST));
        for (char separator : given.separator() == null ? TextShape.SEPARATORS : new char[] {given.separator()}) {
            DelimitedReader reader = new DelimitedReader(
                    new StringReader(record), separator, Marks.of(quote), TableLimits.DEFAULT.cell());
            List<String> cells = reader.hasNext() ? reader.next().cells() : List.of();
            if (TextShape.isHeader(cells, given)) {
                return true;
            }
        }
        return false;
    }
}
