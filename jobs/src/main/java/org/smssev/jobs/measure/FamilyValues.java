package org.smssev.jobs.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.text.KeyIndex;

/** Figures of families, from tables that hold one row a family. */
public final class FamilyValues {
    private FamilyValues() {}

    /** Rows of a partition: ids, and the figures row by row. */
    private static final class Block implements Serializable {
        private static final long serialVersionUID = 1L;
        final List<String> ids = new ArrayList<>();
        double[] values = new double[64];
        int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }
    }

    /**
     * Reads columns of figures: numbers as they are, true as 1, false as 0, a name by its number.
     *
     * @param rows first column family_id, then those to read; families that are not known are passed over
     * @param families the families
     * @param numbers numbers of the names that may occur; another name is NaN
     * @return for each column the figures in the order of the families, NaN where there is none
     */
    public static double[][] read(Dataset<Row> rows, KeyIndex families, Map<String, Integer> numbers) {
        int columns = rows.columns().length - 1;
        double[][] read = new double[columns][families.size()];
        for (double[] column : read) {
            Arrays.fill(column, Double.NaN);
        }
        List<Block> blocks = rows.toJavaRDD()
                .mapPartitions(part -> block(part, columns, numbers))
                .collect();
        for (Block block : blocks) {
            for (int i = 0; i < block.ids.size(); i++) {
                int at = families.find(block.ids.get(i));
                for (int c = 0; c < columns && at >= 0; c++) {
                    read[c][at] = block.values[i * columns + c];
                }
            }
        }
        return read;
    }

    private static Iterator<Block> block(Iterator<Row> rows, int columns, Map<String, Integer> numbers) {
        Block block = new Block();
        while (rows.hasNext()) {
            Row row = rows.next();
            block.ids.add(row.getString(0));
            for (int c = 1; c <= columns; c++) {
                block.add(value(row.get(c), numbers));
            }
        }
        return List.of(block).iterator();
    }

    private static double value(Object cell, Map<String, Integer> numbers) {
        if (cell instanceof Number number) {
            return number.doubleValue();
        }
        if (cell instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        Integer number = cell == null ? null : numbers.get(cell.toString());
        return number == null ? Double.NaN : number;
    }
}
