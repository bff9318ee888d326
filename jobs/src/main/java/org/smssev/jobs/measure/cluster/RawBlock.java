package org.smssev.jobs.measure.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.smssev.common.text.Languages;
import org.smssev.common.text.Tokenizer;
import org.smssev.jobs.measure.PairMap;

/**
 * A block of families with the counts of their features, by numbers of the block's own vocabulary, and of their bigrams,
 * by numbers of the block's pairs. A feature is a {@link Kind}'s mark followed by its name.
 */
final class RawBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    final String[] ids;
    /** Priority years; 0 where there is none. */
    final int[] years;
    /** First applicants; null where there is none. */
    final String[] applicants;
    /** Where the entries of each family start; one longer than the families. */
    final int[] starts;

    final int[] features;
    final short[] counts;
    /** The language of the text in which each entry was met first, by its place in {@link #languageNames}. */
    private final byte[] languages;

    final String[] vocabulary;
    final String[] languageNames;
    /** The bigrams, as {@link #starts}, {@link #features} and {@link #counts}. */
    final int[] pairStarts;

    final int[] pairNumbers;
    final short[] pairCounts;
    final PairMap pairs;

    private RawBlock(Builder builder) {
        int size = builder.size;
        this.ids = Arrays.copyOf(builder.ids, size);
        this.years = Arrays.copyOf(builder.years, size);
        this.applicants = Arrays.copyOf(builder.applicants, size);
        this.starts = builder.entries.starts();
        this.features = builder.entries.features();
        this.counts = builder.entries.counts();
        this.languages = Arrays.copyOf(builder.languages, features.length);
        this.vocabulary = builder.vocabulary.names();
        this.languageNames = builder.languageNames.toArray(new String[0]);
        this.pairStarts = builder.pairEntries.starts();
        this.pairNumbers = builder.pairEntries.features();
        this.pairCounts = builder.pairEntries.counts();
        this.pairs = builder.pairs;
    }

    /** Families that hold each feature of the vocabulary, by the language of their texts. */
    int[][] documentFrequencies() {
        int[][] df = new int[languageNames.length][vocabulary.length];
        for (int entry = 0; entry < features.length; entry++) {
            df[languages[entry]][features[entry]]++;
        }
        return df;
    }

    /**
     * The bigrams in at least so many of the block's families.
     *
     * @param words words in the order of their names; bigrams of others are left out
     * @return the places of both words, {@code first << 32 | second}
     */
    long[] frequentPairs(String[] words, int least) {
        int[] df = pairFrequencies();
        long[] own = pairs.pairs();
        int[] places = places(words);
        return IntStream.range(0, df.length)
                .filter(pair ->
                        df[pair] >= least && places[(int) (own[pair] >>> 32)] >= 0 && places[(int) own[pair]] >= 0)
                .mapToLong(pair -> (long) places[(int) (own[pair] >>> 32)] << 32 | places[(int) own[pair]])
                .toArray();
    }

    /** The block's families that hold each of some bigrams, given as {@link #frequentPairs} gives them. */
    int[] pairFrequencies(String[] words, long[] bigrams) {
        int[] df = pairFrequencies();
        int[] places = places(words);
        int[] own = new int[words.length];
        Arrays.fill(own, -1);
        for (int word = 0; word < places.length; word++) {
            if (places[word] >= 0) {
                own[places[word]] = word;
            }
        }
        int[] wanted = new int[bigrams.length];
        for (int i = 0; i < bigrams.length; i++) {
            int first = own[(int) (bigrams[i] >>> 32)];
            int second = own[(int) bigrams[i]];
            int pair = first < 0 || second < 0 ? -1 : pairs.find(first, second);
            wanted[i] = pair < 0 ? 0 : df[pair];
        }
        return wanted;
    }

    /** The place of each name of the vocabulary among sorted words, negative for those that are none of them. */
    private int[] places(String[] words) {
        return Arrays.stream(vocabulary)
                .mapToInt(name -> Arrays.binarySearch(words, name))
                .toArray();
    }

    /** The numbers of some bigrams among the block's pairs, -1 for those it lacks. */
    int[] numbers(List<Bigram> bigrams) {
        Map<String, Integer> words = new HashMap<>();
        bigrams.forEach(bigram -> {
            words.put(bigram.first(), -1);
            words.put(bigram.second(), -1);
        });
        for (int word = 0; word < vocabulary.length; word++) {
            words.replace(vocabulary[word], word);
        }
        return bigrams.stream()
                .mapToInt(bigram -> {
                    int first = words.get(bigram.first());
                    int second = words.get(bigram.second());
                    return first < 0 || second < 0 ? -1 : pairs.find(first, second);
                })
                .toArray();
    }

    private int[] pairFrequencies() {
        int[] df = new int[pairs.size()];
        for (int pair : pairNumbers) {
            df[pair]++;
        }
        return df;
    }

    /** Makes a block of families, given one after another. */
    static final class Builder {
        private final boolean bigrams;
        private final LocalVocabulary vocabulary = new LocalVocabulary();
        private final PairMap pairs = new PairMap();
        private final List<String> languageNames = new ArrayList<>(List.of(Languages.UNKNOWN));
        private String[] ids = new String[64];
        private int[] years = new int[64];
        private String[] applicants = new String[64];
        private int size;
        private final Entries entries = new Entries();
        private final Entries pairEntries = new Entries();
        private byte[] languages = new byte[4096];

        private final char[] buffer = new char[256];
        private String textLanguage = Languages.UNKNOWN;
        /** The term before in the text; -1 at its start. */
        private int before;

        /** Counts bigrams too, or not. */
        Builder(boolean bigrams) {
            this.bigrams = bigrams;
        }

        /** Adds a family; {@code ipc} holds canonical symbols; all but the id and the symbols may be null. */
        void add(String id, String title, String text, List<String> ipc, Integer year, String applicant) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
                years = Arrays.copyOf(years, size * 2);
                applicants = Arrays.copyOf(applicants, size * 2);
            }
            ids[size] = id;
            years[size] = year == null ? 0 : year;
            applicants[size] = applicant;
            scan(title, text);
            for (String symbol : ipc) {
                code(Kind.SUBCLASS, symbol, Kind.subclassLength(symbol));
                code(Kind.GROUP, symbol, Kind.groupLength(symbol));
            }
            entries.endFamily();
            pairEntries.endFamily();
            size++;
        }

        RawBlock build() {
            return new RawBlock(this);
        }

        private void scan(String title, String text) {
            String ofText = text == null ? null : Languages.ofStart(text);
            if (title != null) {
                // A plain title tells its language less surely, and no sooner, than the text that follows.
                boolean plain = ofText != null && title.chars().allMatch(c -> c < 0x80);
                scanIn(title, plain ? ofText : Languages.ofStart(title));
            }
            if (text != null) {
                scanIn(text, ofText);
            }
        }

        private void scanIn(String text, String language) {
            textLanguage = language;
            before = -1;
            Tokenizer.scan(text, language, this::term);
        }

        private void term(char[] word, int length, boolean adjacent) {
            int feature = vocabulary.number(Kind.TERM.mark(), word, length);
            if (entries.count(feature, false)) {
                language(Languages.ofTerm(word[0], textLanguage));
            }
            if (bigrams && adjacent && before >= 0) {
                pairEntries.count(pairs.number(before, feature), false);
            }
            before = feature;
        }

        /** Notes the language of the entry made last. */
        private void language(String name) {
            int at = languageNames.indexOf(name);
            if (at < 0) {
                at = languageNames.size();
                languageNames.add(name);
            }
            room();
            languages[entries.size() - 1] = (byte) at;
        }

        private void room() {
            if (entries.size() > languages.length) {
                languages = Arrays.copyOf(languages, entries.size() * 2);
            }
        }

        private void code(Kind kind, String symbol, int length) {
            if (length > 0 && length <= buffer.length) {
                symbol.getChars(0, length, buffer, 0);
                entries.count(vocabulary.number(kind.mark(), buffer, length), true);
                room();
            }
        }
    }
}
