package org.smssev.common.tables;

import java.util.List;
import org.smssev.common.table.Column;
import org.smssev.common.table.Table;

/** Tables of the survey stage that tell how technologies and lists were mapped to the IPC, and how well. */
public final class ScopeTables {
    private ScopeTables() {}

    @Table(
            name = "survey.scopes",
            comment = "The IPC prefixes of each technology, each with how it was found.",
            key = {"technology_id", "ipc", "method"})
    public record Scope(
            @Column("technology") String technologyId,

            @Column("IPC prefix, canonical; empty for a rule of keywords alone")
            String ipc,

            @Column(
                    value = "RULE, LIST, BM25 or COSINE, as in survey.technologies",
                    oneOf = {"RULE", "LIST", "BM25", "COSINE"})
            String method,

            @Column("RULE: confidence, 0 to 1; LIST: 1; BM25: score, 0 or more, not comparable between technologies;"
                    + " COSINE: cosine, 0 to 1")
            double score,

            @Column(value = "rank among the codes, 1 the most alike; for BM25 and COSINE", nullable = true)
            Integer rank,

            @Column(value = "score in standard deviations over the mean of all codes; for COSINE", nullable = true)
            Double z,

            @Column("keywords of which a family must show one; for RULE")
            List<String> keywords,

            @Column("keywords and IPC prefixes of which a family may show none; for RULE")
            List<String> excluded,

            @Column(
                    value = "VALIDATED where a labelled sample judges this link, else UNVALIDATED",
                    oneOf = {"VALIDATED", "UNVALIDATED"})
            String status) {}

    @Table(
            name = "survey.scope_quality",
            comment = "Precision and recall of the mapping on a labelled sample, with Wilson's intervals (95 %); empty"
                    + " without one, and then the mapping is unvalidated.",
            key = {"target", "subject_kind", "subject"})
    public record ScopeQuality(
            @Column(
                    value = "what was labelled: pairs of technology and FAMILY, or of technology and IPC code",
                    oneOf = {"FAMILY", "IPC"})
            String target,

            @Column(
                    value = "ALL, METHOD or TECHNOLOGY",
                    oneOf = {"ALL", "METHOD", "TECHNOLOGY"})
            String subjectKind,

            @Column("scope_method or technology; ALL for all")
            String subject,

            @Column(value = "labelled relevant, and found", min = 0)
            long truePositives,

            @Column(value = "labelled irrelevant, but found", min = 0)
            long falsePositives,

            @Column(value = "labelled relevant, but not found", min = 0)
            long falseNegatives,

            @Column(value = "labelled irrelevant, and not found", min = 0)
            long trueNegatives,

            @Column(value = "TP / (TP + FP)", nullable = true, min = 0, max = 1)
            Double precision,

            @Column(value = "lower end", nullable = true) Double precisionLow,
            @Column(value = "upper end", nullable = true) Double precisionHigh,

            @Column(value = "TP / (TP + FN)", nullable = true, min = 0, max = 1)
            Double recall,

            @Column(value = "lower end", nullable = true) Double recallLow,
            @Column(value = "upper end", nullable = true) Double recallHigh,

            @Column(value = "2 TP / (2 TP + FP + FN)", nullable = true, min = 0, max = 1)
            Double f1,

            @Column(
                    value = "UNDEFINED where precision or recall has nothing to divide by",
                    oneOf = {"OK", "UNDEFINED"})
            String status) {}

    @Table(
            name = "survey.coverage",
            comment = "How much of the release falls under the IPC codes of each list.",
            key = "list_id")
    public record Coverage(
            @Column("list") String listId,
            @Column(value = "its entries", min = 0) long items,

            @Column(value = "technologies that stand on its entries", min = 0)
            long technologies,

            @Column(value = "main groups of the release under its IPC prefixes", min = 0)
            long mainGroups,

            @Column(value = "families with a code under them", min = 0)
            long families,

            @Column(value = "their share of all families, 0 to 1", nullable = true, min = 0, max = 1)
            Double share,

            @Column(value = "lower end of Wilson's interval (95 %)", nullable = true)
            Double low,

            @Column(value = "upper end", nullable = true) Double high,

            @Column(
                    value = "UNDEFINED without families, or without an IPC prefix",
                    oneOf = {"OK", "UNDEFINED"})
            String status) {}

    @Table(
            name = "survey.overlaps",
            comment = "How much the IPC codes of two lists have in common.",
            key = {"list_a", "list_b"})
    public record Overlap(
            @Column("the list of the lesser id") String listA,
            @Column("the other") String listB,

            @Column(value = "main groups of the release under the IPC prefixes of both", min = 0)
            long sharedGroups,

            @Column(value = "main groups under those of either", min = 0)
            long allGroups,

            @Column(value = "Jaccard: shared over all, 0 to 1", nullable = true, min = 0, max = 1)
            Double jaccard,

            @Column(value = "families with a code under both", min = 0)
            long sharedFamilies,

            @Column(
                    value = "UNDEFINED where no list has a main group",
                    oneOf = {"OK", "UNDEFINED"})
            String status) {}
}
