package org.smssev.jobs.ingest.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.ReadRecords;
import org.smssev.jobs.ingest.merge.Merge.Action;
import org.smssev.jobs.ingest.merge.Merge.Decision;
import org.smssev.jobs.ingest.merge.Merge.Merged;
import org.smssev.jobs.ingest.merge.Merge.Outcome;
import org.smssev.jobs.ingest.merge.Merge.Sketch;

class MergeTest {
    private static final List<String> ENGLISH = List.of("en");
    private static final IpcCode CELLS = new IpcCode("H01M 10/05", null, null);
    private static final IpcCode OXIDES = new IpcCode("C01B 13/00", null, null);

    private static Patent patent(String source, String title, List<IpcCode> ipc, Party... applicants) {
        LocalDate published = source.equals("b") ? LocalDate.of(2020, 5, 4) : null;
        return ReadRecords.of(patent(source, published, List.of(applicants), ipc, null, title, null));
    }

    private static Patent texts(String source, String language, String title, String abstractText) {
        return patent(source, null, List.of(), List.of(), language, title, abstractText);
    }

    private static Patent patent(
            String source,
            LocalDate published,
            List<Party> applicants,
            List<IpcCode> ipc,
            String language,
            String title,
            String abstractText) {
        return new Patent(
                "US-1-A1",
                "US",
                "A1",
                "US-1-A1",
                null,
                null,
                published,
                applicants,
                List.of(),
                ipc,
                List.of(),
                List.of(),
                language,
                "2",
                "2",
                List.of(source),
                false,
                "",
                title,
                abstractText,
                null);
    }

    @Test
    void newEqualAndChangedRecordsAreToldApart() {
        assertThat(Merge.single(null, new Sketch(false, "x"))).isEqualTo(new Decision(Outcome.NEW, Action.EMIT));
        assertThat(Merge.single(new Sketch(false, "x"), new Sketch(false, "x")))
                .isEqualTo(new Decision(Outcome.UNCHANGED, Action.EMIT));
        assertThat(Merge.single(new Sketch(false, "x"), new Sketch(false, "y")))
                .isEqualTo(new Decision(Outcome.CORRECTED, Action.EMIT));
    }

    @Test
    void withdrawnPublicationThatComesBackIsCorrected() {
        assertThat(Merge.single(new Sketch(true, "x"), new Sketch(false, "x")).outcome())
                .isEqualTo(Outcome.CORRECTED);
    }

    @Test
    void markedWithdrawalKeepsWhatTheEarlierReleaseSaid() {
        assertThat(Merge.single(new Sketch(false, "x"), new Sketch(true, "y")))
                .isEqualTo(new Decision(Outcome.WITHDRAWN_MARKED, Action.WITHDRAW));
        assertThat(Merge.single(null, new Sketch(true, "y")))
                .isEqualTo(new Decision(Outcome.WITHDRAWN_MARKED, Action.EMIT));
    }

    @Test
    void onlyASnapshotWithdrawsWhatItLacks() {
        assertThat(Merge.absent(new Sketch(false, "x"), true).action()).isEqualTo(Action.WITHDRAW);
        assertThat(Merge.absent(new Sketch(true, "x"), true).action()).isEqualTo(Action.CARRY);
        assertThat(Merge.absent(new Sketch(false, "x"), false).action()).isEqualTo(Action.CARRY);
    }

    @Test
    void fullerValuesWinAndNothingIsBlanked() {
        Patent a = patent("a", "title of a", List.of(CELLS), new Party("Acme", null, "ACME"));
        Patent b = patent("b", null, List.of(CELLS, OXIDES), new Party("Acme Inc", "US", "ACME"));
        Merged merged = Merge.fold(null, false, List.of(a, b), List.of(0, 1), ENGLISH);
        assertThat(merged.outcomes()).containsExactly(Outcome.NEW, Outcome.DUPLICATE);
        assertThat(merged.patent().title()).isEqualTo("title of a");
        assertThat(merged.patent().ipc()).containsExactly(CELLS, OXIDES);
        assertThat(merged.patent().applicants()).containsExactly(new Party("Acme Inc", "US", "ACME"));
        assertThat(merged.patent().publicationDate()).isEqualTo(LocalDate.of(2020, 5, 4));
        assertThat(merged.patent().sources()).containsExactly("a", "b");
    }

