package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.Merge.Merged;
import org.smssev.jobs.ingest.Merge.Outcome;

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
