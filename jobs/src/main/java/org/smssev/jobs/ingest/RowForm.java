package org.smssev.jobs.ingest;

import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** How the values of a row are held. Numbers and truth values are the same in both forms. */
enum RowForm {
    /** As Spark hands them to programs. */
    EXTERNAL {
        @Override
        Object text(String text) {
            return text;
        }

        @Override
        Object list(Object[] values) {
            return values;
        }

        @Override
        Object struct(Object... values) {
            return RowFactory.create(values);
        }
    },
    /** As Spark holds them itself; making rows so spares it to check and turn each value. */
    INTERNAL {
        @Override
        Object text(String text) {
            return UTF8String.fromString(text);
        }

        @Override
        Object list(Object[] values) {
            return new GenericArrayData(values);
        }

        @Override
        Object struct(Object... values) {
            return new GenericInternalRow(values);
        }
    };

    /** A text; null stays null. */
    abstract Object text(String text);

    /** A list of values in this form. */
    abstract Object list(Object[] values);

    /** A list of texts. */
    Object texts(List<String> texts) {
        Object[] values = new Object[texts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = text(texts.get(i));
        }
        return list(values);
    }

    /** A row in a row, of values in this form. */
    abstract Object struct(Object... values);
}
