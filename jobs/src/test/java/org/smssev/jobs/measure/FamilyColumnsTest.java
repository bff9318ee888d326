package org.smssev.jobs.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.smssev.common.ipc.IpcSymbol.Level;
import scala.jdk.javaapi.CollectionConverters;

class FamilyColumnsTest {
    private static Row family(String id, String... symbols) {
        return RowFactory.create(
                id,
                2010,
                true,
                CollectionConverters.asScala(List.of("US")).toSeq(),
                "US-1-A",
                null,
                CollectionConverters.asScala(List.<Row>of()).toSeq(),
                CollectionConverters.asScala(List.of(symbols)).toSeq());
    }

    @Test
    void codesAreCutAtALevelEachOnceAndThoseThatStopAboveItAreNone() {
        FamilyColumns families = FamilyColumns.of(List.of(
                family("b", "H01M", "H01M 10/0525", "H01M 10/06", "H01M 4/02"),
                family("a", "C22C 38/00", "H01M"),
                family("c")));
        FamilyColumns.Codes groups = families.codes(Level.MAIN_GROUP);
        assertThat(groups.names()).containsExactly("C22C 38", "H01M 10", "H01M 4");
        assertThat(of(groups, 0)).containsExactly("C22C 38");
        assertThat(of(groups, 1)).containsExactly("H01M 10", "H01M 4");
        assertThat(of(groups, 2)).isEmpty();
        FamilyColumns.Codes subclasses = families.codes(Level.SUBCLASS);
        assertThat(of(subclasses, 0)).containsExactly("C22C", "H01M");
        assertThat(of(subclasses, 1)).containsExactly("H01M");
        assertThat(of(families.codes(Level.SUBGROUP), 1)).containsExactly("H01M 10/0525", "H01M 10/06", "H01M 4/02");
    }

    private static List<String> of(FamilyColumns.Codes codes, int family) {
        List<String> names = new ArrayList<>();
        for (int at = codes.of().from(family); at < codes.of().to(family); at++) {
            names.add(codes.names()[codes.of().value(at)]);
        }
        return names;
    }
}
