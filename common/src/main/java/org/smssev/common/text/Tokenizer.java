package org.smssev.common.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts text into lower-case terms without stop words and claim boilerplate.
 *
 * <p>A term of a script with spaces is a letter followed by letters, digits and inner hyphens, 2 to 64 characters long
 * (so numbers are none, and {@code LiFePO4} is one). Runs of Chinese characters are segmented by Lucene's SmartChinese
 * analyser; a single character may be a term there. Words are not stemmed, so that terms can serve as labels.
 */
public final class Tokenizer {
    private static final int LEAST = 2;
    private static final int MOST = 64;
    private static final CharArraySet STOP_EN = words("stop-words-en.txt");
    private static final CharArraySet STOP_ZH = words("stop-words-zh.txt");

    // The analyser keeps one stream a thread, so one instance serves all threads; it lives as long as the class.
    private static final SmartChineseAnalyzer CHINESE = new SmartChineseAnalyzer(true);

    private Tokenizer() {}

    /** Takes terms as slices of a buffer that is used again for the next term. */
    @FunctionalInterface
    public interface Sink {
        /** A term: {@code length} characters from the buffer's start. */
        void term(char[] buffer, int length);
    }

    /** The terms of a text in their order, repeated as they occur; none for null. */
    public static List<String> tokens(String text) {
        List<String> found = new ArrayList<>();
        scan(text, (buffer, length) -> found.add(new String(buffer, 0, length)));
        return found;
    }

    /** Gives the terms of a text, in their order, to a sink; none for null. */
    public static void scan(String text, Sink sink) {
        if (text == null) {
            return;
        }
        char[] word = new char[MOST];
        int n = text.length();
        int at = 0;
        while (at < n) {
            char c = text.charAt(at);
            if (isHan(c)) {
                int end = at + 1;
                while (end < n && isHan(text.charAt(end))) {
                    end++;
                }
                chinese(text.substring(at, end), sink);
                at = end;
            } else if (isLetter(c)) {
                at = word(text, at, word, sink);
            } else if (isDigit(c)) {
                // A word glued to a number ("3d", "10nm") is no term of its own.
                while (at < n && isWordPart(text.charAt(at))) {
                    at++;
                }
            } else {
                at++;
            }
        }
    }

    private static int word(String text, int start, char[] word, Sink sink) {
        int n = text.length();
        int at = start;
        int length = 0;
        while (at < n) {
            char c = text.charAt(at);
            boolean innerHyphen = c == '-' && at + 1 < n && isWordPart(text.charAt(at + 1));
            if (!innerHyphen && !isWordPart(c)) {
                break;
            }
            if (length < MOST) {
                word[length] = c < 128 ? (char) (c >= 'A' && c <= 'Z' ? c + 32 : c) : Character.toLowerCase(c);
            }
            length++;
            at++;
        }
        if (length >= LEAST && length <= MOST && !STOP_EN.contains(word, 0, length)) {
            sink.term(word, length);
        }
        return at;
    }

    private static void chinese(String run, Sink sink) {
        try (TokenStream stream = CHINESE.tokenStream("text", run)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (!STOP_ZH.contains(term.buffer(), 0, term.length())) {
                    sink.term(term.buffer(), term.length());
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWordPart(char c) {
        return isLetter(c) || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c < 128 ? (c | 32) >= 'a' && (c | 32) <= 'z' : !isHan(c) && Character.isLetter(c);
    }

    private static boolean isHan(char c) {
        return (c >= '\u3400' && c <= '\u9fff') || (c >= '\uf900' && c <= '\ufaff');
    }

    private static CharArraySet words(String resource) {
        try (InputStream in = Tokenizer.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            CharArraySet set = new CharArraySet(512, false);
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
