package org.smssev.jobs.measure.citation;

import java.util.List;
import org.smssev.common.config.Config;
import org.smssev.common.stage.StageContext;

/** Tells what the citations were worth, and by which conventions they were counted. */
final class CitationQuality {
    private static final String SUBJECT = "citations";

    private final StageContext context;

    CitationQuality(StageContext context) {
        this.context = context;
    }

    void record(List<Links> links, CitationGraph graph, CitationAges ages, CitationFigures ofFamilies) {
        long given = 0;
        for (Resolver.Outcome outcome : Resolver.Outcome.values()) {
            given += count(links, outcome);
        }
        long lost = count(links, Resolver.Outcome.OUTSIDE) + count(links, Resolver.Outcome.AMBIGUOUS);
        add("citations", (double) given, "citations that publications give");
        add(
                "citations_outside",
                given == 0 ? null : (double) lost / given,
                "share of citations that point outside the data, so that nothing is counted for them");
        add(
                "citations_ambiguous",
                count(links, Resolver.Outcome.AMBIGUOUS),
                "agree with publications of several families");
        add(
                "citations_without_kind",
                count(links, Resolver.Outcome.WITHOUT_KIND),
                "found without the kind of the number");
        add(
                "citations_other_kind",
                count(links, Resolver.Outcome.OTHER_KIND),
                "found under another kind of the number");
        add("citations_within_family", graph.withinFamily, "point to the own family and do not count");
        add(
                "citations_same_applicant",
                graph.sameApplicant,
                settings().self() == Config.Citations.Self.APPLICANT
                        ? "point to another family of the same first applicant and do not count"
                        : "point to another family of the same first applicant, and count");
        add("citations_repeated", graph.repeated, "repeat a citation under another number, and count once");
        add("family_citations", graph.families.total(), "citations between families");
        add(
                "family_citations_backwards",
                ages.backwards(graph.families),
                "point to a family of a later priority year; they count in PageRank only");
        add(
                "families_compared_widely",
                ofFamilies.impact.widened,
                "have too few families of their year, field and office to be compared with these only");
        conventions();
    }

    private void conventions() {
        context.convention(
                "citations.window",
                settings().window() + " years",
                "Citations of a family count from its priority year on; those of a publication from its publication"
                        + " year.");
        context.convention(
                "citations.impact",
                "year, IPC subclass, office",
                "Citations over the mean of the same year, field and office (Hall, Jaffe and Trajtenberg 2001), in parts"
                        + " over several fields; below " + settings().minCohort()
                        + " patents widened to class, section, all fields, all offices. The office of a family is that of"
                        + " its representative.");
        context.convention(
                "citations.top",
                "10 %",
                "Share of a cohort that is the most cited; ties at the cut are split (Waltman and Schreiber 2013).");
        context.convention(
                "citations.self",
                settings().self().name(),
                "Citations within a family never count; between families of one first applicant "
                        + (settings().self() == Config.Citations.Self.APPLICANT ? "neither." : "they do."));
        context.convention(
                "citations.diversity",
                "unbiased",
                "Generality and originality: 1 less the Herfindahl index over IPC subclasses, times N/(N-1), N the pairs"
                        + " of citation and subclass (Hall 2005).");
    }

    private Config.Citations settings() {
        return context.config().citations();
    }

    private static long count(List<Links> links, Resolver.Outcome outcome) {
        return links.stream()
                .mapToLong(part -> part.tally.getOrDefault(outcome, 0L))
                .sum();
    }

    private void add(String check, long value, String message) {
        add(check, (double) value, message);
    }

    private void add(String check, Double value, String message) {
        context.quality(check, SUBJECT, value, message);
    }
}
