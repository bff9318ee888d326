package org.smssev.jobs.measure.cluster;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.smssev.common.text.Tokenizer;

/**
 * A block of families with the counts of their features, by numbers of the block's own vocabulary. A feature is a
 * {@link Kind}'s mark followed by its name.
 */
final class RawBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    final String[] ids;
    /** Priority years; 0 where there is none. */
    final int[] years;
    /** Where the entries of each family start; one longer than the families. */
    final int[] starts;

    final int[] features;
    final short[] counts;
    final String[] vocabulary;

    private RawBlock(String[] ids, int[] years, int[] starts, int[] features, short[] counts, String[] vocabulary) {
        this.ids = ids;
        this.years = years;
        this.starts = starts;
        this.features = features;
        this.counts = counts;
        this.vocabulary = vocabulary;
    }

    /** Families that hold each feature of the vocabulary. */
    int[] documentFrequencies() {
        int[] df = new int[vocabulary.length];
        for (int feature : features) {
            df[feature]++;
        }
        return df;
    }

    /** Makes a block of families, given one after another. */
    static final class Builder {
        private final LocalVocabulary vocabulary = new LocalVocabulary();
        private String[] ids = new String[64];
        private int[] years = new int[64];
        private int[] starts = new int[65];
        private int size;
        private int[] features = new int[4096];
        private short[] counts = new short[4096];
        /** Where the entry of a feature in the present family is; older values lie before the family's start. */
        private int[] entryOf = new int[0];

        private final char[] buffer = new char[256];

        /** Adds a family; {@code ipc} holds canonical symbols. */
        void add(String id, String title, String text, List<String> ipc, Integer year) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
                years = Arrays.copyOf(years, size * 2);
                starts = Arrays.copyOf(starts, size * 2 + 1);
            }
            ids[size] = id;
            years[size] = year == null ? 0 : year;
            starts[size + 1] = starts[size];
            Tokenizer.scan(title, this::term);
            Tokenizer.scan(text, this::term);
            for (String symbol : ipc) {
                code(Kind.SUBCLASS, symbol, Kind.subclassLength(symbol));
                code(Kind.GROUP, symbol, Kind.groupLength(symbol));
            }
            size++;
        }

        RawBlock build() {
            int entries = starts[size];
            return new RawBlock(
                    Arrays.copyOf(ids, size),
                    Arrays.copyOf(years, size),
                    Arrays.copyOf(starts, size + 1),
                    Arrays.copyOf(features, entries),
                    Arrays.copyOf(counts, entries),
                    vocabulary.names());
        }

        private void term(char[] word, int length) {
            count(vocabulary.number(Kind.TERM.mark(), word, length), false);
        }

        private void code(Kind kind, String symbol, int length) {
            if (length > 0 && length <= buffer.length) {
                symbol.getChars(0, length, buffer, 0);
                count(vocabulary.number(kind.mark(), buffer, length), true);
            }
        }

        private void count(int feature, boolean once) {
            if (feature >= entryOf.length) {
                int old = entryOf.length;
                entryOf = Arrays.copyOf(entryOf, Math.max(4096, feature * 2));
                Arrays.fill(entryOf, old, entryOf.length, -1);
            }
            int entry = entryOf[feature];
            if (entry < starts[size]) {
                entry = starts[size + 1]++;
                if (entry == features.length) {
                    features = Arrays.copyOf(features, entry * 2);
                    counts = Arrays.copyOf(counts, entry * 2);
                }
                entryOf[feature] = entry;
                features[entry] = feature;
                counts[entry] = 1;
            } else if (!once && counts[entry] < Short.MAX_VALUE) {
                counts[entry]++;
            }
        }
    }
}
