package org.smssev.jobs.ingest;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.smssev.common.config.Config.Release;
import org.smssev.common.stage.StageContext;
import org.smssev.common.table.StoredTable;
import org.smssev.common.tables.IngestTables.Patent;

/** The sketches of the publications that a snapshot replaces, as tasks get them. */
final class SentSketches implements AutoCloseable {
    private final Broadcast<EarlierSketches> sent;

    private SentSketches(Broadcast<EarlierSketches> sent) {
        this.sent = sent;
    }

    /** Reads them, where the release is a snapshot that replaces publications, and not too many. */
    static SentSketches of(StageContext context) {
        StoredTable table = context.config().release().mode() == Release.Mode.SNAPSHOT
                ? context.earlierTable(Patent.class).orElse(null)
                : null;
        if (table == null) {
            return new SentSketches(null);
        }
        context.progress("looking through the release before");
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(context.spark().sparkContext());
        return new SentSketches(EarlierSketches.of(table).map(spark::broadcast).orElse(null));
    }

    /** The sketches; null if there are none. */
    Broadcast<EarlierSketches> sent() {
        return sent;
    }

    @Override
    public void close() {
        if (sent != null) {
            sent.destroy();
        }
    }
}
