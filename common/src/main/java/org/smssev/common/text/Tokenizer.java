package org.smssev.common.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Cuts text into lower-case terms without stop words and claim boilerplate, by Lucene's analysers.
 *
 * <p>A term of a script with spaces starts with a letter and is 2 to 64 characters long (so numbers are none, and {@code
 * LiFePO4} is one, and so is {@code solid-state}). Runs of Chinese characters are segmented by the SmartChinese analyser, where a
 * single character may be a term; Japanese is cut into pairs of characters. Words are not stemmed, so that terms can serve
 * as labels.
 */
public final class Tokenizer {
    private static final int LEAST = 2;
    private static final int MOST = 64;
    private static final char[] HYPHEN = {'-'};

    private Tokenizer() {}

    /** Takes terms as slices of a buffer that is used again for the next term. */
    @FunctionalInterface
    public interface Sink {
        /**
         * A term.
         *
         * @param buffer holds the term from its start
         * @param length characters of the term
         * @param adjacent whether it follows the term before it with nothing, a blank or a hyphen between
         */
        void term(char[] buffer, int length, boolean adjacent);
    }

    /** The terms of a text in their order, repeated as they occur, without the stop words of English; none for null. */
    public static List<String> tokens(String text) {
        List<String> found = new ArrayList<>();
        scan(text, "en", (buffer, length, adjacent) -> found.add(new String(buffer, 0, length)));
        return found;
    }

    /**
     * Gives the terms of a text, in their order, to a sink; none for null.
     *
     * @param language language of the text, as {@link Languages} has it; null where unknown
     */
    public static void scan(String text, String language, Sink sink) {
        if (text == null) {
            return;
        }
        Cut cut = new Cut(sink, text);
        if ("ja".equals(language)) {
            cut.run(Analyzers.JAPANESE, text, 0, 1);
            return;
        }
        Analyzers.Analysis words = Analyzers.words(language);
        int n = text.length();
        int at = 0;
        while (at < n) {
            boolean han = Languages.isHan(text.charAt(at));
            int end = at + 1;
            while (end < n && Languages.isHan(text.charAt(end)) == han) {
                end++;
            }
            String run = at == 0 && end == n ? text : text.substring(at, end);
            cut.run(han ? Analyzers.CHINESE : words, run, at, han ? 1 : LEAST);
            at = end;
        }
    }

    /** Joins the parts of hyphenated terms and hands terms on, with where the one before ended. */
    private static final class Cut {
        private final Sink sink;
        private final String text;
        private final char[] term = new char[MOST];
        /** Characters of the term, also those beyond the most that there is room for. */
        private int length;

        private int started;
        private int ended;
        /** Where the term handed on last ended. */
        private int before = -MOST;

        Cut(Sink sink, String text) {
            this.sink = sink;
            this.text = text;
        }

        void run(Analyzers.Analysis analysis, String run, int offset, int least) {
            try (TokenStream stream = analysis.analyzer().tokenStream("text", run)) {
                CharTermAttribute token = stream.addAttribute(CharTermAttribute.class);
                OffsetAttribute offsets = stream.addAttribute(OffsetAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    int start = offsets.startOffset();
                    if (length > 0
                            && Character.isLetter(term[0])
                            && offset + start == ended + 1
                            && run.charAt(start - 1) == '-') {
                        append(HYPHEN, 1);
                    } else {
                        flush(least, analysis.stops());
                        started = offset + start;
                    }
                    append(token.buffer(), token.length());
                    ended = offset + offsets.endOffset();
                }
                stream.end();
                flush(least, analysis.stops());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void append(char[] part, int characters) {
            if (length + characters <= MOST) {
                System.arraycopy(part, 0, term, length, characters);
            }
            length += characters;
        }

        private void flush(int least, CharArraySet stops) {
            if (length >= least && length <= MOST && Character.isLetter(term[0]) && !stops.contains(term, 0, length)) {
                sink.term(term, length, isNext());
                before = ended;
            }
            length = 0;
        }

        /** Whether nothing, a blank or a hyphen stands between this term and the one before; terms may overlap. */
        private boolean isNext() {
            if (started == before + 1 && before >= 0) {
                char between = text.charAt(before);
                return Character.isWhitespace(between) || between == '-';
            }
            return started == before;
        }
    }
}
