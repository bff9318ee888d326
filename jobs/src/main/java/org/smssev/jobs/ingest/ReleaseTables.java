package org.smssev.jobs.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.SideBySide;
import org.smssev.common.stage.StageContext;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.IpcUse;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.family.Families;
import org.smssev.jobs.ingest.family.FamilyStep;

/** Writes patents, families and symbols as they are after a release. */
final class ReleaseTables {
    /** Settings that families depend on, beside their publications. */
    private static final List<String> RULES = List.of(
            "ingest.country-by",
            "ingest.first-only",
            "ingest.international",
            "ingest.exclude-utility-models",
            "ingest.families");

    private static final String FAMILY = "family_id";

    private final StageContext context;
    private final Census census;
    private final boolean snapshot;
    private final ReleaseMerge merge;
    /** What stays of earlier publications; null if the release stands for all that are there. */
    private final Staying staying;

    private final Families.Rules rules;
    private final References references;
    private final int partitions;
    /** Publications that the release gives or withdraws, with the columns of the table. */
    private final InternalRows changed;

    /**
     * The tables after a release.
     *
     * @param merge has merged it with the earlier ones
     */
    ReleaseTables(
            StageContext context,
            Census census,
            boolean snapshot,
            ReleaseMerge merge,
            References references,
            int partitions) {
        this.context = context;
        this.census = census;
        this.snapshot = snapshot;
        this.merge = merge;
        this.staying = merge.staying().orElse(null);
        this.rules = Families.Rules.of(context.config().ingest());
        this.references = references;
        this.partitions = partitions;
        this.changed = merge.changed();
    }

    /**
     * Writes the tables. Each has stretches for one core only, and where digests tell what is done none reads another, so
     * they are written side by side.
     *
     * @param others writes other tables of the stage
     */
    void write(Runnable others) {
        if (merge.isToldByDigests()) {
            SideBySide.run(
                    4,
                    List.of(
                            inPool("patents", this::patents),
                            inPool("families", this::families),
                            inPool("symbols", this::symbols),
                            inPool("others", others)));
            return;
        }
        patents();
        InternalRows patents = InternalRows.planned(context.dataset(Patent.class));
        SideBySide.run(
                2,
                List.of(() -> families(patents, snapshot && !census.families().isFull()), () -> {
                    symbols(IpcUses.counts(patents));
                    others.run();
                }));
    }

    /** A task whose jobs have their share of the cores beside those of other pools. */
    private Runnable inPool(String pool, Runnable task) {
        return () -> {
            context.spark().sparkContext().setLocalProperty("spark.scheduler.pool", pool);
            task.run();
        };
    }

    private void patents() {
        Carry carry = merge.carried();
        context.write(Patent.class, carry.and(changed), carry.carried());
    }

    private void families() {
        if (staying == null) {
            families(changed, !census.families().isFull());
            return;
        }
        Optional<StoredTable> known = context.earlierTable(Family.class);
        if (known.isEmpty() || !context.earlierAgreesOn(RULES)) {
            families(with(staying.all()), false);
            return;
        }
        // What the release may change is known by digests: other families of such a digest are made again as they were.
        try (DigestedKeys touched = new DigestedKeys(context.spark(), staying.touchedFamilies());
                DigestedKeys joined = new DigestedKeys(context.spark(), staying.joinedFamilies())) {
            boolean apart = staying.leavesFamilies();
            Carry carry = apart
                    ? Carry.all(known.get()).lacking(touched.known()::has)
                    : Carry.without(known.get(), FAMILY, touched.known());
            InternalRows met = apart ? null : staying.met();
            InternalRows made = apart
                    ? FamilyStep.families(changed, joined, rules, partitions)
                    : FamilyStep.families(changed.and(met), joined, rules, FamilyStep.enough(met.rows(), partitions));
            context.write(Family.class, carry.and(made), carry.carried());
        }
    }

    /**
     * Writes families of these publications and no others.
     *
     * @param counted whether the census has counted them all
     */
    private void families(InternalRows patents, boolean counted) {
        if (!counted) {
            context.write(Family.class, FamilyStep.families(patents, rules, partitions), List.of());
            return;
        }
        try (DigestedKeys several =
                new DigestedKeys(context.spark(), census.families().repeated())) {
            context.write(Family.class, FamilyStep.families(patents, several, rules, partitions), List.of());
        }
    }

    private void symbols() {
        Optional<List<IpcUse>> before = context.earlierRows(IpcUse.class);
        if (staying == null) {
            symbols(IpcUses.counts(changed));
        } else if (before.isEmpty() || !context.earlierAgreesOn(List.of())) {
            // Other code may count otherwise.
            symbols(IpcUses.counts(with(staying.all())));
        } else {
            symbols(IpcUses.counts(before.get(), staying.replaced(), changed));
        }
    }

    private void symbols(Map<String, Long> counts) {
        context.write(
                IpcUse.class,
                IpcUses.of(
                        counts,
                        references.inventory(),
                        references.titles(),
                        context.config().ingest().languages()));
    }

    /** What the release changed, and other publications. */
    private InternalRows with(Dataset<Row> others) {
        return InternalRows.planned(changed.dataset().unionByName(others));
    }
}
