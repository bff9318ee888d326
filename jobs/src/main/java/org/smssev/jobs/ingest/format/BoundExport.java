package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A known layout bound to a header. Travels as the layout's name and the header, and binds anew where it arrives. */
final class BoundExport implements TableLayout.Bound {
    private static final long serialVersionUID = 1L;

    private final String layout;
    private final List<String> header;
    private final SlashDates slashDates;
    private transient volatile Plan plan;

    /** What the header gives; {@code slashed} are positions of dates that may have slashes. */
    private record Plan(ExportLayout layout, Map<String, Integer> positions, List<int[]> columns, int[] slashed) {}

    /** Binds a layout by its name in {@link TableLayouts}. */
    BoundExport(String layout, List<String> header, SlashDates slashDates) {
        this.layout = layout;
        this.header = header;
        this.slashDates = slashDates;
    }

    @Override
    public Map<Field, String> columns() {
        return plan().layout.named(header);
    }

    @Override
    public Map<Field, String> fields(List<String> cells) {
        Plan bound = plan();
        return bound.layout.fields(new RowCells(bound.positions, dated(cells, bound.slashed)), bound.columns);
    }

    @Override
    public boolean needsRows() {
        return plan().slashed.length > 0;
    }

    @Override
    public TableLayout.Bound by(Iterator<TableRow> rows) {
        return new BoundExport(layout, header, SlashDates.of(rows, plan().slashed));
    }

    @Override
    public TableLayout.Bound withOtherDates() {
        return new BoundExport(layout, header, SlashDates.UNTOLD);
    }

    @Override
    public String dates() {
        return slashDates.name();
    }

    private List<String> dated(List<String> cells, int[] slashed) {
        List<String> dated = cells;
        for (int at : slashed) {
            String cell = at < cells.size() ? cells.get(at) : null;
            String iso = cell == null ? null : slashDates.iso(cell);
            if (cell != null && !cell.equals(iso)) {
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
            bound = new Plan(found, positions, found.plan(positions), found.slashed(positions));
            plan = bound;
        }
        return bound;
    }
}