    @Test
    void fullerListsAreFilledFromTheOtherWhereTheirEntriesLackSomething() {
        IpcCode first = new IpcCode("H01M 10/05", "F", "I");
        Party named = new Party("Elwha LLC", null, "ELWHA");
        Party hyde = new Party("HYDE RODERICK A", null, "HYDE RODERICK A");
        Party wood = new Party("WOOD LOWELL L JR", null, "WOOD LOWELL L JR");
        Patent a = patent("a", "t", List.of(CELLS, OXIDES), named, hyde, wood);
        Patent b = patent("b", "t", List.of(first), new Party("ELWHA LLC", "US", "ELWHA"));
        for (List<Patent> records : List.of(List.of(a, b), List.of(b, a))) {
            Patent merged =
                    Merge.fold(null, false, records, List.of(0, 1), ENGLISH).patent();
            assertThat(merged.applicants()).containsExactly(new Party("Elwha LLC", "US", "ELWHA"), hyde, wood);
            assertThat(merged.ipc()).containsExactly(first, OXIDES);
        }
    }

    @Test
    void inventorsAreKnownInAnotherListWhateverStandsBetweenTheirWords() {
        Patent told =
                Merge.withParties(patent("a", "t", List.of()), List.of(), List.of(new Party("Kim, A.", "KR", null)));
        Patent bare =
                Merge.withParties(patent("b", "t", List.of()), List.of(), List.of(new Party("KIM A", null, null)));
        assertThat(Merge.fold(told, true, List.of(bare), List.of(0), ENGLISH)
                        .patent()
                        .inventors())
                .containsExactly(new Party("KIM A", "KR", null));
    }

    @Test
    void whatAListThatGaveWayTellsIsToldOfAThirdOnesEntries() {
        Party bar = new Party("Bar", "DE", "BAR");
        Party alpha = new Party("Alpha", "CN", "ALPHA");
        IpcCode first = new IpcCode("C01B 13/00", "L", "I");
        Patent one = patent("a", "t", List.of(CELLS), bar);
        Patent two = patent("a", "u", List.of(first), alpha);
        Patent three = patent(
                "b", "v", List.of(CELLS, OXIDES), new Party("Foo", "US", "FOO"), new Party("Alpha", null, "ALPHA"));
        for (List<Patent> records : List.of(List.of(one, two, three), List.of(two, one, three))) {
            Patent merged =
                    Merge.fold(null, false, records, List.of(0, 0, 1), ENGLISH).patent();
            assertThat(merged.applicants()).containsExactly(new Party("Foo", "US", "FOO"), alpha);
            assertThat(merged.ipc()).containsExactly(CELLS, first);
        }
    }

    @Test
    void equallyFullListsAreThoseOfThePrecedingRecord() {
        Patent a = patent("a", "t", List.of(CELLS));
        Patent b = patent("b", "t", List.of(OXIDES));
        assertThat(Merge.fold(null, false, List.of(a, b), List.of(0, 1), ENGLISH)
                        .patent()
                        .ipc())
                .containsExactly(CELLS);
    }

    @Test
    void textsAreInThePreferredLanguageWhicheverRecordHasIt() {
        Patent chinese = texts("a", "zh", "一种锂电池", "本发明公开了一种锂电池。");
        Patent bare = texts("b", null, "A lithium battery", null);
        Patent english = texts("c", "en", "Lithium battery", "The invention is a battery of lithium.");
        List<Patent> records = List.of(chinese, bare, english);
        assertThat(MergedTexts.of(records, List.of("en", "zh")))
                .isEqualTo(new MergedTexts("A lithium battery", english.abstractText(), "zh", true));
        assertThat(MergedTexts.of(List.of(bare, chinese), List.of("zh", "en")))
                .isEqualTo(new MergedTexts(chinese.title(), chinese.abstractText(), "zh", true));
        assertThat(MergedTexts.of(List.of(bare, chinese, english), List.of()))
                .isEqualTo(new MergedTexts(bare.title(), english.abstractText(), "zh", true));
        assertThat(MergedTexts.of(List.of(bare, chinese), List.of("en")).abstractText())
                .isEqualTo(chinese.abstractText());
        Patent merged =
                Merge.fold(null, false, records, List.of(0, 1, 2), ENGLISH).patent();
        assertThat(merged.title()).isEqualTo("A lithium battery");
        assertThat(merged.abstractText()).isEqualTo(english.abstractText());
    }

    @Test
    void languagesOfPublicationsAreNotThoseOfTranslatedTitles() {
        Patent translated = texts("a", "zh", "Lithium battery", null);
        Patent own = texts("b", null, "一种锂电池", null);
        Patent german = texts("c", "de", "Lithiumbatterie", null);
        assertThat(MergedTexts.of(List.of(translated, own), List.of("zh")).title())
                .isEqualTo(own.title());
        assertThat(MergedTexts.of(List.of(translated, german), List.of("de")).title())
                .isEqualTo(german.title());
    }

