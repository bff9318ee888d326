package org.smssev.jobs.ingest.format.document;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers of the EPO's Open Patent Services (OPS) that have no exchange documents: a search, a family or equivalents without the
 * constituent {@code biblio} list numbers only; the register and full texts are services of their own. With documents they are
 * {@link DocdbXml}.
 */
public final class OpsAnswer {
    private static final Pattern ROOT =
            Pattern.compile("\\A\\s*+(?:<[?!][^>]*+>\\s*+)*+<(?:[\\w.-]+:)?world-patent-data[\\s>/]");
    private static final Pattern LIST =
            Pattern.compile("<(?:[\\w.-]+:)?(?:biblio-search|patent-family|equivalents-inquiry)[\\s>/]");

    private OpsAnswer() {}

    /**
     * Why an answer cannot be read.
     *
     * @param start up to 64 KiB from its start, which is of no {@link DocumentFormat}
     * @return what it is and what to ask for, for the user; empty if it is none of OPS
     */
    public static Optional<String> refusal(String start) {
        if (!ROOT.matcher(start).find()) {
            return Optional.empty();
        }
        return Optional.of(
                LIST.matcher(start).find()
                        ? "it is an answer of OPS with numbers only, because the constituent biblio is missing. Add it at the end"
                                + " of the path: published-data/search/biblio?q=…, family/publication/docdb/…/biblio or"
                                + " published-data/publication/epodoc/…/equivalents/biblio."
                        : "it is an answer of OPS without exchange documents. Ask for published-data/publication/docdb/…/biblio.");
    }
}
