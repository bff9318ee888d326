package org.smssev.jobs.measure.cluster;

/** Kinds of features; each has a mark that precedes the names, so that one sorted list holds all kinds apart. */
enum Kind {
    /** IPC main group, e.g. {@code H01M 10}. */
    GROUP('g', 0),
    /** IPC subclass, e.g. {@code H01M}. */
    SUBCLASS('s', 1),
    /** Term of title or abstract. */
    TERM('t', 2);

    private final char mark;
    private final int index;

    Kind(char mark, int index) {
        this.mark = mark;
        this.index = index;
    }

    /** Its place in arrays by kind, from 0. */
    int index() {
        return index;
    }

    char mark() {
        return mark;
    }

    /** The kind of a feature, by its mark. */
    static Kind of(String feature) {
        return switch (feature.charAt(0)) {
            case 'g' -> GROUP;
            case 's' -> SUBCLASS;
            default -> TERM;
        };
    }

    /** Characters of a canonical symbol that name its subclass; 0 if it has none. */
    static int subclassLength(String symbol) {
        return symbol.length() >= 4 ? 4 : 0;
    }

    /** Characters of a canonical symbol that name its main group; 0 if it has none. */
    static int groupLength(String symbol) {
        if (symbol.length() <= 5) {
            return 0;
        }
        int slash = symbol.indexOf('/');
        return slash < 0 ? symbol.length() : slash;
    }
}
