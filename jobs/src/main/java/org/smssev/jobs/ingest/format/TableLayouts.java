package org.smssev.jobs.ingest.format;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The known layouts of tables: LENS_CSV, PATENTSCOPE, ESPACENET, DERWENT, PATSNAP, INCOPAT, GOOGLE_CSV
 * and GOOGLE_SEARCH. Each is told by the names of its columns, in any order, whatever their case, width and blanks; never by
 * the name of the file.
 */
public final class TableLayouts {
    private static final List<ExportLayout> ALL = List.of(
            new LensCsv(),
            new Patentscope(),
            new Espacenet(),
            new Derwent(),
            new PatSnap(),
            new IncoPat(),
            new GoogleCsv(),
            new GoogleSearch());

    /** Column names that classify by the IPC, of any tool. */
    private static final List<String> IPC = List.of("ipc", "i p c", "ipc分类号", "ipc主分类", "国際特許分類", "ipc分類");

    /** Names of columns that any layout knows, as the tools write them. */
    private static final Set<String> NAMES =
            ALL.stream().flatMap(layout -> layout.written().stream()).collect(Collectors.toUnmodifiableSet());

    private static final List<String> JPLATPAT_NUMBERS =
            List.of("文献番号", "公知日", "出願人/権利者", "document number", "document no.", "applicant/right holder");

    private TableLayouts() {}

    /**
     * The layout closest to a header that is of none.
     *
     * @param name name of the layout
     * @param share share of the layout's columns that the header has, 0 to 1
     * @param missing required columns that it lacks; never empty
     * @param rows what its first rows do not have where its columns would do, as a clause; else empty
     */
    public record Nearest(String name, double share, List<String> missing, String rows) {}

    /**
     * The layout of a header.
     *
     * @param header column names as they stand
     * @return of the layouts that bind to it the one that reads most columns, where no sure one does that which does with other
     *     marks for its blanks, else one that is not sure; empty if none does
     */
    public static Optional<TableLayout> recognise(List<String> header) {
        return recognise(header, HeaderNames.positions(header));
    }

    private static Optional<TableLayout> recognise(List<String> header, Map<String, Integer> positions) {
        Comparator<ExportLayout> sure = Comparator.comparing(layout -> layout.isSure(positions));
        Optional<ExportLayout> spelled = ALL.stream()
                .filter(layout -> layout.binds(positions))
                .max(sure.thenComparingInt(layout -> layout.read(positions)));
        return spelled.filter(layout -> layout.isSure(positions))
                .or(() -> HeaderNames.isRenamed(header) ? renamed(header, positions) : Optional.empty())
                .or(() -> spelled)
                .map(TableLayout.class::cast);
    }

    /** The sure layout of a header whose names a program has changed that reads most of its columns. */
    private static Optional<ExportLayout> renamed(List<String> header, Map<String, Integer> spelled) {
        Map<String, Integer> loose = HeaderNames.loosePositions(header);
        ExportLayout most = null;
        int read = 0;
        for (ExportLayout layout : ALL) {
            Map<String, Integer> positions = layout.renamed(spelled, loose);
            int columns = layout.binds(positions) && layout.isSure(positions) ? layout.read(positions) : 0;
            if (columns > read) {
                read = columns;
                most = layout;
            }
        }
        return Optional.ofNullable(most);
    }

    /** The names of columns that the layouts know, as the tools write them. */
    public static Set<String> columnNames() {
        return NAMES;
    }

    /** Whether a row is the header of a known tool, one that is not read included. */
    public static boolean isKnown(List<String> row) {
        Map<String, Integer> positions = HeaderNames.positions(row);
        return recognise(row, positions).isPresent()
                || refusal(positions).isPresent()
                || OtherExports.refusal(row, positions).isPresent();
    }

    /**
     * The layout closest to an unknown header: one that binds to it, so that it was the rows that did not fit, else the one that
     * knows most of its columns; empty if none knows any.
     */
    public static Optional<Nearest> nearest(List<String> header) {
        Map<String, Integer> positions = HeaderNames.positions(header);
        Nearest nearest = null;
        long most = 0;
        for (ExportLayout layout : ALL) {
            boolean binds = layout.binds(positions);
            long known = binds ? header.size() + 1L : layout.known(header);
            TableLayout.Nearness n = layout.nearness(header);
            if (known > most && !n.missing().isEmpty()) {
                most = known;
                nearest = new Nearest(layout.name(), n.share(), n.missing(), binds ? layout.rowsNeeded() : "");
            }
        }
        return Optional.ofNullable(nearest);
    }

    /**
     * Why a table with a header of a known tool cannot be read, though it is patent data: an export of J-PlatPat has only
     * {@code FI}, the Japanese refinement, and no IPC.
     *
     * @return a sentence for the user, without the file's name; empty for all other headers
     */
    public static Optional<String> refusal(List<String> header) {
        return refusal(HeaderNames.positions(header));
    }

    private static Optional<String> refusal(Map<String, Integer> positions) {
        boolean jplatpat = positions.containsKey("fi")
                && JPLATPAT_NUMBERS.stream().anyMatch(positions::containsKey)
                && IPC.stream().noneMatch(positions::containsKey);
        return jplatpat
                ? Optional.of("it is an export of J-PlatPat, which has FI codes but no IPC codes. Export the same"
                        + " documents from Espacenet or PATENTSCOPE, or add a column with their IPC codes.")
                : Optional.empty();
    }

    /** A layout by its name. */
    static ExportLayout named(String name) {
        return ALL.stream()
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no layout " + name));
    }
}
