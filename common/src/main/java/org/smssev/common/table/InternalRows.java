package org.smssev.common.table;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution$;
import org.apache.spark.sql.types.StructType;

/** Datasets as the rows that Spark holds, and back. */
public final class InternalRows {
    private InternalRows() {}

    /**
     * The rows of a dataset; each may come in the bytes of the one before it. Those that {@link #dataset} was given are taken
     * as they are, without a plan and a copy of each (nor from where the dataset was persisted); for any other its exchanges are
     * run now.
     */
    public static JavaRDD<InternalRow> of(Dataset<Row> rows) {
        QueryExecution plan = ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
        if (isGiven(plan)) {
            return ((LogicalRDD) plan.logical()).rdd().toJavaRDD();
        }
        // Tasks of the exchanges get the session's settings.
        RDD<InternalRow> planned = SQLExecution$.MODULE$.withSQLConfPropagated(plan.sparkSession(), plan::toRdd);
        return planned.toJavaRDD();
    }

    /** Whether a dataset is as {@link #dataset} made it. */
    public static boolean areGiven(Dataset<Row> rows) {
        return isGiven(((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution());
    }

    private static boolean isGiven(QueryExecution plan) {
        return plan.logical() instanceof LogicalRDD;
    }

    /** A dataset of rows of a schema, in which anything may be null. */
    public static Dataset<Row> dataset(SparkSession spark, RDD<InternalRow> rows, StructType schema) {
        return ((org.apache.spark.sql.classic.SparkSession) spark).internalCreateDataFrame(rows, schema, false);
    }
}