    @Test
    void titlesOfOtherRecordsAreOfTheLanguageThatTheirWordsTell() {
        Patent own = texts("a", "de", "Verfahren zur Herstellung von Papier", "Die Erfindung betrifft ein Verfahren.");
        Patent translated = texts("b", "de", "Method for producing paper", "The invention relates to a method.");
        for (List<Patent> records : List.of(List.of(own, translated), List.of(translated, own))) {
            MergedTexts texts = MergedTexts.of(records, ENGLISH);
            assertThat(texts.title()).isEqualTo(translated.title());
            assertThat(texts.abstractText()).isEqualTo(translated.abstractText());
            assertThat(texts.language()).isEqualTo("de");
            assertThat(MergedTexts.of(records, List.of("de")).title()).isEqualTo(own.title());
        }
    }

    @Test
    void rowsOfOneFileThatDifferInTheirListsAloneArePutTogether() {
        Party acme = new Party("Acme", "US", "ACME");
        Party bolt = new Party("Bolt", "DE", "BOLT");
        Patent a = patent("a", "t", List.of(CELLS), acme);
        Patent b = patent("a", "t", List.of(OXIDES), acme);
        Patent c = patent("a", "t", List.of(CELLS), bolt);
        Patent merged = Merge.fold(null, false, List.of(a, b, c), List.of(4, 4, 4), ENGLISH)
                .patent();
        assertThat(merged.ipc()).containsExactly(OXIDES, CELLS);
        assertThat(merged.applicants()).containsExactly(acme, bolt);
        Patent turned = Merge.fold(null, false, List.of(c, b, a), List.of(4, 4, 4), ENGLISH)
                .patent();
        assertThat(turned.recordHash()).isEqualTo(merged.recordHash());

        Patent bare = patent("a", "t", List.of(new IpcCode("H01M 10/05", "F", "I")), new Party("Bolt", null, "BOLT"));
        Patent attributed = Merge.fold(null, false, List.of(c, bare), List.of(4, 4), ENGLISH)
                .patent();
        assertThat(attributed.ipc()).containsExactly(new IpcCode("H01M 10/05", "F", "I"));
        assertThat(attributed.applicants()).containsExactly(bolt);

        Patent other = patent("a", "another t", List.of(OXIDES), bolt);
        assertThat(Merge.fold(null, false, List.of(a, other), List.of(4, 4), ENGLISH)
                        .patent()
                        .ipc())
                .containsExactly(CELLS);
        assertThat(Merge.fold(null, false, List.of(a, b), List.of(4, 5), ENGLISH)
                        .patent()
                        .ipc())
                .containsExactly(CELLS);
    }

    @Test
    void foldThatSaysWhatTheEarlierReleaseSaidIsUnchanged() {
        Patent a = patent("a", "t", List.of(CELLS));
        Merged merged = Merge.fold(a, false, List.of(a, a), List.of(0, 0), ENGLISH);
        assertThat(merged.outcomes()).containsExactly(Outcome.UNCHANGED, Outcome.DUPLICATE);
    }

    @Test
    void aMarkOfWithdrawalCountsWhicheverRecordHasIt() {
        Patent given = patent("a", "t", List.of(CELLS));
        Patent mark = ReadRecords.read(given.publicationNumber(), given.familyId(), "r", "b", true, null);
        Merged merged = Merge.fold(null, false, List.of(given, given, ReadRecords.of(mark)), List.of(0, 1, 2), ENGLISH);
        assertThat(merged.outcomes()).containsExactly(Outcome.DUPLICATE, Outcome.DUPLICATE, Outcome.WITHDRAWN_MARKED);
        assertThat(merged.patent().withdrawn()).isTrue();
        assertThat(merged.patent().title()).isEqualTo("t");

        // A known one is what the release gives, too; one that it only marks stays as it was.
        Patent before = patent("a", "before", List.of(OXIDES));
        for (boolean fills : new boolean[] {true, false}) {
            Patent both = Merge.fold(before, fills, List.of(given, ReadRecords.of(mark)), List.of(0, 1), ENGLISH)
                    .patent();
            assertThat(both.withdrawn()).isTrue();
            assertThat(both.title()).isEqualTo("t");
            assertThat(both.sources()).containsExactly("b", "a");
            Patent marked = Merge.fold(before, fills, List.of(ReadRecords.of(mark)), List.of(0), ENGLISH)
                    .patent();
            assertThat(marked.withdrawn()).isTrue();
            assertThat(marked.title()).isEqualTo("before");
            Patent bare = patent("a", "t", List.of());
            assertThat(Merge.fold(before, fills, List.of(bare, ReadRecords.of(mark)), List.of(0, 1), ENGLISH)
                            .patent()
                            .ipc())
                    .isEqualTo(fills ? before.ipc() : List.of());
        }
    }

