package org.smssev.jobs.ingest.source;

import java.io.Serializable;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.smssev.jobs.ingest.format.DelimitedReader;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.Marks;
import org.smssev.jobs.ingest.format.TableLayout;
import org.smssev.jobs.ingest.number.PublicationFlaw;
import org.smssev.jobs.ingest.number.PublicationNumber;
import org.smssev.jobs.ingest.record.CellValues;
import org.smssev.jobs.ingest.record.NormaliserSetup;
import org.smssev.jobs.ingest.record.RecordNormaliser;
import org.smssev.jobs.ingest.record.Writing;

/**
 * How the fields of a record come from a landed row.
 *
 * @param layout layout that reads the file's own columns; null where the mapping alone counts
 * @param columns the file's own columns, which follow {@link Landing#META}
 * @param mapping columns that fields are mapped to, of the file or joined to it; wins over the layout
 * @param separator separator of the file's text, to rebuild the raw text of a record
 * @param quote its quotation mark, 0 for none
 */
public record RecordPlan(TableLayout.Bound layout, int columns, ColumnPlan mapping, char separator, char quote)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final List<Field> LINKS = List.of(
            Field.APPLICATION_NUMBER,
            Field.PRIORITY_NUMBERS,
            Field.FAMILY_ID,
            Field.FAMILY_MEMBERS,
            Field.EXTENDED_FAMILY_ID,
            Field.EXTENDED_FAMILY_MEMBERS);

    /** Characters of a cell in which the number of a damaged record is looked for. */
    private static final int LONGEST_CELL = 1_000;

    /** How each field that the rows have writes lists and dates. */
    public Map<Field, Writing> writings() {
        Map<Field, Writing> writings = new EnumMap<>(Field.class);
        if (layout != null) {
            // A layout also gives fields that have no column of their own, such as dates among priority numbers.
            Arrays.stream(Field.values()).forEach(field -> writings.put(field, Writing.CANONICAL));
        }
        writings.putAll(mapping.writings());
        return writings;
    }

    /** All that decides which cell gives which field, but for the header that a layout is bound to. */
    public String ofCells() {
        return (layout == null ? "false" : "true " + layout.writing()) + " " + columns + " " + mapping.positions()
                + mapping.further() + mapping.constants();
    }

    /** Whether rows may have a field. */
    public boolean has(Field field) {
        return mapping.positions().containsKey(field)
                || (layout != null && layout.columns().containsKey(field));
    }

    /**
     * Whether rows tell nothing by which publications of one invention are known, neither a family nor applications, so that their
     * numbers alone do. Tables without codes, of abstracts or of marks say, leave that to others.
     */
    public boolean tellsNoLinks() {
        return has(Field.IPC) && LINKS.stream().noneMatch(this::has);
    }

    /** Whether rows may tell of links, so that a pass over them looks for these. */
    public boolean mayLink(boolean extended) {
        return has(familyMembers(extended)) || hasApplications() || tellsNoLinks();
    }

    /** Whether rows may tell their applications or priorities. */
    public boolean hasApplications() {
        return RecordNormaliser.APPLICATIONS.stream().anyMatch(this::has);
    }

    /** Whether rows may name families. */
    public boolean mayNameFamilies(boolean extended) {
        return has(namedFamily(extended));
    }

    /** The field in which records name their family. */
    public static Field namedFamily(boolean extended) {
        return extended ? Field.EXTENDED_FAMILY_ID : Field.FAMILY_ID;
    }

    /** The field in which they list its members. */
    public static Field familyMembers(boolean extended) {
        return extended ? Field.EXTENDED_FAMILY_MEMBERS : Field.FAMILY_MEMBERS;
    }

    /** All by which the same cells may become another publication. */
    public String reading() {
        return writings() + (tellsNoLinks() ? " by number" : "");
    }

    /** What makes publications of the rows. */
    public RecordNormaliser normaliser(String release, String source, NormaliserSetup setup) {
        return new RecordNormaliser(release, source, writings(), tellsNoLinks(), setup);
    }

    /** Whether names of rows may be cut in two. */
    public boolean cutsNames() {
        return layout != null && layout.cutsNames();
    }

    /** Whether the number of a publication of an office is one that the source gave itself, which no other source has. */
    public boolean isOwnNumber(String office) {
        return layout != null && layout.isOwnNumber(office);
    }

    /** The fields of a landed row. */
    public Map<Field, String> fields(Row r) {
        Map<Field, String> fields = mapping.cells(r::getString);
        if (layout == null) {
            return fields;
        }
        List<String> cells = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            cells.add(r.getString(Landing.FIRST_CELL + i));
        }
        Map<Field, String> all = new EnumMap<>(Field.class);
        all.putAll(layout.fields(cells));
        all.putAll(fields);
        return all;
    }

    /** Places of the cells of a landed row that fields are taken from. */
    public int[] read() {
        IntStream own = layout == null
                ? IntStream.empty()
                : Arrays.stream(layout.read()).filter(at -> at < columns).map(at -> Landing.FIRST_CELL + at);
        return IntStream.concat(mapping.places(), own).distinct().toArray();
    }

    /** The text of a landed row, as its file would write it. */
    public String raw(Row r) {
        StringBuilder raw = new StringBuilder();
        String mark = String.valueOf(quote);
        for (int i = 0; i < columns; i++) {
            String cell = r.isNullAt(Landing.FIRST_CELL + i) ? "" : r.getString(Landing.FIRST_CELL + i);
            boolean isSpecial = cell.indexOf(separator) >= 0
                    || cell.contains(mark)
                    || cell.indexOf('\n') >= 0
                    || cell.indexOf('\r') >= 0;
            boolean quotes = quote != 0 && isSpecial;
            if (i > 0) {
                raw.append(separator);
            }
            raw.append(quotes ? mark + cell.replace(mark, mark + mark) + mark : cell);
        }
        return raw.toString();
    }

    /**
     * The publication number of a record that could not be split into its cells: as its first cells, which stand before the damage,
     * tell it.
     *
     * @param raw text of the record
     * @return null if they tell none
     */
    public String number(String raw) {
        DelimitedReader cells = new DelimitedReader(new StringReader(raw), separator, Marks.of(quote), LONGEST_CELL);
        if (layout == null && columns == 0 || !cells.hasNext()) {
            return null;
        }
        List<String> found = cells.next().cells();
        int last = mapping.positions().keySet().stream()
                .flatMap(field -> mapping.at(field).stream())
                .mapToInt(at -> at)
                .max()
                .orElse(0);
        Object[] values = new Object[Math.max(last + 1, Landing.FIRST_CELL + columns)];
        for (int i = 0; i < columns && i < found.size(); i++) {
            values[Landing.FIRST_CELL + i] = found.get(i).isEmpty() ? null : found.get(i);
        }
        Map<Field, String> fields = fields(RowFactory.create(values));
        PublicationNumber.Parts number = RecordNormaliser.number(fields);
        return number == null || PublicationFlaw.of(CellValues.first(fields, Field.PUBLICATION_NUMBER), number) != null
                ? null
                : number.canonical();
    }
}
