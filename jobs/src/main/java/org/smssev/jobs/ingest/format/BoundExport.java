package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A known layout bound to a header. Travels as the layout's name and the header, and binds anew where it arrives. */
final class BoundExport implements TableLayout.Bound {
    private static final long serialVersionUID = 1L;
    /** Rows that tell how lists are written, and mostly dates, too; they are read for each file before a run starts. */
    private static final int LOOKED_AT = 1_000;
    /** Rows that are read where there are dates with slashes of which none has told yet what comes first. */
    private static final int LOOKED_AT_FOR_DATES = 10_000;

    private final String layout;
    private final List<String> header;
    private final SlashDates slashDates;
    /** Whether a date told what comes first, so that it is not only what tools use to write. */
    private final boolean hasTellingDate;
    /** Positions of columns of parties whose lists are parted by line breaks or bars. */
    private final Set<Integer> parted;

    private transient volatile Plan plan;

    /**
     * What the header gives.
     *
     * @param slashed positions of dates that may have slashes
     * @param parties positions of lists of parties that may be parted by more than semicolons
     * @param repeats positions of columns whose name a column before them has, each behind the position of that
     */
    private record Plan(
            ExportLayout layout,
            Map<String, Integer> positions,
            List<int[]> columns,
            int[] slashed,
            int[] parties,
            List<int[]> repeats) {}

    /** Binds a layout by its name in {@link TableLayouts}. */
    BoundExport(String layout, List<String> header) {
        this(layout, header, SlashDates.DAY_FIRST, false, Set.of());
    }

    private BoundExport(
            String layout, List<String> header, SlashDates slashDates, boolean hasTellingDate, Set<Integer> parted) {
        this.layout = layout;
        this.header = header;
        this.slashDates = slashDates;
        this.hasTellingDate = hasTellingDate;
        this.parted = parted;
    }

    @Override
    public Map<Field, String> columns() {
        return plan().layout.named(header);
    }

    @Override
    public Map<Field, String> fields(List<String> cells) {
        Plan bound = plan();
        return bound.layout.fields(
                new RowCells(bound.positions, dated(filled(cells, bound.repeats), bound.slashed), parted),
                bound.columns);
    }

    @Override
    public boolean isSure() {
        return plan().layout.isSure(plan().positions);
    }

    @Override
    public boolean fits(Iterator<TableRow> rows) {
        return plan().layout.fits(plan().positions, rows);
    }

    @Override
    public boolean needsRows() {
        return plan().slashed.length > 0 || plan().parties.length > 0;
    }

    @Override
    public TableLayout.Bound by(Iterator<TableRow> rows) {
        Plan bound = plan();
        SlashDates.Tally dates = new SlashDates.Tally();
        PartedLists[] lists = new PartedLists[bound.parties.length];
        Arrays.setAll(lists, i -> new PartedLists());
        for (int n = 0; n < (dates.isOpen() ? LOOKED_AT_FOR_DATES : LOOKED_AT) && rows.hasNext(); n++) {
            List<String> cells = rows.next().cells();
            for (int at : bound.slashed) {
                dates.add(cell(cells, at));
            }
            for (int i = 0; i < lists.length; i++) {
                lists[i].add(cell(cells, bound.parties[i]));
            }
        }
        TreeSet<Integer> seen = new TreeSet<>();
        for (int i = 0; i < lists.length; i++) {
            if (lists[i].areParted()) {
                seen.add(bound.parties[i]);
            }
        }
        boolean isTold = dates.isTelling() || bound.layout.writesSlashes();
        SlashDates told = isTold ? dates.told() : SlashDates.UNTOLD;
        return new BoundExport(layout, header, told, dates.isTelling(), Collections.unmodifiableSet(seen));
    }

    private static String cell(List<String> cells, int at) {
        String cell = at < cells.size() ? cells.get(at) : null;
        return cell == null ? "" : cell;
    }

    @Override
    public TableLayout.Bound withOtherDates() {
        // The pattern may be meant for another file of the folder, and is wrong here where a date says otherwise.
        return hasTellingDate ? this : new BoundExport(layout, header, SlashDates.UNTOLD, false, parted);
    }

    @Override
    public boolean cutsNames() {
        return plan().layout.cutsNames();
    }

    @Override
    public boolean isOwnNumber(String office) {
        return plan().layout.isOwnNumber(plan().positions, office);
    }

    @Override
    public int[] read() {
        return plan().columns.stream()
                .flatMapToInt(Arrays::stream)
                .distinct()
                .sorted()
                .toArray();
    }

    @Override
    public String writing() {
        return slashDates.name() + " " + parted;
    }

    /** Cells of which an empty one is that of a later column of the same name. */
    private static List<String> filled(List<String> cells, List<int[]> repeats) {
        List<String> filled = cells;
        for (int[] repeat : repeats) {
            if (cell(filled, repeat[0]).isBlank() && !cell(filled, repeat[1]).isBlank()) {
                filled = filled == cells ? new ArrayList<>(cells) : filled;
                filled.set(repeat[0], cells.get(repeat[1]));
            }
        }
        return filled;
    }

    private List<String> dated(List<String> cells, int[] slashed) {
        List<String> dated = cells;
        for (int at : slashed) {
            String cell = cell(cells, at);
            String iso = slashDates.iso(cell);
            if (!cell.equals(iso)) {
                dated = dated == cells ? new ArrayList<>(cells) : dated;
                dated.set(at, iso);
            }
        }
        return dated;
    }

    private Plan plan() {
        Plan bound = plan;
        if (bound == null) {
            ExportLayout found = TableLayouts.named(layout);
            Map<String, Integer> positions = found.positions(header);
            bound = new Plan(
                    found,
                    positions,
                    found.plan(positions),
                    found.slashed(positions),
                    found.parties(positions),
                    found.repeats(header, positions));
            plan = bound;
        }
        return bound;
    }
}
