package org.smssev.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the texts of a Java source that are written in words: string literals, put together where they are. */
final class Messages {
    /** A text block, a string or character literal, a word, an arrow, or any other sign; comments and blanks are left out. */
    private static final Pattern TOKEN =
            Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])+'"
                    + "|/\\*.*?\\*/|//[^\\n]*|[\\w$]+|->|\\S");

    /** Calls whose arguments are no texts for people: patterns, SQL, columns. */
    private static final Set<String> NO_TEXT = Set.of(
            "compile",
            "matches",
            "replaceAll",
            "replaceFirst",
            "split",
            "sql",
            "expr",
            "selectExpr",
            "where",
            "filter");

    /** Three words in small letters, one after the other. */
    private static final Pattern LANGUAGE = Pattern.compile("(?:^|[\\s(])[a-z']{2,}(?: [a-z']+[,;]?){2}");

    private static final Pattern SQL =
            Pattern.compile("\\b(?:SELECT|FROM|WHERE|WHEN|JOIN|CAST|AND NOT|IS NOT NULL)\\b");
    private static final int LEAST_WORDS = 6;

    /** A text and its line. */
    record Message(int line, String text) {}

    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final List<Message> found = new ArrayList<>();
    private int at;

    private Messages(String source) {
        Matcher token = TOKEN.matcher(source);
        int line = 1;
        int counted = 0;
        while (token.find()) {
            line += (int) source.substring(counted, token.start())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            counted = token.start();
            if (!token.group().startsWith("//") && !token.group().startsWith("/*")) {
                tokens.add(token.group());
                lines.add(line);
            }
        }
    }

    /** The texts of a source; what is not literal in them stands as X. */
    static List<Message> of(String source) {
        Messages messages = new Messages(source);
        messages.group(true);
        return messages.found;
    }

    /** Reads up to the closing bracket: expressions, each of operands with + between them. */
    private void group(boolean isText) {
        StringBuilder text = new StringBuilder();
        int line = 0;
        boolean isOperandOpen = false;
        boolean hasLiteral = false;
        while (at < tokens.size()) {
            String token = tokens.get(at++);
            if (token.startsWith("\"") && !token.startsWith("\"\"\"")) {
                line = hasLiteral ? line : lines.get(at - 1);
                hasLiteral = true;
                text.append(token, 1, token.length() - 1);
            } else if (token.matches("[,;?:{=]|->|return") || token.matches("[)}\\]]")) {
                if (isText && hasLiteral) {
                    add(line, text.toString());
                }
                text.setLength(0);
                hasLiteral = false;
                isOperandOpen = false;
                if (token.matches("[)\\]]")) {
                    return;
                }
            } else if (token.equals("+")) {
                isOperandOpen = false;
            } else {
                if (!isOperandOpen) {
                    text.append('X');
                    isOperandOpen = true;
                }
                if (token.matches("[(\\[]")) {
                    boolean isAnnotation = at > 2 && tokens.get(at - 3).equals("@");
                    group(isText && !isAnnotation && !(at > 1 && NO_TEXT.contains(tokens.get(at - 2))));
                }
            }
        }
    }

    private void add(int line, String literal) {
        String text =
                literal.replaceAll("\\\\[nt]", " ").replaceAll("\\\\(.)", "$1").replaceAll("%n", " ");
        if (Prose.words(text) >= LEAST_WORDS
                && LANGUAGE.matcher(text).find()
                && !SQL.matcher(text).find()) {
            found.add(new Message(line, text.strip()));
        }
    }
}
