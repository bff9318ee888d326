package org.smssev.jobs.ingest;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.Digests;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;

/**
 * Earlier publications that a snapshot gives as they are. Their rows stay where they are stored; only the release that held
 * them last is another.
 */
final class SnapshotStaying implements Staying, AutoCloseable {
    private static final String LAST_RELEASE = "last_release";
    private static final List<String> OF_OUTDATED = List.of("publication_number", "withdrawn", "ipc");

    private final EarlierRelease earlier;
    private final String release;
    private final BitSet replaced;
    private final PlacesOfTasks unchanged;
    private final long[] ofEarlier;
    private final Digests ofChanged;
    /** Those that stay, of families that the release may change, and those that are replaced, of some only the symbols. */
    private final MetPatents met;

    /**
     * What stays.
     *
     * @param earlier all of them
     * @param release the snapshot
     * @param unchanged places of those that stay
     * @param whole places of others that are read whole
     * @param families of the records that change something
     */
    SnapshotStaying(EarlierRelease earlier, String release, BitSet unchanged, BitSet whole, Digests families) {
        this.earlier = earlier;
        this.release = release;
        this.replaced = (BitSet) unchanged.clone();
        replaced.flip(0, earlier.sketches().value().size());
        this.unchanged = new PlacesOfTasks(earlier, unchanged);
        this.ofChanged = families;
        this.ofEarlier = LongStream.concat(
                        earlier.places().families(replaced), earlier.places().families(unchanged, families.sorted()))
                .sorted()
                .distinct()
                .toArray();
        BitSet members = earlier.places().ofFamilies(ofEarlier);
        members.and(unchanged);
        members.or(whole);
        BitSet all = (BitSet) replaced.clone();
        all.or(members);
        this.met = new MetPatents(
                earlier.table(),
                OF_OUTDATED,
                earlier.places().withDeleted(all),
                earlier.places().withDeleted(members));
    }

    /** What stays of their table. */
    Carry carry() {
        StoredTable table = earlier.table();
        Map<String, String> set = Map.of(LAST_RELEASE, release);
        Carry carry = Carry.without(table, earlier.places().withDeleted(replaced), unchanged.filter(table.schema()));
        List<DataFile> files =
                carry.files().stream().map(file -> file.with(set)).toList();
        if (carry.rows() == null) {
            return new Carry(files, null, this::lacks);
        }
        StructType schema = table.schema();
        List<String> columns = List.of(schema.fieldNames());
        Map<String, Object> value = Map.of(LAST_RELEASE, UTF8String.fromString(release));
        JavaRDD<InternalRow> rows =
                carry.rows().rows().mapPartitions(some -> MetPatents.binary(some, columns, schema, value, false));
        return new Carry(files, InternalRows.made(table.spark(), rows, schema), this::lacks);
    }

    private boolean lacks(long digest) {
        return earlier.sketches().value().places(digest).allMatch(replaced::get);
    }

    /** Those that are met, the ones that are read whole among them. */
    InternalRows kept() {
        return met.rows();
    }

    @Override
    public long[] touchedFamilies() {
        return LongStream.concat(Arrays.stream(ofEarlier), Arrays.stream(ofChanged.sorted()))
                .sorted()
                .distinct()
                .toArray();
    }

    @Override
    public long[] joinedFamilies() {
        return LongStream.concat(Arrays.stream(ofEarlier), Arrays.stream(ofChanged.repeated()))
                .sorted()
                .distinct()
                .toArray();
    }

    @Override
    public boolean leavesFamilies() {
        return ofEarlier.length == 0;
    }

    @Override
    public InternalRows met() {
        return unchanged.of(met.rows());
    }

    @Override
    public InternalRows replaced() {
        return replaced.isEmpty() ? null : unchanged.notOf(met.rows());
    }

    @Override
    public Dataset<Row> all() {
        return unchanged.of(earlier.table().scan().rows()).dataset();
    }

    @Override
    public void close() {
        met.close();
        unchanged.close();
    }
}
