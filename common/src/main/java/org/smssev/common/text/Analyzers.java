package org.smssev.common.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * Lucene's analysers by language, with its stop words and ours. An analyser keeps one stream a thread, so one instance
 * serves all threads; it lives as long as the class.
 */
final class Analyzers {
    /** Chinese: segments by words; of runs of Han characters only, as it would stem English. */
    static final Analysis CHINESE = new Analysis(
            new SmartChineseAnalyzer(true), words("stop-words-zh.txt", SmartChineseAnalyzer.getDefaultStopSet()));
    /** Japanese: pairs of characters, as Lucene's analyser that knows words is not among ours. */
    static final Analysis JAPANESE = new Analysis(
            new CJKAnalyzer(CharArraySet.EMPTY_SET), words("stop-words-ja.txt", CJKAnalyzer.getDefaultStopSet()));

    private static final Analysis ENGLISH =
            new Analysis(new Words(true, false), words("stop-words-en.txt", CharArraySet.EMPTY_SET));
    private static final Map<String, Analysis> OTHERS = Map.of(
            "de",
            new Analysis(new Words(false, false), words("stop-words-de.txt", GermanAnalyzer.getDefaultStopSet())),
            "fr",
            new Analysis(new Words(false, true), words("stop-words-fr.txt", FrenchAnalyzer.getDefaultStopSet())),
            "es",
            new Analysis(new Words(false, false), words("stop-words-es.txt", SpanishAnalyzer.getDefaultStopSet())),
            "ru",
            new Analysis(new Words(false, false), words("stop-words-ru.txt", RussianAnalyzer.getDefaultStopSet())));

    private Analyzers() {}

    /**
     * How a text is cut.
     *
     * @param analyzer Lucene's analyser, without stop words
     * @param stops terms to leave out, told when the parts of hyphenated ones are joined
     */
    record Analysis(Analyzer analyzer, CharArraySet stops) {}

    /** How words between blanks are cut in a language; as in English where it is another or unknown. */
    static Analysis words(String language) {
        return language == null ? ENGLISH : OTHERS.getOrDefault(language, ENGLISH);
    }

    /** Words by the rules of Unicode, in lower case; they are not stemmed. */
    private static final class Words extends Analyzer {
        private final boolean possessives;
        private final boolean elisions;

        /** Whether an English {@code 's} and a French {@code l'} are cut off. */
        Words(boolean possessives, boolean elisions) {
            this.possessives = possessives;
            this.elisions = elisions;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer source = new StandardTokenizer();
            TokenStream stream = possessives ? new EnglishPossessiveFilter(source) : source;
            stream = new LowerCaseFilter(stream);
            return new TokenStreamComponents(
                    source, elisions ? new ElisionFilter(stream, FrenchAnalyzer.DEFAULT_ARTICLES) : stream);
        }
    }

    private static CharArraySet words(String resource, CharArraySet more) {
        try (InputStream in = Analyzers.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            CharArraySet set = new CharArraySet(more, true);
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    set.addAll(List.of(line.trim().split("\\s+")));
                }
            }
            return CharArraySet.unmodifiableSet(set);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
