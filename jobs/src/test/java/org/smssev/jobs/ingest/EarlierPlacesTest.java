package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.smssev.common.table.DataFile;
import org.smssev.jobs.ingest.EarlierPlaces.Part;

class EarlierPlacesTest {
    /** Places 0 to 3 and 8 to 9 are in one file, 4 to 7 in another, whose common values are not told. */
    private static final EarlierPlaces PLACES = new EarlierPlaces(
            null,
            List.of(
                    part("a", Map.of("release", "1"), 0, 4),
                    part("b", Map.of(), 4, 4),
                    part("a", Map.of("release", "1"), 8, 2)),
            null);

    private static Part part(String path, Map<String, String> set, int first, int rows) {
        DataFile file = new DataFile(path, 1, 0, null, set, new RoaringBitmap());
        return new Part(file, first, IntStream.range(first, first + rows).toArray());
    }

    private static BitSet places(int... places) {
        BitSet set = new BitSet();
        IntStream.of(places).forEach(set::set);
        return set;
    }

    @Test
    void ofTwoKindsTheFewerOfAFileAreTakenOverAllOfItsParts() {
        assertThat(PLACES.fewer(places(0), places(1, 2))).isEqualTo(places(0));
        assertThat(PLACES.fewer(places(0, 1, 8), places(2, 9))).isEqualTo(places(2, 9));
        assertThat(PLACES.fewer(places(0, 8), places(1, 9))).isEqualTo(places(1, 9));
    }

    @Test
    void whereTheCommonValuesAreNotToldThoseOfTheSecondKindAreTaken() {
        assertThat(PLACES.fewer(places(4), places(5, 6, 7))).isEqualTo(places(5, 6, 7));
    }

    @Test
    void whereThereAreNoneOfTheFirstKindNoneAreTaken() {
        assertThat(PLACES.fewer(places(), places(0, 4))).isEqualTo(places());
        assertThat(PLACES.fewer(places(0), places(4))).isEqualTo(places(4));
    }

    @Test
    void filesAndPublicationsTellOneAnother() {
        assertThat(PLACES.in(Set.of("a"))).isEqualTo(places(0, 1, 2, 3, 8, 9));
        assertThat(PLACES.paths(places(9))).containsExactly("a");
    }
}
