package org.smssev.jobs.ingest.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.jobs.ingest.format.TableLayouts;

/** Tells rows of a table that are a header again, as where exports were put together in one file. */
final class HeaderAgain {
    /** Reason of a row after which columns are others; a file that has one is refused. */
    private static final String OTHER = "OTHER_HEADER";

    private static final String SAME = "NOT_A_PATENT";

    /** So many cells that are names of columns no record has. */
    private static final int FEWEST = 4;

    /** So many of the first cells of a row are looked at in each. */
    private static final int FIRST = 3;

    /** Names of columns of known tools, of which another list may stand below it. */
    private static final Set<String> TOOLS =
            TableLayouts.columnNames().stream().map(HeaderAgain::key).collect(Collectors.toUnmodifiableSet());

    private final List<String> header;
    /** Its own names and those. */
    private final Set<String> names;

    private final int longest;

    HeaderAgain(SourceFile file) {
        this.header = plain(file.header());
        this.names = new HashSet<>(TOOLS);
        header.forEach(name -> names.add(key(name)));
        names.remove("");
        this.longest = names.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Whether a row may be a header: most rows need no more than a look at their first cells. */
    boolean mayBe(List<String> cells) {
        for (int i = 0; i < Math.min(FIRST, cells.size()); i++) {
            // Long cells, as abstracts, are not looked up.
            if (cells.get(i).length() <= longest && names.contains(key(cells.get(i)))) {
                return true;
            }
        }
        return false;
    }

    private static String key(String cell) {
        return cell.toLowerCase(Locale.ROOT);
    }

    /** A row that may be a header as a rejected one; null if it is none. */
    RawRow row(long number, List<String> found, String raw) {
        List<String> cells = plain(found);
        if (cells.equals(header)) {
            return RawRow.rejected(number, SAME, "the header of the file again", raw);
        }
        return isOther(cells) ? RawRow.rejected(number, OTHER, "another header", raw) : null;
    }

    private boolean isOther(List<String> cells) {
        boolean reordered = cells.size() == header.size()
                && header.size() > 1
                && cells.stream()
                        .sorted()
                        .toList()
                        .equals(header.stream().sorted().toList());
        long filled = cells.stream().filter(cell -> !cell.isEmpty()).count();
        long known = cells.stream()
                .map(HeaderAgain::key)
                .filter(TOOLS::contains)
                .distinct()
                .count();
        return reordered
                || known >= FEWEST && 2 * known >= filled
                || TableLayouts.recognise(cells).isPresent();
    }

    /** Column names without blanks around them, a byte order mark, and blank ones at the end. */
    private static List<String> plain(List<String> cells) {
        List<String> plain = new ArrayList<>();
        cells.forEach(cell -> plain.add(cell.replace("\ufeff", "").strip()));
        while (!plain.isEmpty() && plain.get(plain.size() - 1).isEmpty()) {
            plain.remove(plain.size() - 1);
        }
        return plain;
    }

    /**
     * Refuses a file for a row of it.
     *
     * @param number place of the row among the records of the file, from 1
     * @throws UserException if it is another header
     */
    static void refuseOther(SourceFile file, RawRow row, long number) {
        if (OTHER.equals(row.reason())) {
            throw new UserException(
                    Exit.INPUT,
                    file.entry().file()
                            + (file.entry().inner().isEmpty()
                                    ? ""
                                    : "!" + file.entry().inner())
                            + ": record " + number
                            + " is a header with other columns, or in another order. The rows behind it would be read"
                            + " under wrong names. Split the file before that row.");
        }
    }
}
