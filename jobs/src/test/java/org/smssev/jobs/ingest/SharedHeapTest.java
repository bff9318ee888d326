package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class SharedHeapTest {
    /** Something large. */
    private static final class Large implements Serializable {
        private static final long serialVersionUID = 1L;
        private final SharedHeap heap;
        private final int n;
        /** Where it is in memory: another one is made when it is read. */
        private transient Object here;

        Large(SharedHeap heap, int n) {
            this.heap = heap;
            this.n = n;
            this.here = new Object();
        }

        private Object writeReplace() {
            return heap.standIn(this);
        }
    }

    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    @Test
    void whatTasksOfTheSameJvmGiveIsWhatTheDriverGets(SparkSession spark) {
        try (SharedHeap heap = new SharedHeap(spark)) {
            List<Large> given = JavaSparkContext.fromSparkContext(spark.sparkContext())
                    .parallelize(List.of(1, 2, 3), 3)
                    .map(n -> new Large(heap, n))
                    .collect();

            assertThat(given).extracting(large -> large.n).containsExactly(1, 2, 3);
            assertThat(given).allMatch(large -> large.here != null);
        }
    }

    @Test
    void anObjectIsReadAsOftenAsItIsAskedForUntilTheHeapIsClosed(SparkSession spark) throws Exception {
        SharedHeap heap = new SharedHeap(spark);
        Large large = new Large(heap, 1);
        byte[] key = SerializationUtils.serialize(large);
        assertThat(read(key)).isSameAs(large);
        assertThat(read(key)).isSameAs(large);

        heap.close();

        assertThatThrownBy(() -> read(key)).isInstanceOf(InvalidObjectException.class);
    }

    @Test
    void whereTheHeapIsNotOpenTheObjectItselfTravels(SparkSession spark) throws Exception {
        // As in the JVM of an executor, where no heap of the driver is open.
        SharedHeap heap = new SharedHeap(spark);
        heap.close();
        Large large = new Large(heap, 7);

        Large read = (Large) read(SerializationUtils.serialize(large));

        assertThat(read).isNotSameAs(large);
        assertThat(read.n).isEqualTo(7);
        assertThat(read.here).isNull();
    }
}
