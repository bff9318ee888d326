package org.smssev.jobs.ingest.format;

import java.util.List;
import java.util.Map;

/** A known layout bound to a header. Travels as the layout's name and the header, and binds anew where it arrives. */
final class BoundExport implements TableLayout.Bound {
    private static final long serialVersionUID = 1L;

    private final String layout;
    private final List<String> header;
    private transient volatile Plan plan;

    private record Plan(ExportLayout layout, Map<String, Integer> positions, List<int[]> columns) {}

    /** Binds a layout by its name in {@link TableLayouts}. */
    BoundExport(String layout, List<String> header) {
        this.layout = layout;
        this.header = header;
    }

    @Override
    public Map<Field, String> columns() {
        return plan().layout.named(header);
    }

    @Override
    public Map<Field, String> fields(List<String> cells) {
        Plan bound = plan();
        return bound.layout.fields(new RowCells(bound.positions, cells), bound.columns);
    }

    private Plan plan() {
        Plan bound = plan;
        if (bound == null) {
            ExportLayout found = TableLayouts.named(layout);
            Map<String, Integer> positions = HeaderNames.positions(header);
            bound = new Plan(found, positions, found.plan(positions));
            plan = bound;
        }
        return bound;
    }
}