    @Test
    void numbersThatAnotherRecordTellsFirstAreNoCorrection() {
        Patent before = ReadRecords.of(numbers(List.of("US-2-A", "EP-1-A1"), List.of("US9", "DE1")));
        Patent one = ReadRecords.of(numbers(List.of("EP-1-A1"), List.of("US9", "DE1")));
        Patent other = ReadRecords.of(numbers(List.of("US-2-A"), List.of("DE1")));
        Merged merged = Merge.fold(before, false, List.of(one, other), List.of(0, 1), ENGLISH);
        assertThat(merged.outcomes()).containsExactly(Outcome.UNCHANGED, Outcome.DUPLICATE);
        assertThat(merged.patent().applications()).containsExactly("US9", "DE1");
        assertThat(Merge.fold(before, false, List.of(other, other), List.of(0, 1), ENGLISH)
                        .patent()
                        .cited())
                .containsExactly("US-2-A");
        Patent less = ReadRecords.of(numbers(List.of("US-2-A", "EP-2"), List.of("US9")));
        assertThat(Merge.fold(before, false, List.of(less, other), List.of(0, 1), ENGLISH)
                        .outcomes())
                .containsExactly(Outcome.CORRECTED, Outcome.DUPLICATE);
    }

    private static Patent numbers(List<String> cited, List<String> applications) {
        Patent p = patent("a", "t", List.of());
        return new Patent(
                p.publicationNumber(),
                p.office(),
                p.kind(),
                p.familyId(),
                p.priorityDate(),
                p.filingDate(),
                p.publicationDate(),
                p.applicants(),
                p.inventors(),
                p.ipc(),
                cited,
                applications,
                p.language(),
                p.firstRelease(),
                p.lastRelease(),
                p.sources(),
                p.withdrawn(),
                "",
                p.title(),
                p.abstractText(),
                null);
    }

    @Test
    void whatACorrectionByAnIncrementLacksIsKept() {
        Patent before = patent(
                "a", "t", List.of(CELLS, OXIDES), new Party("Acme Inc", "US", "ACME"), new Party("Bolt", "DE", "BOLT"));
        Patent narrow = patent("b", null, List.of(), new Party("ACME", null, "ACME"));
        Merged merged = Merge.fold(before, true, List.of(narrow), List.of(0), ENGLISH);
        assertThat(merged.outcomes()).containsExactly(Outcome.CORRECTED);
        assertThat(merged.patent().title()).isEqualTo("t");
        assertThat(merged.patent().ipc()).containsExactly(CELLS, OXIDES);
        assertThat(merged.patent().applicants()).containsExactly(new Party("ACME", "US", "ACME"));
        assertThat(merged.patent().sources()).containsExactly("b", "a");

        Patent now = merged.patent();
        Merged again = Merge.fold(now, true, List.of(narrow), List.of(0), ENGLISH);
        assertThat(again.outcomes()).containsExactly(Outcome.UNCHANGED);
        assertThat(again.patent().recordHash()).isEqualTo(now.recordHash());

        Patent whole = patent("b", "t2", List.of(OXIDES), new Party("Bolt", "FR", "BOLT"));
        assertThat(Merge.fold(now, true, List.of(whole), List.of(0), ENGLISH)
                        .patent()
                        .sources())
                .containsExactly("b");
        List<Patent> alike = Stream.of("a", "b")
                .map(source -> ReadRecords.of(
                        patent(source, null, before.applicants(), List.of(CELLS, OXIDES), "en", "t", null)))
                .toList();
        Merged same = Merge.fold(alike.get(0), true, alike.subList(1, 2), List.of(0), ENGLISH);
        assertThat(same.outcomes()).containsExactly(Outcome.UNCHANGED);
        assertThat(same.patent().sources())
                .as("what stays as it was is of the sources of then")
                .containsExactly("b", "a");
        assertThat(Merge.fold(before, false, List.of(narrow), List.of(0), ENGLISH)
                        .patent()
                        .title())
                .isNull();
    }

    @Test
    void harmonisedNamesAndReleasesAreNoContent() {
        Patent a = patent("a", "t", List.of(CELLS), new Party("Acme", "US", "ACME"));
        Patent b = patent("a", "t", List.of(CELLS), new Party("Acme", "US", "ACME CORPORATION"));
        assertThat(a.recordHash()).isEqualTo(b.recordHash());
        Patent other = patent("a", "t", List.of(OXIDES), new Party("Acme", "US", "ACME"));
        assertThat(a.recordHash()).isNotEqualTo(other.recordHash());
    }
}
