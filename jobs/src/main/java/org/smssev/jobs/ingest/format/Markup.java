package org.smssev.jobs.ingest.format;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smssev.jobs.ingest.format.document.XmlNode;

/**
 * Tags that exports leave in titles and abstracts: {@code <p id="p-0001" num="0000">A cell.</p>}, {@code H<sub>2</sub>O}. Only those of
 * patent texts are known, and one without attributes that stands without its other half is no tag, so that {@code a <b}, {@code <110>} and
 * {@code Ni<x>} stay.
 */
public final class Markup {
    /** Elements of marks and of parts of words, and of texts within a document. */
    private static final Set<String> PAIRED = Set.of(
            "b",
            "i",
            "u",
            "o",
            "em",
            "strong",
            "sub",
            "sup",
            "sub2",
            "sup2",
            "sb",
            "sp",
            "smallcaps",
            "figref",
            "p",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "heading",
            "math",
            "maths",
            "title",
            "sdoab");

    /** Elements that have nothing between their tags. */
    private static final Set<String> SINGLE = Set.of("br", "img", "image", "chem");

    private static final Pattern TAG = Pattern.compile(
            "<(/?)([A-Za-z][A-Za-z0-9]{0,9})((?:\\s+[\\w:-]+\\s*=\\s*(?:\"[^\"<>]*\"|'[^'<>]*'))*+)\\s*(/?)>");

    private static final Pattern BLANKS = Pattern.compile(" {2,}");
    private static final Pattern AROUND = Pattern.compile(" *(\\R) *");
    private static final String SEPARATOR = String.valueOf(Field.SEPARATOR);

    private Markup() {}

    /**
     * A text, or each of several with {@link Field#SEPARATOR} between, without tags; those of paragraphs leave a blank. A text of
     * tags alone is empty and keeps its place, unless there is no other.
     */
    public static String without(String texts) {
        if (texts.indexOf('<') < 0) {
            return texts;
        }
        return Cleaning.joined(
                Stream.of(texts.split(SEPARATOR, -1)).map(Markup::withoutItsOwn).toList());
    }

    private static String withoutItsOwn(String text) {
        Set<String> opened = new HashSet<>();
        Set<String> closed = new HashSet<>();
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            (tag.group(1).isEmpty() ? opened : closed).add(name(tag));
        }
        opened.retainAll(closed);
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        tag.reset();
        while (tag.find()) {
            if (isOne(tag, opened)) {
                plain.append(text, from, tag.start());
                plain.append(SINGLE.contains(name(tag)) || XmlNode.isApart(name(tag)) ? " " : "");
                from = tag.end();
            }
        }
        if (from == 0) {
            return text;
        }
        plain.append(text, from, text.length());
        return AROUND.matcher(BLANKS.matcher(plain).replaceAll(" "))
                .replaceAll("$1")
                .strip();
    }

    private static String name(Matcher tag) {
        return tag.group(2).toLowerCase(Locale.ROOT);
    }

    /** Whether it is a tag. That of a paragraph may start a text that was cut off before its end. */
    private static boolean isOne(Matcher tag, Set<String> wholes) {
        String name = name(tag);
        boolean isSure = !tag.group(3).isEmpty() || !tag.group(4).isEmpty() || wholes.contains(name);
        return SINGLE.contains(name) || PAIRED.contains(name) && (isSure || name.equals("p") && tag.start() == 0);
    }
}
