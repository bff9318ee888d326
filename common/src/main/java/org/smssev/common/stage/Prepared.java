package org.smssev.common.stage;

/** What a stage made ready before it knew its files. Who takes it closes it. */
public interface Prepared extends AutoCloseable {
    @Override
    void close();
}
