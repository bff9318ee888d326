package org.smssev.jobs.ingest;

import org.junit.jupiter.api.BeforeEach;

/** The same where releases are too large to be told by digests. */
class MovedCorrectionsTest extends CorrectionsTest {
    @BeforeEach
    void tooMany() {
        runs.most = 0;
    }
}
