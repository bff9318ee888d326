package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.Digests;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;
import org.smssev.jobs.ingest.family.Families;
import org.smssev.jobs.ingest.family.FamilyStep;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Earlier publications that a release gives as they are, or does not give and leaves as they were. Their rows stay where they
 * are stored. Of those that are given the release that held them last is another: as all rows of a file have it in common, in
 * each file those of the two kinds that are fewer are written anew.
 */
final class SketchStaying implements Staying, AutoCloseable {
    private static final String LAST_RELEASE = "last_release";
    /** Columns of what is replaced. */
    private static final List<String> SYMBOLS = List.of(IpcUses.COLUMNS);

    private final EarlierRelease earlier;
    private final String release;
    private final BitSet replaced;
    private final BitSet given;
    /** Those that are written anew for their last release. */
    private final BitSet moved;

    private final PlacesOfTasks staying;
    private final PlacesOfTasks givenAgain;
    private final long[] ofEarlier;
    private final Digests ofChanged;
    /** Those that stay, of families that the release may change, with what families are made of; and those that are read whole. */
    private final MetPatents met;
    /** Places of those that are replaced and not read whole. */
    private final BitSet outdated;

    /**
     * What stays.
     *
     * @param earlier all of them
     * @param release this release
     * @param given places of those that it gives as they are
     * @param left places of those that it leaves
     * @param whole places of others, which are read whole
     * @param families of the records that change something
     * @param rules by which families are made
     */
    SketchStaying(
            EarlierRelease earlier,
            String release,
            BitSet given,
            BitSet left,
            BitSet whole,
            Digests families,
            Families.Rules rules) {
        this.earlier = earlier;
        this.release = release;
        this.given = given;
        BitSet stays = (BitSet) given.clone();
        stays.or(left);
        this.replaced = (BitSet) stays.clone();
        replaced.flip(0, earlier.sketches().value().size());
        EarlierPlaces places = earlier.places();
        this.moved = places.fewer(given, left);
        this.staying = new PlacesOfTasks(earlier, stays);
        this.givenAgain = new PlacesOfTasks(earlier, given);
        this.ofChanged = families;
        BitSet changed = places.ofFamilies(families.sorted());
        changed.and(stays);
        changed.or(replaced);
        this.ofEarlier = places.families(changed).sorted().distinct().toArray();
        BitSet members = places.ofFamilies(ofEarlier);
        members.and(stays);
        this.outdated = (BitSet) replaced.clone();
        outdated.andNot(whole);
        StoredTable table = earlier.table();
        this.met = new MetPatents(
                table,
                List.of(
                        table.at(List.of(FamilyStep.columns(rules)), places.withDeleted(members)),
                        table.at(places.withDeleted(whole))));
    }

    /** What stays of their table. */
    Carry carry() {
        StoredTable table = earlier.table();
        EarlierPlaces places = earlier.places();
        BitSet gone = (BitSet) replaced.clone();
        gone.or(moved);
        Carry carry = Carry.without(table, places.withDeleted(gone), staying.filter(table.schema()));
        Set<String> kept = carry.files().stream().map(DataFile::path).collect(Collectors.toSet());
        BitSet apart = places.in(kept);
        BitSet inPlace = (BitSet) apart.clone();
        apart.and(moved);
        inPlace.andNot(gone);
        BitSet givenInPlace = (BitSet) inPlace.clone();
        givenInPlace.and(given);
        Set<String> again = places.paths(givenInPlace);
        // All files of a version tell the same columns, those without rows too.
        boolean areSome = !given.isEmpty();
        Map<String, String> set = Map.of(LAST_RELEASE, release);
        List<DataFile> files = carry.files().stream()
                .map(file ->
                        again.contains(file.path()) || areSome && file.set().isEmpty() ? file.with(set) : file)
                .toList();
        EarlierSketches sketches = earlier.sketches().value();
        return new Carry(files, anew(carry.rows(), apart), digest -> !sketches.any(digest, inPlace::get));
    }

    /**
     * Rows that stay in no file, with the release that held them last; null if there are none.
     *
     * @param ofFiles of files none of whose rows stay in them; null if there are none
     * @param apart places of the others
     */
    private InternalRows anew(InternalRows ofFiles, BitSet apart) {
        if (apart.isEmpty()) {
            return ofFiles == null ? null : heldLast(ofFiles, false);
        }
        StoredTable table = earlier.table();
        int n = apart.cardinality();
        InternalRows rows = table.at(earlier.places().withDeleted(apart)).spread(1 + n / GivenPublications.TOGETHER);
        return ofFiles == null ? heldLast(rows, n < GivenPublications.TOGETHER) : heldLast(ofFiles.and(rows), false);
    }

    /** Rows in Spark's binary form, with this release where it gives them. */
    private InternalRows heldLast(InternalRows rows, boolean areFew) {
        StructType schema = earlier.table().schema();
        int last = schema.fieldIndex(LAST_RELEASE);
        List<String> columns = new ArrayList<>(List.of(schema.fieldNames()));
        columns.set(last, "");
        columns.add(LAST_RELEASE);
        PlacesOfTasks.IsOne isGiven = givenAgain.filter(schema);
        String held = release;
        JavaRDD<InternalRow> made = rows.rows().mapPartitions(some -> {
            JoinedRow joined = new JoinedRow();
            InternalRow now = new GenericInternalRow(1);
            UTF8String here = UTF8String.fromString(held);
            return MetPatents.binary(
                    CollectionConverters.asJava(CollectionConverters.asScala(some)
                            .map(row -> {
                                now.update(0, isGiven.call(row) ? here : row.getUTF8String(last));
                                return (InternalRow) joined.apply(row, now);
                            })),
                    columns,
                    schema,
                    Map.of(),
                    areFew);
        });
        return InternalRows.made(earlier.table().spark(), made, schema);
    }

    /** Those that are met, the ones that are read whole among them. */
    InternalRows kept() {
        return met.rows();
    }

    @Override
    public long[] touchedFamilies() {
        return Digests.union(ofEarlier, ofChanged.sorted());
    }

    @Override
    public long[] joinedFamilies() {
        return Digests.union(ofEarlier, ofChanged.repeated());
    }

    @Override
    public boolean leavesFamilies() {
        return ofEarlier.length == 0;
    }

    @Override
    public InternalRows met() {
        return staying.of(met.rows());
    }

    @Override
    public List<InternalRows> replaced() {
        if (replaced.isEmpty()) {
            return List.of();
        }
        StoredTable table = earlier.table();
        return List.of(table.at(SYMBOLS, earlier.places().withDeleted(outdated)), staying.notOf(met.rows()));
    }

    @Override
    public Dataset<Row> all() {
        return staying.of(earlier.table().scan().rows()).dataset();
    }

    @Override
    public void close() {
        met.close();
        staying.close();
        givenAgain.close();
    }
}
