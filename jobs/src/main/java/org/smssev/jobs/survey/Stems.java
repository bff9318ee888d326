package org.smssev.jobs.survey;

import java.util.ArrayList;
import java.util.List;
import org.smssev.common.text.Tokenizer;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Terms of a text without the endings of English, by Porter's second stemmer, so that batteries are like a battery. */
final class Stems {
    private Stems() {}

    /** The terms in their order; none for null. */
    static List<String> of(String text) {
        EnglishStemmer stemmer = new EnglishStemmer();
        List<String> stems = new ArrayList<>();
        for (String term : Tokenizer.tokens(text)) {
            stemmer.setCurrent(term);
            stemmer.stem();
            stems.add(stemmer.getCurrent());
        }
        return stems;
    }
}
