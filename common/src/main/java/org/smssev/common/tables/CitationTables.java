package org.smssev.common.tables;

import org.smssev.common.table.Column;
import org.smssev.common.table.Table;

/** Tables of the citation networks, written by the network stage. */
public final class CitationTables {
    private CitationTables() {}

    @Table(
            name = "measure.citation_ranks",
            comment = "Publications in the citation network; citations within a family do not count.",
            key = "publication_number",
            large = true)
    public record CitationRank(
            @Column(value = "publication, not withdrawn", plain = true)
            String publicationNumber,

            @Column(value = "family", plain = true) String familyId,

            @Column(value = "publications of the data that it cites", min = 0)
            int cites,

            @Column(value = "citations of it that point outside the data", min = 0)
            int citesOutside,

            @Column(value = "publications of the data that cite it", min = 0)
            int citedBy,

            @Column(value = "those of them published within citations.window years after it", min = 0)
            int citedByWindow,

            @Column("whether the data cover its window whole")
            boolean windowComplete,

            @Column(
                    value = "cited_by_window over that of publications of its year, field and office, 1 is usual;"
                            + " null where undefined",
                    nullable = true,
                    min = 0)
            Double impact,

            @Column(
                    value =
                            "part of it among the 10 % most cited of its year, field and office, 0 or 1, between at ties",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double top10,

            @Column(value = "PageRank, sums to 1; null where nothing cites", nullable = true, min = 0, max = 1)
            Double pagerank) {}

    @Table(
            name = "measure.family_citations",
            comment = "Families in the citation network; a pair of families counts once, none within a family.",
            key = "family_id",
            large = true)
    public record FamilyCitation(
            @Column(value = "family", plain = true) String familyId,

            @Column(value = "families that it cites", min = 0)
            int cites,

            @Column(value = "families that cite it", min = 0)
            int citedBy,

            @Column(value = "those of them of the citations.window years after its own, by priority year", min = 0)
            int citedByWindow,

            @Column(
                    value = "families of the last complete year that cite it, where it is of the citations.window years"
                            + " before",
                    min = 0)
            int citedByLatest,

            @Column("whether the data cover its window whole")
            boolean windowComplete,

            @Column(
                    value =
                            "cited_by_window over that of families of its year, field and office, 1 is usual; null where"
                                    + " undefined",
                    nullable = true,
                    min = 0)
            Double impact,

            @Column(
                    value =
                            "part of it among the 10 % most cited of its year, field and office, 0 or 1, between at ties",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double top10,

            @Column(value = "PageRank, sums to 1; null where nothing cites", nullable = true, min = 0, max = 1)
            Double pagerank,

            @Column(
                    value = "median age in years of the families that it cites (technology cycle time)",
                    nullable = true,
                    min = 0)
            Double cycleTime,

            @Column(
                    value = "spread over fields of the families that cite it, unbiased",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double generality,

            @Column(
                    value = "spread over fields of the families that it cites, unbiased",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double originality) {}

    @Table(
            name = "measure.citation_flows",
            comment = "Citations between families by country, split over the countries of both ends.",
            key = {"citing_country", "cited_country"})
    public record CitationFlow(
            @Column("country that cites, or UNKNOWN") String citingCountry,
            @Column("country that is cited, or UNKNOWN") String citedCountry,

            @Column(value = "citations, fractional", min = 0)
            double citations,

            @Column(value = "share of what the citing country cites", min = 0, max = 1)
            double share,

            @Column(value = "citations over those that the totals of both countries let expect, 1 is chance", min = 0)
            double relative) {}
}
