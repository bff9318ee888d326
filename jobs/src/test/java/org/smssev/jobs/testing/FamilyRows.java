package org.smssev.jobs.testing;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Rows of families as the measures read them. */
public final class FamilyRows {
    /** The columns of ingest.families that FamilyColumns reads, in its order. */
    public static final StructType SCHEMA = new StructType()
            .add("family_id", DataTypes.StringType, false)
            .add("priority_year", DataTypes.IntegerType, true)
            .add("is_international", DataTypes.BooleanType, false)
            .add("offices", DataTypes.createArrayType(DataTypes.StringType, false), false)
            .add("representative", DataTypes.StringType, false)
            .add("applicant", DataTypes.StringType, true)
            .add(
                    "countries",
                    DataTypes.createArrayType(
                            new StructType()
                                    .add("country", DataTypes.StringType, false)
                                    .add("weight", DataTypes.DoubleType, false),
                            false),
                    false)
            .add("ipc", DataTypes.createArrayType(DataTypes.StringType, false), false);

    private FamilyRows() {}
}
