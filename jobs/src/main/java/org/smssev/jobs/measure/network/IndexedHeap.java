package org.smssev.jobs.measure.network;

import java.util.Arrays;

/** A binary heap of nodes by distance, with decrease-key, on arrays of fixed size. */
final class IndexedHeap {
    private final double[] key;
    private final int[] heap;
    private final int[] place;
    private int size;

    /** An empty heap of nodes 0 to n-1, ordered by {@code key[node]}, which the caller owns. */
    IndexedHeap(double[] key) {
        this.key = key;
        this.heap = new int[key.length];
        this.place = new int[key.length];
        Arrays.fill(place, -1);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Puts the node in, or moves it up after its key became less. */
    void decrease(int node) {
        if (place[node] < 0) {
            place[node] = size;
            heap[size++] = node;
        }
        up(place[node]);
    }

    /** Takes out the node with the least key. */
    int removeLeast() {
        int least = heap[0];
        place[least] = -1;
        int last = heap[--size];
        if (size > 0) {
            heap[0] = last;
            place[last] = 0;
            down();
        }
        return least;
    }

    private void up(int start) {
        int at = start;
        int node = heap[at];
        double k = key[node];
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (key[heap[parent]] <= k) {
                break;
            }
            heap[at] = heap[parent];
            place[heap[at]] = at;
            at = parent;
        }
        heap[at] = node;
        place[node] = at;
    }

    private void down() {
        int at = 0;
        int node = heap[0];
        double k = key[node];
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && key[heap[child + 1]] < key[heap[child]]) {
                child++;
            }
            if (k <= key[heap[child]]) {
                break;
            }
            heap[at] = heap[child];
            place[heap[at]] = at;
            at = child;
        }
        heap[at] = node;
        place[node] = at;
    }
}
