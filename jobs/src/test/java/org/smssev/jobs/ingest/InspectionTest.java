package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InspectionTest {
    @Test
    void aNameThatIsPartOfAnotherColumnsIsNotTakenForRead() {
        assertThat(Inspection.isAmong("family_members", "inpadoc_family_members"))
                .isFalse();
        assertThat(Inspection.isAmong("Title", "Title, Title - DWPI")).isTrue();
        assertThat(Inspection.isAmong("Title - DWPI", "Title, Title - DWPI")).isTrue();
    }
}
