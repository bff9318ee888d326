package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A known layout bound to a header. Travels as the layout's name and the header, and binds anew where it arrives. */
final class BoundExport implements TableLayout.Bound {
    private static final long serialVersionUID = 1L;
    /** Rows that tell how a file is written. */
    private static final int LOOKED_AT = 10_000;
    /** What stands between parties where semicolons do not. */
    private static final Pattern PARTED = Pattern.compile("[\\r\\n]| \\| ");

    private final String layout;
    private final List<String> header;
    private final SlashDates slashDates;
    /** Positions of columns of parties whose lists are parted by line breaks or bars. */
    private final Set<Integer> parted;

    private transient volatile Plan plan;

    /**
     * What the header gives.
     *
     * @param slashed positions of dates that may have slashes
     * @param parties positions of lists of parties that may be parted by more than semicolons
     */
    private record Plan(
            ExportLayout layout, Map<String, Integer> positions, List<int[]> columns, int[] slashed, int[] parties) {}

    /** Binds a layout by its name in {@link TableLayouts}. */
    BoundExport(String layout, List<String> header) {
        this(layout, header, SlashDates.DAY_FIRST, Set.of());
    }

    private BoundExport(String layout, List<String> header, SlashDates slashDates, Set<Integer> parted) {
        this.layout = layout;
        this.header = header;
        this.slashDates = slashDates;
        this.parted = parted;
    }

    @Override
    public Map<Field, String> columns() {
        return plan().layout.named(header);
    }

    @Override
    public Map<Field, String> fields(List<String> cells) {
        Plan bound = plan();
        return bound.layout.fields(new RowCells(bound.positions, dated(cells, bound.slashed), parted), bound.columns);
    }

    @Override
    public boolean needsRows() {
        return plan().slashed.length > 0 || plan().parties.length > 0;
    }

    @Override
    public TableLayout.Bound by(Iterator<TableRow> rows) {
        Plan bound = plan();
        SlashDates.Tally dates = new SlashDates.Tally();
        TreeSet<Integer> seen = new TreeSet<>();
        for (int n = 0; n < LOOKED_AT && rows.hasNext(); n++) {
            List<String> cells = rows.next().cells();
            for (int at : bound.slashed) {
                dates.add(cell(cells, at));
            }
            for (int at : bound.parties) {
                if (PARTED.matcher(cell(cells, at).strip()).find()) {
                    seen.add(at);
                }
            }
        }
        return new BoundExport(layout, header, dates.told(), Collections.unmodifiableSet(seen));
    }

    private static String cell(List<String> cells, int at) {
        String cell = at < cells.size() ? cells.get(at) : null;
        return cell == null ? "" : cell;
    }

    @Override
    public TableLayout.Bound withOtherDates() {
        return new BoundExport(layout, header, SlashDates.UNTOLD, parted);
    }

    @Override
    public String writing() {
        return slashDates.name() + " " + parted;
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
            Map<String, Integer> positions = HeaderNames.positions(header);
            bound = new Plan(
                    found, positions, found.plan(positions), found.slashed(positions), found.parties(positions));
            plan = bound;
        }
        return bound;
    }
}
