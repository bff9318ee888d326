package org.smssev.jobs.read;

/** Names and texts as Spark SQL writes them. */
final class Quoting {
    private Quoting() {}

    static String identifier(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
