package org.smssev.jobs.ingest.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.ingest.digest.Reading;
import org.smssev.jobs.ingest.family.FamilyRecords.Told;
import org.smssev.jobs.ingest.family.LinkedFamilies.Links;

class LatestDocumentsTest {
    private static Told document(String number, long day, String family, String... priorities) {
        List<List<String>> each = List.of(priorities).stream().map(List::of).toList();
        return new Told(new Links(number, List.of(), List.of(), each), family, day, 0, 0);
    }

    private static Told placed(Told document, int file, long record) {
        return new Told(document.links(), document.family(), document.day(), file, record);
    }

    private static List<Told> counting(Told... added) {
        LatestDocuments documents = new LatestDocuments();
        List.of(added).forEach(documents::add);
        return documents.counting();
    }

    @Test
    void ofSeveralDocumentsTheLatestCountsWhereverItStands() {
        Told latest = document("EP1", 20, "900", "P");
        Told alone = document("EP2", 5, "100", "P");

        assertThat(counting(document("EP1", 10, "100", "P"), latest, alone, document("EP1", Reading.UNTOLD, "50", "Q")))
                .containsExactly(latest, alone);
    }

    @Test
    void whatTheLatestLacksIsThatOfTheOnesBeforeIt() {
        Told named = document("EP1", 10, "100", "P");
        Told renamed = document("EP1", 20, "200");
        assertThat(counting(named, renamed, document("EP1", 30, null)))
                .containsExactly(document("EP1", 30, "200", "P"));
        assertThat(counting(named, renamed, document("EP1", 30, null, "Q")))
                .containsExactly(document("EP1", 30, "200", "Q"));
    }

    @Test
    void documentsOfOneDayCountEach() {
        Told one = document("EP1", 20, "900", "P");
        Told two = document("EP1", 20, "800", "Q");

        assertThat(counting(one, two)).containsExactly(one, two);
        assertThat(counting(one, document("EP1", 10, "700", "R"), two))
                .as("beside an older one")
                .containsExactly(document("EP1", 20, "900", "P", "Q"));
    }

    @Test
    void ofOthersOnlyTheirDaysCount() {
        Told same = document("EP2", 10, "100", "P");
        Told alone = document("EP3", 10, "100", "P");
        LatestDocuments documents = new LatestDocuments();
        List.of(document("EP1", 10, "100", "P"), same, alone).forEach(documents::add);
        documents.addOther(document("EP1", 20, "900", "X"));
        documents.addOther(document("EP1", 5, "900", "X"));
        documents.addOther(document("EP2", 10, "900", "X"));
        documents.addOther(document("EP4", 30, "900", "X"));

        assertThat(documents.counting()).containsExactly(same, alone);
    }

    @Test
    void whatIsOlderThanAnotherDocumentFillsNoLaterOne() {
        Told latest = document("EP1", 30, "300");
        LatestDocuments documents = new LatestDocuments();
        List.of(document("EP1", 10, "100", "P"), latest).forEach(documents::add);
        documents.addOther(document("EP1", 20, "200", "Q"));

        assertThat(documents.counting()).containsExactly(latest);
    }

    @Test
    void aDocumentWithoutADayIsOfTheFamilyThatThoseWithOneName() {
        LatestDocuments documents = new LatestDocuments();
        documents.addNamed(document("EP1", Reading.UNTOLD, "100", "Q"));
        documents.addNamed(document("EP2", Reading.UNTOLD, "150", "R"));
        documents.addNamed(document("EP1", 10, "200", "P"));
        documents.add(document("EP1", 20, null, "P"));

        assertThat(documents.counting())
                .containsExactly(
                        document("EP1", 20, "200", "P"),
                        document("EP1", Reading.UNTOLD, "200", "Q"),
                        document("EP2", Reading.UNTOLD, "150", "R"));
    }

    @Test
    void ofTheLatestOfOneDayTheFirstByFileAndPlaceGivesTheFamily() {
        Told older = document("EP1", 10, "100", "P");
        Told second = placed(document("EP1", 20, "700", "P"), 1, 4);
        Told first = placed(document("EP1", 20, "900", "P"), 0, 9);

        assertThat(counting(older, second, first)).containsExactly(first);
        assertThat(counting(first, older, second)).containsExactly(first);
    }
}
