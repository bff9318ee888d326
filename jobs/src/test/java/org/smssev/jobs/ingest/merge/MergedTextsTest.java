package org.smssev.jobs.ingest.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.ReadRecords;
import org.smssev.jobs.ingest.digest.KeyDigests;
import org.smssev.jobs.ingest.digest.Reading;
import org.smssev.jobs.ingest.digest.RecordDigest;
import org.smssev.jobs.ingest.merge.Merge.Merged;
import org.smssev.jobs.ingest.merge.Merge.Outcome;

class MergedTextsTest {
    private static final List<String> ENGLISH = List.of("en");

    private static Patent patent(String title, String language, boolean isDetected) {
        Patent read = ReadRecords.read("s", language, title, List.of());
        KeyDigests key = KeyDigests.of(read.publicationNumber(), read.familyId());
        String hash = new RecordDigest().of(read);
        return Merge.read(read, "2", hash, Reading.ofSeveral(key, hash, isDetected, false));
    }

    private static Patent corrected(Patent earlier, Patent correction) {
        return Merge.fold(earlier, true, List.of(correction), List.of(0), ENGLISH)
                .patent();
    }

    @ParameterizedTest
    @CsvSource({
        // The language that was told stays where only words tell another one.
        "Ruderboot, de, false, Ruderboot neu, en, true, de",
        "Ruderboot, de, false, Ruderboot, en, true, de",
        // What a source tells counts.
        "Ruderboot, de, false, Rowing boat, en, false, en",
        "Ruderboot, en, true, Ruderboot neu, de, false, de",
        // So do the words where none was told, or the script is another.
        "Le bateau de la mer, fr, true, The boat of the sea, en, true, en",
        "Ruderboot, de, false, 手漕ぎボート, ja, true, ja",
        "手漕, ja, false, 手漕舟, zh, true, ja"
    })
    void aDetectedLanguageOfACorrectionLeavesOneThatWasTold(
            String before,
            String told,
            boolean wasDetected,
            String title,
            String language,
            boolean isDetected,
            String now) {
        Patent corrected = corrected(patent(before, told, wasDetected), patent(title, language, isDetected));
        assertThat(corrected.title()).isEqualTo(title);
        assertThat(corrected.language()).isEqualTo(now);
        // And the next one finds it as it was.
        boolean isTold = !now.equals(language) || !isDetected;
        assertThat(Reading.detectsLanguage(corrected)).isEqualTo(!isTold);
    }

    @ParameterizedTest
    @CsvSource({
        // Both languages are preferred, English first.
        "Boat with a keel, en, false, 带龙骨的船, zh, true, Boat with a keel, en",
        "带龙骨的船, zh, true, Boat with a keel, en, true, Boat with a keel, en",
        "Boat with a keel, en, true, Das Boot mit dem Kiel und der Schraube, de, false, Boat with a keel, en",
        // Equally preferred, or not to be told.
        "Das Boot mit dem Kiel, de, false, Le bateau de la mer, fr, false, Le bateau de la mer, fr",
        "Boat with a keel, en, false, Ruderboot, en, true, Ruderboot, en",
        "Boat with a keel, en, false, Čoln s kobilico, , true, Čoln s kobilico, en"
    })
    void aCorrectionInALessPreferredLanguageLeavesATitle(
            String before,
            String told,
            boolean wasDetected,
            String title,
            String language,
            boolean isDetected,
            String now,
            String of) {
        List<Patent> correction = List.of(patent(title, language, isDetected));
        Merged merged =
                Merge.fold(patent(before, told, wasDetected), true, correction, List.of(0), List.of("en", "zh"));
        assertThat(List.of(merged.patent().title(), merged.patent().language())).containsExactly(now, of);
        assertThat(merged.outcomes()).containsExactly(now.equals(before) ? Outcome.UNCHANGED : Outcome.CORRECTED);
        Patent without = Merge.fold(patent(before, told, wasDetected), true, correction, List.of(0), List.of())
                .patent();
        assertThat(without.title()).as("where none is preferred").isEqualTo(title);
    }

    @Test
    void anAbstractStaysInItsPreferredLanguageByItself() {
        Patent before = Merge.withTexts(patent("带龙骨的船", "zh", true), "带龙骨的船", "The boat has a keel of lead.");
        Patent correction = Merge.withTexts(patent("船", "zh", true), "船", "本发明公开了一种船。");
        Patent merged = Merge.fold(before, true, List.of(correction), List.of(0), List.of("en", "zh"))
                .patent();
        assertThat(List.of(merged.title(), merged.abstractText())).containsExactly("船", "The boat has a keel of lead.");
    }

    @Test
    void aRecordThatOnlyDetectsAnotherLanguageSaysNothingNew() {
        Patent told = patent("Ruderboot", "de", false);
        Merged merged = Merge.fold(told, true, List.of(patent("Ruderboot", "en", true)), List.of(0), ENGLISH);
        assertThat(merged.outcomes()).containsExactly(Outcome.UNCHANGED);
        assertThat(merged.patent().language()).isEqualTo("de");
    }

    @Test
    void ofSeveralRecordsTheLanguageThatOneTellsOfTheTitleCounts() {
        Patent detected = patent("Ruderboot", "en", true);
        Patent told = patent("RUDERBOOT", "de", false);
        Patent translated = patent("Rowing boat", "en", true);
        assertThat(MergedTexts.of(List.of(detected, told), ENGLISH))
                .isEqualTo(new MergedTexts("Ruderboot", null, "de", false));
        assertThat(MergedTexts.of(List.of(translated, told), ENGLISH))
                .isEqualTo(new MergedTexts("Rowing boat", null, "en", true));
    }

    @Test
    void aLanguageThatWasToldStaysToldThroughCorrections() {
        Patent told = patent("Ruderboot", "de", false);
        Patent second = corrected(told, patent("Ruderboot neu", "de", true));
        assertThat(second.title()).isEqualTo("Ruderboot neu");
        assertThat(Reading.detectsLanguage(second)).isFalse();
        assertThat(corrected(second, patent("Ruderboot", "en", true)).language())
                .isEqualTo("de");
    }
}
