package org.smssev.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapPeaksTest {
    @Test
    void seesWhatWasHeldAndForgetsItWhenItBeginsAnew() {
        try (HeapPeaks heap = new HeapPeaks()) {
            heap.reset();
            long before = heap.used();
            byte[][] held = new byte[64][];
            for (int i = 0; i < held.length; i++) {
                held[i] = new byte[1 << 20];
            }
            System.gc();
            await(heap, 64);
            assertThat(heap.used()).isGreaterThanOrEqualTo(64).isGreaterThanOrEqualTo(before);
            assertThat(heap.live()).isGreaterThanOrEqualTo(held.length).isLessThanOrEqualTo(heap.used() + 1);
            heap.reset();
            assertThat(heap.live()).isZero();
        }
    }

    /** Collections are told in a thread of the JVM's own. */
    private static void await(HeapPeaks heap, long mib) {
        for (int i = 0; i < 500 && heap.live() < mib; i++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void theProcessHoldsMoreThanNothingWhereTheSystemTells() {
        HeapPeaks.resident().ifPresent(mib -> assertThat(mib).isPositive());
    }
}
