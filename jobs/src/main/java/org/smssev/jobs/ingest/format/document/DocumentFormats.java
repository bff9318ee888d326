package org.smssev.jobs.ingest.format.document;

import java.util.List;
import java.util.Optional;

/** The formats whose records are documents. */
public final class DocumentFormats {
    private static final List<DocumentFormat> ALL =
            List.of(new DocdbXml(), new UsptoXml(), new LensJsonLines(), new GoogleJsonLines());

    private DocumentFormats() {}

    /** All known formats; a file is of one of them at most. */
    public static List<DocumentFormat> all() {
        return ALL;
    }

    /** The format of a name. */
    public static DocumentFormat named(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The format of a file.
     *
     * @param start up to 64 KiB from its start, unpacked, decoded leniently
     * @return empty if it is of none of them
     */
    public static Optional<DocumentFormat> recognise(String start) {
        return ALL.stream().filter(format -> format.recognises(start)).findFirst();
    }

    /** Whether a text starts with a tag. */
    static boolean isMarkup(String start) {
        return firstFilled(start) == '<';
    }

    /** Whether a text starts with an object of JSON, or a list. */
    static boolean isJson(String start) {
        char first = firstFilled(start);
        return first == '{' || first == '[';
    }

    private static char firstFilled(String start) {
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            if (!Character.isWhitespace(c) && c != '\ufeff') {
                return c;
            }
        }
        return 0;
    }
}
