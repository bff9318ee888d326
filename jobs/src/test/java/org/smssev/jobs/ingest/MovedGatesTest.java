package org.smssev.jobs.ingest;

import org.junit.jupiter.api.BeforeEach;

/** The gates where releases are too large to be told by digests, so that numbers and digests of all records are shuffled. */
class MovedGatesTest extends GatesTest {
    @BeforeEach
    void tooMany() {
        runs.most = 0;
    }
}
