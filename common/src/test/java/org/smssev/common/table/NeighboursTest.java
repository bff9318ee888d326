package org.smssev.common.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeighboursTest {
    @Test
    void partsOfBothAreSpreadEvenly() {
        assertThat(Neighbours.alternating(2, 2)).containsExactly(0, 2, 1, 3);
        assertThat(Neighbours.alternating(4, 2)).containsExactly(0, 4, 1, 2, 5, 3);
        assertThat(Neighbours.alternating(1, 4)).containsExactly(1, 2, 0, 3, 4);
        assertThat(Neighbours.alternating(0, 2)).containsExactly(0, 1);
        assertThat(Neighbours.alternating(2, 0)).containsExactly(0, 1);
    }

    @Test
    void stripesTakePlacesFromAllOver() {
        assertThat(Neighbours.striped(8, 3)).containsExactly(0, 3, 6, 1, 4, 7, 2, 5);
        assertThat(Neighbours.striped(2, 3)).containsExactly(0, 1);
        assertThat(Neighbours.striped(0, 3)).isEmpty();
    }

    @Test
    void rangesAreAsLongAsOneAnotherAndNoneIsEmpty() {
        assertThat(Neighbours.bounds(24, 8)).containsExactly(0, 3, 6, 9, 12, 15, 18, 21, 24);
        assertThat(Neighbours.bounds(10, 4)).containsExactly(0, 2, 5, 7, 10);
        assertThat(Neighbours.bounds(2, 8)).containsExactly(0, 1, 2);
        assertThat(Neighbours.bounds(0, 8)).containsExactly(0);
    }
}
