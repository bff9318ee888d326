package org.smssev.jobs.ingest;

import java.io.Serializable;

/** How many publications, or records, there are that mark no withdrawal, and how many of them lack what quality asks for. */
final class Lacking implements Serializable {
    private static final long serialVersionUID = 1L;

    private long n;
    private final long[] lacks = new long[Lacks.N_LACKS];

    /** Counts one that is not withdrawn. */
    void add(int lacking) {
        n++;
        for (int i = 0; i < lacks.length; i++) {
            lacks[i] += lacking >> i & 1;
        }
    }

    /** Counts several. */
    void add(long number, long[] lacking, int from) {
        n += number;
        for (int i = 0; i < lacks.length; i++) {
            lacks[i] += lacking[from + i];
        }
    }

    /** Counts what another counted, so often; -1 takes it away. */
    void add(Lacking other, int times) {
        n += times * other.n;
        for (int i = 0; i < lacks.length; i++) {
            lacks[i] += times * other.lacks[i];
        }
    }

    /** How many there are. */
    long n() {
        return n;
    }

    /** How many lack the thing at a place. */
    long lacks(int i) {
        return lacks[i];
    }
}
