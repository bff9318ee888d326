package org.smssev.jobs.measure.citation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.text.KeyIndex;

/** Columns of plain numbers, of which the tasks make rows: arrays travel faster than rows. */
final class ColumnRows implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int ROWS_PER_TASK = 100_000;

    private final int size;
    private final List<Serializable> columns = new ArrayList<>();

    /** Rows for the keys, which are the first column. */
    ColumnRows(KeyIndex keys) {
        this.size = keys.size();
        columns.add(keys);
    }

    /** Texts, for each row by its number. */
    private static final class Texts implements Serializable {
        private static final long serialVersionUID = 1L;
        private final KeyIndex texts;
        private final int[] of;

        Texts(KeyIndex texts, int[] of) {
            this.texts = texts;
            this.of = of;
        }
    }

    /** Adds texts, for each row by its number. */
    ColumnRows add(KeyIndex texts, int[] of) {
        columns.add(new Texts(texts, of));
        return this;
    }

    ColumnRows add(int[] numbers) {
        columns.add(numbers);
        return this;
    }

    ColumnRows add(boolean[] flags) {
        columns.add(flags);
        return this;
    }

    /** Adds figures; NaN is null, and so are all where there is no array. */
    ColumnRows add(double[] figures) {
        columns.add(figures);
        return this;
    }

    /** The rows, with the columns in the order in which they were added. */
    Dataset<Row> dataset(SparkSession spark, StructType schema) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<ColumnRows> shared = context.broadcast(this);
        int tasks = Math.max(1, (size + ROWS_PER_TASK - 1) / ROWS_PER_TASK);
        List<Integer> parts = IntStream.range(0, tasks).boxed().toList();
        return spark.createDataFrame(
                context.parallelize(parts, tasks).flatMap(part -> shared.value().rows(part)), schema);
    }

    private Iterator<Row> rows(int part) {
        int from = part * ROWS_PER_TASK;
        return IntStream.range(from, Math.min(size, from + ROWS_PER_TASK))
                .mapToObj(this::row)
                .iterator();
    }

    private Row row(int at) {
        Object[] cells = new Object[columns.size()];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = cell(columns.get(c), at);
        }
        return RowFactory.create(cells);
    }

    private static Object cell(Object column, int at) {
        if (column instanceof KeyIndex keys) {
            return keys.key(at);
        }
        if (column instanceof Texts texts) {
            return texts.texts.key(texts.of[at]);
        }
        if (column instanceof int[] numbers) {
            return numbers[at];
        }
        if (column instanceof boolean[] flags) {
            return flags[at];
        }
        return column == null || Double.isNaN(((double[]) column)[at]) ? null : (Object) ((double[]) column)[at];
    }
}
