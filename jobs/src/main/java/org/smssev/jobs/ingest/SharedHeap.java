package org.smssev.jobs.ingest;

import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.SparkSession;

/**
 * Where the tasks of an application run in the JVM of its driver, as they do under a master {@code local[n]}, large objects
 * that both hand to one another stay where they are, and only keys of them are written and read: an object asks for its
 * {@link #standIn} in {@code writeReplace}. On a cluster, and once this is closed, objects travel as ever.
 */
final class SharedHeap implements Serializable, AutoCloseable {
    private static final long serialVersionUID = 1L;
    /** What is handed on, of those that are open in this JVM. */
    private static final Map<UUID, Objects> OPEN = new ConcurrentHashMap<>();

    private final UUID id = UUID.randomUUID();

    /** The heap of a driver. */
    SharedHeap(SparkSession spark) {
        if (spark.sparkContext().isLocal()) {
            OPEN.put(id, new Objects());
        }
    }

    private static final class Objects {
        private final AtomicLong next = new AtomicLong();
        private final Map<Long, Object> byKey = new ConcurrentHashMap<>();
    }

    private record Key(UUID heap, long number) implements Serializable {
        private Object readResolve() throws InvalidObjectException {
            Objects there = OPEN.get(heap);
            Object object = there == null ? null : there.byKey.get(number);
            if (object == null) {
                throw new InvalidObjectException("Object " + number + " is no longer handed on");
            }
            return object;
        }
    }

    /** Whether objects stay where they are. */
    boolean isShared() {
        return OPEN.containsKey(id);
    }

    /** What is written instead of an object: a key of it, or the object itself where it has to travel. */
    Object standIn(Object object) {
        Objects there = OPEN.get(id);
        if (there == null) {
            return object;
        }
        long number = there.next.getAndIncrement();
        there.byKey.put(number, object);
        return new Key(id, number);
    }

    /** Lets go of the objects; keys of them cannot be read any more. */
    @Override
    public void close() {
        OPEN.remove(id);
    }
}
