package org.smssev.jobs.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.smssev.common.text.Languages;
import org.smssev.common.text.Tokenizer;

/** Title and abstract of a family, cut into terms when first asked for. */
final class FamilyText {
    private final List<String> texts;
    private List<List<String>> tokens;

    FamilyText(String title, String abstractText) {
        this.texts = Stream.of(title == null ? "" : title, abstractText == null ? "" : abstractText)
                .filter(t -> !t.isEmpty())
                .toList();
    }

    /** The terms of title and abstract, apart, so that no phrase goes over their border. */
    List<List<String>> tokens() {
        if (tokens == null) {
            tokens = new ArrayList<>();
            texts.forEach(text -> tokens.add(Tokenizer.tokens(text)));
        }
        return tokens;
    }

    /** The texts that hold a Chinese character. */
    List<String> chinese() {
        return texts.stream().filter(FamilyText::isChinese).toList();
    }

    static boolean isChinese(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Languages.isHan(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
