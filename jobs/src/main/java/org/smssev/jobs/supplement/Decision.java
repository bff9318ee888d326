package org.smssev.jobs.supplement;

/**
 * What a person decided about a nomination in the review.
 *
 * @param candidateId into which candidate it is merged, for MERGE
 * @param by who decided, null where it is not said
 */
record Decision(Verdict verdict, String candidateId, String by, String comment) {
    /** The words of the column decision. */
    enum Verdict {
        /** It is the same thing as the candidate. */
        MERGE,
        /** It is a technology of its own. */
        NEW,
        /** It is left out. */
        REJECT
    }
}
