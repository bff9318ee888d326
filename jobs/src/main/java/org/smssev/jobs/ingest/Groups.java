package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** Hands rows that are sorted by a text column on, group by group, and gives the rows made of the groups. */
final class Groups implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final int key;
    private final Function<List<Row>, Iterator<Row>> step;
    private Row ahead;
    private Iterator<Row> made = Collections.emptyIterator();

    /**
     * Groups rows.
     *
     * @param key position of the column that they are sorted by; never null
     * @param step makes rows of the rows of one key
     */
    Groups(Iterator<Row> rows, int key, Function<List<Row>, Iterator<Row>> step) {
        this.rows = rows;
        this.key = key;
        this.step = step;
    }

    @Override
    public boolean hasNext() {
        while (!made.hasNext()) {
            if (ahead == null && !rows.hasNext()) {
                return false;
            }
            Row first = ahead == null ? rows.next() : ahead;
            ahead = null;
            List<Row> group = new ArrayList<>();
            group.add(first);
            while (ahead == null && rows.hasNext()) {
                Row row = rows.next();
                if (row.getString(key).equals(first.getString(key))) {
                    group.add(row);
                } else {
                    ahead = row;
                }
            }
            made = step.apply(group);
        }
        return true;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return made.next();
    }
}
