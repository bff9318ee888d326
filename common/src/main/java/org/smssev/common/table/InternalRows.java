package org.smssev.common.table;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution$;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * Rows as Spark holds them. Those that were made without a plan get a dataset only where one is asked for: the first one of a
 * session costs a third of a second.
 */
public final class InternalRows {
    private final SparkSession spark;
    private final StructType schema;
    /** Null for those of a plan. */
    private final JavaRDD<InternalRow> made;
    /** Null until it is asked for. */
    private Dataset<Row> dataset;

    private InternalRows(SparkSession spark, StructType schema, JavaRDD<InternalRow> made, Dataset<Row> dataset) {
        this.spark = spark;
        this.schema = schema;
        this.made = made;
        this.dataset = dataset;
    }

    /**
     * Rows of a schema, in which anything may be null; each may come in the bytes of the one before it. Who brings rows
     * together needs them in Spark's binary form.
     */
    public static InternalRows made(SparkSession spark, JavaRDD<InternalRow> rows, StructType schema) {
        return new InternalRows(spark, schema, rows, null);
    }

    /** The rows of a dataset. */
    public static InternalRows planned(Dataset<Row> rows) {
        return new InternalRows(rows.sparkSession(), rows.schema(), null, rows);
    }

    /** Whether they were made without a plan. */
    public boolean isMade() {
        return made != null;
    }

    /** The session. */
    public SparkSession spark() {
        return spark;
    }

    /** Their columns. */
    public StructType schema() {
        return schema;
    }

    /** The rows, each of which may come in the bytes of the one before it; where they have a plan its exchanges are run now. */
    public JavaRDD<InternalRow> rows() {
        if (made != null) {
            return made;
        }
        QueryExecution plan = ((org.apache.spark.sql.classic.Dataset<Row>) dataset()).queryExecution();
        // Tasks of the exchanges get the session's settings.
        RDD<InternalRow> planned = SQLExecution$.MODULE$.withSQLConfPropagated(plan.sparkSession(), plan::toRdd);
        return planned.toJavaRDD();
    }

    /** Those of them that a test lets pass, without a plan. */
    public InternalRows filter(Function<InternalRow, Boolean> test) {
        return made(spark, rows().filter(test), schema);
    }

    /** These rows and others of the same columns, without a plan; their partitions alternate. */
    public InternalRows and(InternalRows others) {
        if (!DataType.equalsIgnoreNullability(schema, others.schema)) {
            throw new IllegalArgumentException("Rows of " + schema + " are no rows of " + others.schema);
        }
        return made(spark, Neighbours.alternating(rows(), others.rows()), schema);
    }

    /**
     * These rows in so many partitions at most, without a plan. What most partitions have few rows of, and some that stand
     * beside one another many, is spread over all of them.
     */
    public InternalRows spread(int most) {
        return made(spark, Neighbours.striped(rows(), most), schema);
    }

    /** The same as a dataset. */
    public synchronized Dataset<Row> dataset() {
        if (dataset == null) {
            dataset = ((org.apache.spark.sql.classic.SparkSession) spark)
                    .internalCreateDataFrame(made.rdd(), schema, false);
        }
        return dataset;
    }
}
