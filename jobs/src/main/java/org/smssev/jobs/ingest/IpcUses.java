package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.ipc.IpcInventory;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.ipc.IpcTitles;
import org.smssev.common.table.InternalRows;
import org.smssev.common.tables.IngestTables.IpcUse;
import org.smssev.jobs.ingest.rows.BinaryRows;
import org.smssev.jobs.ingest.rows.BinaryRows.Place;

/** Counts the IPC symbols of publications at all their levels, and says what each is. */
final class IpcUses {
    /** What is read of publications. */
    static final String[] COLUMNS = {"withdrawn", "ipc.symbol"};

    private IpcUses() {}

    /** Publications of patents, not withdrawn, by symbol. */
    static Map<String, Long> counts(InternalRows patents) {
        Map<String, Long> counts = new HashMap<>();
        add(counts, patents, 1);
        return new TreeMap<>(counts);
    }

    /**
     * The same after a release, from what was counted before it.
     *
     * @param before the table of symbols of the earlier release
     * @param replaced publications of the earlier release that are replaced or withdrawn, as they were
     * @param given publications that the release gives or withdraws
     */
    static Map<String, Long> counts(List<IpcUse> before, List<InternalRows> replaced, InternalRows given) {
        Map<String, Long> counts = new HashMap<>();
        before.forEach(use -> counts.put(use.symbol(), use.publications()));
        replaced.forEach(some -> add(counts, some, -1));
        add(counts, given, 1);
        counts.values().removeIf(n -> n == 0);
        return new TreeMap<>(counts);
    }

    private static void add(Map<String, Long> counts, InternalRows patents, int sign) {
        BinaryRows rows = BinaryRows.of(patents, COLUMNS);
        Place withdrawn = rows.places().get(0);
        Place symbols = rows.places().get(1);
        rows.rows()
                .filter(row -> !row.getBoolean(withdrawn.column()))
                .mapPartitions(part -> count(part, symbols))
                .collect()
                .forEach(part -> part.addTo(counts, sign));
    }

    /**
     * What is counted of a partition, in arrays, which travel more quickly than maps.
     *
     * @param publications by symbol, in the same order
     */
    private record Part(String[] symbols, long[] publications) implements Serializable {
        private static final long serialVersionUID = 1L;

        void addTo(Map<String, Long> counts, int sign) {
            for (int i = 0; i < symbols.length; i++) {
                counts.merge(symbols[i], sign * publications[i], Long::sum);
            }
        }
    }

    /**
     * The symbols.
     *
     * @param counts publications by symbol
     * @param inventory inventory; null without one
     * @param languages languages of titles in order of preference
     */
    static List<IpcUse> of(Map<String, Long> counts, IpcInventory inventory, IpcTitles titles, List<String> languages) {
        List<IpcUse> uses = new ArrayList<>();
        counts.forEach((symbol, publications) -> {
            IpcSymbol of = IpcSymbol.ofCanonical(symbol);
            uses.add(new IpcUse(
                    symbol,
                    level(symbol),
                    publications,
                    inventory == null ? null : inventory.status(of).name(),
                    inventory == null ? null : inventory.validFrom(of).orElse(null),
                    inventory == null ? null : inventory.validTo(of).orElse(null),
                    titles.label(of, languages).orElse(null)));
        });
        return uses;
    }

    private static String level(String symbol) {
        return symbol.indexOf('/') > 0 ? "SUBGROUP" : symbol.indexOf(' ') > 0 ? "MAIN_GROUP" : "SUBCLASS";
    }

    /** Counts the publications of a partition by symbol, main group and subclass, each once in a publication. */
    private static Iterator<Part> count(Iterator<InternalRow> rows, Place at) {
        Map<String, Counter> counters = new HashMap<>();
        Map<UTF8String, Counter[]> levels = new HashMap<>();
        long publication = 0;
        while (rows.hasNext()) {
            publication++;
            ArrayData symbols = at.list(rows.next());
            for (int i = 0; i < symbols.numElements(); i++) {
                UTF8String symbol = at.text(symbols, i);
                Counter[] known = levels.get(symbol);
                if (known == null) {
                    known = counters(symbol.toString(), counters);
                    // The next row may come in the same bytes.
                    levels.put(symbol.clone(), known);
                }
                for (Counter counter : known) {
                    counter.count(publication);
                }
            }
        }
        return List.of(new Part(
                        counters.keySet().toArray(String[]::new),
                        counters.values().stream()
                                .mapToLong(counter -> counter.publications)
                                .toArray()))
                .iterator();
    }

    /** Counters of a symbol, its main group if it has one, and its subclass; one may stand there several times. */
    private static Counter[] counters(String symbol, Map<String, Counter> counters) {
        String mainGroup = IpcSymbol.truncate(symbol, IpcSymbol.Level.MAIN_GROUP);
        String subclass = IpcSymbol.truncate(symbol, IpcSymbol.Level.SUBCLASS);
        return new Counter[] {
            counters.computeIfAbsent(symbol, s -> new Counter()),
            counters.computeIfAbsent(mainGroup == null ? subclass : mainGroup, s -> new Counter()),
            counters.computeIfAbsent(subclass, s -> new Counter())
        };
    }

    /** Counts publications, each once. */
    private static final class Counter {
        private long publications;
        private long last;

        /** Counts a publication, by its place; what was counted before it is not given again. */
        void count(long publication) {
            publications += last == publication ? 0 : 1;
            last = publication;
        }
    }
}
