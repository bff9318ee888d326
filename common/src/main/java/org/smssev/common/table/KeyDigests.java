package org.smssev.common.table;

import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;

/** Tells, of digests of keys that pass by, whether keys may repeat; where it says no, none does. */
final class KeyDigests extends Aggregator<Long, Digests, Boolean> {
    private static final long serialVersionUID = 1L;

    @Override
    public Digests zero() {
        return new Digests();
    }

    @Override
    public Digests reduce(Digests digests, Long digest) {
        digests.add(digest);
        return digests;
    }

    @Override
    public Digests merge(Digests a, Digests b) {
        a.add(b);
        return a;
    }

    @Override
    public Boolean finish(Digests digests) {
        return digests.isFull() || digests.repeated().length > 0;
    }

    @Override
    public Encoder<Digests> bufferEncoder() {
        return Encoders.javaSerialization(Digests.class);
    }

    @Override
    public Encoder<Boolean> outputEncoder() {
        return Encoders.BOOLEAN();
    }
}
