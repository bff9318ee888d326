package org.smssev.common.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlternatingTest {
    @Test
    void partsOfBothAreSpreadEvenly() {
        assertThat(Alternating.order(2, 2)).containsExactly(0, 2, 1, 3);
        assertThat(Alternating.order(4, 2)).containsExactly(0, 4, 1, 2, 5, 3);
        assertThat(Alternating.order(1, 4)).containsExactly(1, 2, 0, 3, 4);
        assertThat(Alternating.order(0, 2)).containsExactly(0, 1);
        assertThat(Alternating.order(2, 0)).containsExactly(0, 1);
    }
}
