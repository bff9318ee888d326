package org.smssev.common.table;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.catalyst.expressions.XxHash64Function$;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The key of a table in rows as Spark holds them. */
final class RowKey implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] places;
    private final DataType[] types;

    /** A key of some columns of a schema. */
    RowKey(StructType schema, List<String> columns) {
        places = columns.stream().mapToInt(schema::fieldIndex).toArray();
        types = Arrays.stream(places).mapToObj(i -> schema.apply(i).dataType()).toArray(DataType[]::new);
    }

    /** The digest of a row's key, Spark's xxhash64: equal keys have equal ones, and hardly any others. */
    long digest(InternalRow row) {
        long digest = DigestedKeys.SEED;
        for (int i = 0; i < places.length; i++) {
            int at = places[i];
            if (!row.isNullAt(at)) {
                digest = types[i].equals(DataTypes.StringType)
                        ? XXH64.hashUTF8String(row.getUTF8String(at), digest)
                        : XxHash64Function$.MODULE$.hash(row.get(at, types[i]), types[i], digest);
            }
        }
        return digest;
    }
}
