package org.smssev.jobs.ingest;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.smssev.common.table.InternalRows;
import org.smssev.jobs.ingest.record.CellValues;
import org.smssev.jobs.ingest.source.Input;

/**
 * Texts for a message that are not what their column holds, publication numbers of no known form, say: the first of each file that
 * has some, by source.
 */
final class UnknownTexts {
    /** Texts that are told of a source. */
    private static final int MOST = 3;

    private UnknownTexts() {}

    /** The numbers in words, {@code 'EP1A1; EP2A1' in a.csv, record 7}; none of records that were known by their bytes. */
    static Map<String, String> numbers(InternalRows canonical, List<Input.Read> files) {
        return first(canonical, files, "publication_number", false);
    }

    /** The same of texts in the place of a country that are none. */
    static Map<String, String> countries(InternalRows canonical, List<Input.Read> files) {
        return first(canonical, files, "detail", true);
    }

    private static Map<String, String> first(
            InternalRows canonical, List<Input.Read> files, String column, boolean areCountries) {
        int text = CanonicalRows.SCHEMA.fieldIndex(column);
        TreeMap<Integer, TreeMap<Long, String>> all = new TreeMap<>();
        canonical
                .rows()
                .mapPartitions(rows -> part(rows, text, areCountries))
                .collect()
                .forEach(part -> part.forEach((file, some) -> some.forEach((at, told) -> add(all, file, at, told))));
        Map<String, TreeMap<Integer, TreeMap<Long, String>>> bySource = new HashMap<>();
        all.forEach(
                (file, some) -> bySource.computeIfAbsent(files.get(file).file().source(), source -> new TreeMap<>())
                        .put(file, some));
        Map<String, String> told = new HashMap<>();
        bySource.forEach((source, byFile) -> told.put(
                source,
                byFile.entrySet().stream()
                        .flatMap(e -> e.getValue().entrySet().stream()
                                .map(record -> "'" + record.getValue() + "' in "
                                        + files.get(e.getKey()).file().name() + ", record " + record.getKey()))
                        .limit(MOST)
                        .collect(Collectors.joining("; "))));
        return told;
    }

    private static Iterator<TreeMap<Integer, TreeMap<Long, String>>> part(
            Iterator<InternalRow> rows, int text, boolean areCountries) {
        int lacks = CanonicalRows.SCHEMA.fieldIndex("lacks");
        TreeMap<Integer, TreeMap<Long, String>> first = new TreeMap<>();
        rows.forEachRemaining(r -> {
            if (r.getBoolean(CanonicalRows.ACCEPTED)
                    && !r.isNullAt(text)
                    && (areCountries ? Lacks.hasUnknownCountry(r.getInt(lacks)) : Lacks.isUnknown(r.getInt(lacks)))) {
                add(
                        first,
                        r.getInt(CanonicalRows.FILE_NO),
                        r.getLong(CanonicalRows.RECORD_NO),
                        r.getUTF8String(text).toString());
            }
        });
        return List.of(first).iterator();
    }

    private static void add(TreeMap<Integer, TreeMap<Long, String>> all, int file, long record, String text) {
        TreeMap<Long, String> some = all.computeIfAbsent(file, f -> new TreeMap<>());
        some.put(record, CellValues.shortened(text));
        if (some.size() > MOST) {
            some.pollLastEntry();
        }
    }
}
