package org.smssev.jobs.ingest.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Hands rows that are sorted by a key on, group by group, and gives what is made of the groups.
 *
 * @param <T> rows
 * @param <R> what is made of them
 */
public final class Groups<T, R> implements Iterator<R> {
    private final Iterator<T> rows;
    private final Function<T, ?> key;
    private final Function<List<T>, Iterator<R>> step;
    private T ahead;
    private Iterator<R> made = Collections.emptyIterator();

    /**
     * Groups rows.
     *
     * @param rows rows that stay as they are when the next one is asked for
     * @param key what they are sorted by; never null
     * @param step makes rows of the rows of one key
     */
    public Groups(Iterator<T> rows, Function<T, ?> key, Function<List<T>, Iterator<R>> step) {
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
            T first = ahead == null ? rows.next() : ahead;
            ahead = null;
            Object of = key.apply(first);
            List<T> group = new ArrayList<>();
            group.add(first);
            while (ahead == null && rows.hasNext()) {
                T row = rows.next();
                if (key.apply(row).equals(of)) {
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
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return made.next();
    }
}
