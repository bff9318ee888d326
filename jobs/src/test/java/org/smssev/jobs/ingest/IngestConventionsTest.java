package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.smssev.common.config.IngestConfig.Families;

class IngestConventionsTest {
    @Test
    void theMethodCardSaysWhichFamiliesCount() {
        assertThat(IngestConventions.families(Families.SIMPLE, true)).isEqualTo("SIMPLE, without utility models");
        assertThat(IngestConventions.families(Families.EXTENDED, false)).isEqualTo("EXTENDED, with utility models");
    }
}
