package org.smssev.jobs.ingest.record;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.NoValue;
import org.smssev.jobs.ingest.name.Capitals;
import org.smssev.jobs.ingest.number.PublicationNumber;
import org.smssev.jobs.ingest.number.WholeNumber;

/** By what the records of a source and the rows of a table that is joined to them meet. */
public final class JoinKey {
    private static final Pattern NOISE = Pattern.compile("[\\s/,.()\\-]+");

    private JoinKey() {}

    /**
     * The key of a cell; null where it holds nothing, or what {@linkplain NoValue stands for nothing}.
     *
     * @param cell publication number of a record, or key of a row of the joined table; may be null
     * @param normalise whether it is compared as a publication number: {@code EP 0235972 B1} is {@code EP235972B1}; one of
     *     unknown form without blanks, slashes and case
     */
    public static String of(String cell, boolean normalise) {
        if (cell == null || cell.isBlank() || NoValue.isOne(cell)) {
            return null;
        }
        if (!normalise) {
            return cell.strip();
        }
        return of(PublicationNumber.parse(cell, null, null), cell);
    }

    /**
     * The key of a record whose office and kind stand in columns of their own, compared as a publication number; null where it
     * has no number.
     *
     * @param number its publication number; may be null, as may be the others
     * @param office cell of its office
     * @param kind cell of its kind
     */
    public static String of(String number, String office, String kind) {
        Map<Field, String> cells = new EnumMap<>(Field.class);
        cells.put(Field.PUBLICATION_NUMBER, number);
        cells.put(Field.OFFICE, office);
        cells.put(Field.KIND, kind);
        PublicationNumber.Parts parts = RecordNormaliser.number(cells);
        return parts == null ? null : of(parts, number);
    }

    private static String of(PublicationNumber.Parts parts, String cell) {
        return parts.isKnown()
                ? parts.canonical()
                : Capitals.of(NOISE.matcher(WholeNumber.of(cell.strip())).replaceAll(""));
    }
}
