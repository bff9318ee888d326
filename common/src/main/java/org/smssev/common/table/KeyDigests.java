package org.smssev.common.table;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;

/** Gathers digests of keys that pass by; null if there were more than are kept. */
final class KeyDigests extends Aggregator<Long, Digests, byte[]> {
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
    public byte[] finish(Digests digests) {
        if (digests.isFull()) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(digests.size(), Long.BYTES));
        bytes.asLongBuffer().put(digests.all());
        return bytes.array();
    }

    /** What was gathered, in no order. */
    static long[] digests(byte[] finished) {
        LongBuffer longs = ByteBuffer.wrap(finished).asLongBuffer();
        long[] digests = new long[longs.remaining()];
        longs.get(digests);
        return digests;
    }

    @Override
    public Encoder<Digests> bufferEncoder() {
        return Encoders.javaSerialization(Digests.class);
    }

    @Override
    public Encoder<byte[]> outputEncoder() {
        return Encoders.BINARY();
    }
}
