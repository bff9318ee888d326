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
        add("citations", (double) given, "citations in publications");
        add(
                "citations_outside",
                given == 0 ? null : (double) lost / given,
                "share of citations that point outside the data and are not counted");
        add(
                "citations_ambiguous",
                count(links, Resolver.Outcome.AMBIGUOUS),
                "citations that match publications of several families");
        add(
                "citations_without_kind",
                count(links, Resolver.Outcome.WITHOUT_KIND),
                "citations matched without the kind code of the number");
        add(
                "citations_other_kind",
                count(links, Resolver.Outcome.OTHER_KIND),
                "citations matched with another kind code of the number");
        add("citations_within_family", graph.withinFamily, "citations of the own family, not counted");
        add(
                "citations_same_applicant",
                graph.sameApplicant,
                settings().self() == Config.Citations.Self.APPLICANT
                        ? "citations of another family of the same first applicant, not counted"
                        : "citations of another family of the same first applicant, counted");
        add("citations_repeated", graph.repeated, "citations repeated under another number, counted once");
        add("family_citations", graph.families.total(), "citations between families");
        add(
                "family_citations_backwards",
                ages.backwards(graph.families),
                "citations of a family with a later priority year; they count in PageRank only");
        add(
                "families_compared_widely",
                ofFamilies.impact.widened,
                "families with too few others of their year, field and office, compared with a wider group");
        conventions();
    }

    private void conventions() {
        context.convention(
                "citations.window",
                settings().window() + " years",
                "Citations of a family count from its priority year. Citations of a publication count from its"
                        + " publication year.");
        context.convention(
                "citations.impact",
                "year, IPC subclass, office",
                "Citations divided by the mean of the same year, field and office (Hall, Jaffe and Trajtenberg 2001),"
                        + " shared among several fields. A group of fewer than "
                        + settings().minCohort()
                        + " patents is widened to class, section, all fields, and then all offices. The office of a family"
                        + " is that of its representative.");
        context.convention(
                "citations.top",
                "10 %",
                "The most cited share of a cohort. Ties at the cut are split (Waltman and Schreiber 2013).");
        context.convention(
                "citations.self",
                settings().self().name(),
                "Citations within a family never count. Citations between families of one first applicant "
                        + (settings().self() == Config.Citations.Self.APPLICANT ? "do not count." : "count."));
        context.convention(
                "citations.diversity",
                "unbiased",
                "Generality and originality are 1 minus the Herfindahl index over IPC subclasses, times N/(N-1). N is the"
                        + " number of pairs of citation and subclass (Hall 2005).");
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
