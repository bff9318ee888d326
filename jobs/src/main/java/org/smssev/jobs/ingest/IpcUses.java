package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.ipc.IpcInventory;
import org.smssev.common.ipc.IpcTitles;
import org.smssev.common.tables.IngestTables.IpcUse;

/** Counts the IPC symbols of publications at all their levels, and says what each is. */
final class IpcUses {
    /** A symbol with the groups above it, each once in a publication. */
    private static final String SYMBOLS = "explode(array_distinct(flatten(transform(ipc, c -> array(c.symbol,"
            + " substring_index(c.symbol, '/', 1), substring_index(c.symbol, ' ', 1)))))) AS symbol";

    private IpcUses() {}

    /**
     * The symbols.
     *
     * @param patents the table of patents
     * @param inventory inventory; null without one
     * @param languages languages of titles in order of preference
     */
    static List<IpcUse> of(Dataset<Row> patents, IpcInventory inventory, IpcTitles titles, List<String> languages) {
        List<IpcUse> uses = new ArrayList<>();
        for (Row r : patents.filter("NOT withdrawn")
                .selectExpr(SYMBOLS)
                .groupBy("symbol")
                .count()
                .collectAsList()) {
            String symbol = r.getString(0);
            uses.add(new IpcUse(
                    symbol,
                    level(symbol),
                    r.getLong(1),
                    inventory == null ? null : inventory.status(symbol).name(),
                    inventory == null ? null : inventory.validFrom(symbol).orElse(null),
                    inventory == null ? null : inventory.validTo(symbol).orElse(null),
                    titles.label(symbol, languages).orElse(null)));
        }
        return uses;
    }

    private static String level(String symbol) {
        return symbol.indexOf('/') > 0 ? "SUBGROUP" : symbol.indexOf(' ') > 0 ? "MAIN_GROUP" : "SUBCLASS";
    }
}
