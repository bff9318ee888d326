package org.smssev.common.tables;

import java.util.List;
import org.smssev.common.table.Column;
import org.smssev.common.table.Table;

/** Tables of the cluster, network and gap stages. */
public final class MeasureTables {
    private MeasureTables() {}

    /** A term or code with its weight in a cluster. */
    public record Weighted(
            @Column("term or code") String name,
            @Column("weight, greater is more typical") double weight) {}

    /** A label term of a cluster. */
    public record LabelTerm(
            @Column("language of most of the texts that hold it, two letters; und where it cannot be told")
            String language,

            @Column("term") String name,
            @Column("weight, greater is more typical") double weight) {}

    /** An applicant with its families in a cluster. */
    public record ApplicantCount(
            @Column("harmonised name") String name,

            @Column(value = "families of the cluster with it as first applicant", min = 1)
            long families) {}

    @Table(name = "measure.clusters", comment = "Clusters of families by text and IPC.", key = "cluster_id")
    public record Cluster(
            @Column("cluster, the same id over releases while its families stay together; -1 holds the families"
                    + " without usable text and codes")
            int clusterId,

            @Column(value = "families in it", min = 0) long size,

            @Column("up to ten label terms by c-TF-IDF in each language present, the most frequent language first")
            List<LabelTerm> terms,

            @Column("IPC codes by lift, strongest first") List<Weighted> ipc,
            @Column("five families nearest to the centre") List<String> centralFamilies,

            @Column("five first applicants with most families")
            List<ApplicantCount> topApplicants,

            @Column(
                    value = "share of its families with a year that lie in the youngest third of years",
                    nullable = true)
            Double youngShare,

            @Column(value = "growth of its families between the two windows, per year", nullable = true)
            Double growth,

            @Column(value = "median priority year", nullable = true)
            Double medianYear,

            @Column(value = "mean squared distance to the centre", nullable = true)
            Double meanDistance,

            @Column(
                    value = "mean silhouette of its families, -1 to 1; null with one cluster",
                    nullable = true,
                    min = -1,
                    max = 1)
            Double silhouette,

            @Column(
                    value = "mean over bootstraps of the greatest Jaccard overlap with a cluster found there; null"
                            + " without bootstraps",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double stability,

            @Column(
                    value = "by stability: STABLE from .75, PATTERN from .6, DOUBTFUL above .5, else DISSOLVED",
                    nullable = true,
                    oneOf = {"STABLE", "PATTERN", "DOUBTFUL", "DISSOLVED"})
            String stabilityClass,

            @Column(value = "why, for cluster -1", nullable = true)
            String reason) {}

    @Table(name = "measure.cluster_members", comment = "The cluster of each family.", key = "family_id", large = true)
    public record ClusterMember(
            @Column("family") String familyId,
            @Column("cluster") int clusterId,

            @Column(value = "squared distance to the centre, null in cluster -1", nullable = true)
            Double distance,

            @Column(
                    value = "silhouette under squared distance: near 1 in its midst, below 0 nearer to another cluster;"
                            + " null in cluster -1 or with one cluster",
                    nullable = true,
                    min = -1,
                    max = 1)
            Double silhouette) {}

    @Table(
            name = "measure.cluster_scan",
            comment = "The curve by which the number of clusters was chosen; all figures are of the sample.",
            key = {"k", "seed"})
    public record ClusterScan(
            @Column(value = "clusters asked for", min = 1) int k,
            @Column("seed") long seed,

            @Column(value = "clusters found; fewer than k where some stayed empty", min = 0)
            int found,

            @Column(
                    value = "mean silhouette under squared distance, -1 to 1; null with one cluster",
                    nullable = true,
                    min = -1,
                    max = 1)
            Double silhouette,

            @Column(
                    value = "Calinski-Harabasz index, greater is better; null with one cluster",
                    nullable = true,
                    min = 0)
            Double calinskiHarabasz,

            @Column(value = "Davies-Bouldin index, less is better; null with one cluster", nullable = true, min = 0)
            Double daviesBouldin,

            @Column(value = "sum of squared distances", nullable = true, min = 0)
            Double cost,

            @Column(
                    value = "mean adjusted Rand index with the clusterings of the other seeds of the same k; null with"
                            + " one seed",
                    nullable = true,
                    min = -1,
                    max = 1)
            Double ariMean,

            @Column(
                    value = "mean of the clusters' stability over bootstraps; null without bootstraps",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double jaccardMean,

            @Column("whether this is the clustering in use") boolean chosen) {}

    @Table(
            name = "measure.cluster_events",
            comment = "What became of the clusters from release to release, told by the families that both hold.",
            key = {"release", "cluster_id", "event"})
    public record ClusterEvent(
            @Column("release, which is compared with the one before it")
            String release,

            @Column("cluster; of DIED and SPLIT, one of the release before")
            int clusterId,

            @Column(
                    value =
                            "KEPT goes on from the release before; BORN and DIED have no counterpart; SPLIT: two clusters"
                                    + " or more hold a quarter of its families each; MERGED: two or more gave it half of their"
                                    + " families each",
                    oneOf = {"KEPT", "BORN", "DIED", "SPLIT", "MERGED"})
            String event,

            @Column("clusters that it continues (KEPT), was split into or merged from")
            List<String> others,

            @Column(value = "its families", min = 0) long families,

            @Column(
                    value = "KEPT: Jaccard overlap; BORN, DIED: the greatest with any cluster of the other release;"
                            + " SPLIT, MERGED: share of its families that the others hold; null where none is shared",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double overlap) {}

    @Table(
            name = "measure.ipc_nodes",
            comment = "Codes of the co-occurrence network with their centralities.",
            key = {"level", "period", "ipc"})
    public record IpcNode(
            @Column(
                    value = "level",
                    oneOf = {"SUBCLASS", "MAIN_GROUP", "SUBGROUP"})
            String level,

            @Column("period, e.g. ALL") String period,
            @Column("code") String ipc,

            @Column(value = "families that hold the code", min = 0)
            long families,

            @Column(value = "neighbours", min = 0) int degree,

            @Column(value = "sum of the weights of its edges, as network.counting counts them", min = 0)
            double strength,

            @Column(value = "Opsahl's degree and strength in one, sqrt(degree strength)", min = 0)
            double opsahl,

            @Column(value = "weighted PageRank, damping .85, sums to 1", min = 0, max = 1)
            double pagerank,

            @Column(
                    value = "weighted betweenness (distance 1/weight), normalised; null below three codes",
                    nullable = true,
                    min = 0)
            Double betweenness,

            @Column(value = "betweenness on the disparity backbone in hops, normalised", nullable = true, min = 0)
            Double betweennessBackbone,

            @Column(
                    value = "bound on the error of both betweennesses, which holds with probability 1 -"
                            + " network.sample-risk; 0 where they are exact",
                    min = 0)
            double betweennessEps,

            @Column(
                    value = "weighted closeness by Wasserman and Faust, 0 for isolates; of the distances to the sampled"
                            + " sources where betweenness_eps is above 0",
                    nullable = true,
                    min = 0)
            Double closeness,

            @Column(value = "weighted harmonic closeness; estimated where betweenness_eps is above 0", min = 0)
            double harmonic,

            @Column(
                    value = "eigenvector centrality in the largest component, greatest is 1, null elsewhere",
                    nullable = true)
            Double eigenvector,

            @Column(value = "core number on the backbone", min = 0)
            int core,

            @Column(value = "s-core on the backbone: greatest strength within a subgraph of at least that", min = 0)
            double sCore,

            @Column(
                    value = "share of pairs of neighbours that are neighbours; null below two",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double clustering,

            @Column(
                    value = "Burt's constraint by weights, low marks a broker; null for isolates",
                    nullable = true,
                    min = 0)
            Double constraint,

            @Column(
                    value = "effective size (binary), 1 to degree: neighbours less their ties; null for isolates",
                    nullable = true,
                    min = 1)
            Double effectiveSize,

            @Column(
                    value = "bridging centrality, betweenness times the bridging coefficient; null for isolates",
                    nullable = true,
                    min = 0)
            Double bridging,

            @Column(value = "participation coefficient over communities", nullable = true)
            Double participation,

            @Column(
                    value = "within-module z: strength into its community against that of the community's codes; null"
                            + " where those do not differ",
                    nullable = true)
            Double withinZ,

            @Column(value = "betweenness not explained by strength (residual of logs)", nullable = true)
            Double betweennessResidual,

            @Column("connected component, 0 the largest") int component,
            @Column("community") int community,

            @Column("group by label propagation on the backbone, 0 the largest")
            int label,

            @Column(
                    value = "growth of its families between the two windows, per year; null in a period other than ALL",
                    nullable = true)
            Double growth,

            @Column(value = "TOPSIS closeness of its centralities, 0 to 1", nullable = true)
            Double topsis,

            @Column(value = "centralities by which it is among the top nodes", min = 0)
            int votes,

            @Column(value = "rank in its community by TOPSIS", min = 1)
            int communityRank,

            @Column(
                    value = "HUB, BROKER, HUB_BROKER or PERIPHERY",
                    oneOf = {"HUB", "BROKER", "HUB_BROKER", "PERIPHERY"})
            String quadrant,

            @Column("whether it is a key node") boolean isKeyNode,
            @Column("why it is, or is not, a key node") String reason) {}

    @Table(
            name = "measure.ipc_edges",
            comment = "Pairs of codes that share families, with normalised weights.",
            key = {"level", "period", "ipc_a", "ipc_b"})
    public record IpcEdge(
            @Column(
                    value = "level",
                    oneOf = {"SUBCLASS", "MAIN_GROUP", "SUBGROUP"})
            String level,

            @Column("period") String period,
            @Column("lesser code") String ipcA,
            @Column("greater code") String ipcB,

            @Column(value = "families with both (full count)", min = 0)
            long full,

            @Column(value = "Newman's fractional count", min = 0)
            double newman,

            @Column(value = "refined fractional count", min = 0)
            double refined,

            @Column(value = "association strength c/(s_a s_b)", min = 0)
            double association,

            @Column(value = "lift N c/(s_a s_b), 1 is chance", min = 0)
            double lift,

            @Column(value = "VOSviewer's form 2m c/(k_a k_b) by full counts, 1 is chance", min = 0)
            double vos,

            @Column(value = "Salton cosine", min = 0, max = 1)
            double salton,

            @Column(value = "Jaccard", min = 0, max = 1) double jaccard,

            @Column(value = "inclusion c/min(s_a, s_b)", min = 0, max = 1)
            double inclusion,

            @Column(value = "disparity significance of the full count, the smaller of both ends", min = 0, max = 1)
            double alphaBackbone,

            @Column("whether the edge is in the backbone") boolean inBackbone,

            @Column(value = "hypergeometric chance of so many common families", min = 0, max = 1)
            double pValue,

            @Column(value = "false-discovery rate (Benjamini and Hochberg) over all pairs of codes", min = 0, max = 1)
            double qValue) {}

    @Table(
            name = "measure.communities",
            comment = "Leiden communities of the network.",
            key = {"level", "period", "resolution", "community"})
    public record Community(
            @Column("level") String level,
            @Column("period") String period,
            @Column("resolution") double resolution,
            @Column("community, 0 the largest") int community,
            @Column(value = "codes in it", min = 1) int size,

            @Column(value = "sum of its codes' families", min = 0)
            long families,

            @Column("its share of the modularity") double qPart,

            @Column(
                    value = "mean over other seeds of its greatest Jaccard index with a community of theirs; from .75"
                            + " on stable; null without network.stability-seeds",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double stability,

            @Column("codes with the greatest strength") List<String> topCodes) {}

    @Table(
            name = "measure.citation_ranks",
            comment = "Publications in the citation network; citations within a family do not count.",
            key = "publication_number",
            large = true)
    public record CitationRank(
            @Column(value = "publication, not withdrawn", unrepeated = true)
            String publicationNumber,

            @Column("family") String familyId,

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
            @Column("family") String familyId,

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

    @Table(
            name = "measure.community_scan",
            comment = "Leiden communities by resolution: their number, and how far they depend on the seed.",
            key = {"level", "period", "resolution"})
    public record CommunityScan(
            @Column("level") String level,
            @Column("period") String period,
            @Column("resolution") double resolution,

            @Column(value = "communities, isolates included", min = 0)
            int communities,

            @Column(value = "codes of the largest", min = 0) int largest,

            @Column(value = "modularity at this resolution; null without pairs", nullable = true)
            Double modularity,

            @Column(value = "seeds tried", min = 1) int seeds,

            @Column(
                    value = "mean adjusted Rand index of all pairs of seeds, 1 for the same communities; null below"
                            + " two seeds",
                    nullable = true,
                    max = 1)
            Double ariMean,

            @Column("whether this resolution is in use") boolean chosen) {}

    @Table(
            name = "measure.centrality_correlations",
            comment = "Spearman's rank correlation of the measures of codes.",
            key = {"level", "period", "measure_a", "measure_b"})
    public record CentralityCorrelation(
            @Column("level") String level,
            @Column("period") String period,

            @Column("measure, a column of measure.ipc_nodes")
            String measureA,

            @Column("measure that follows it in the alphabet")
            String measureB,

            @Column(
                    value = "Spearman's rank correlation, ties at their mean rank; null where a measure is constant",
                    nullable = true,
                    min = -1,
                    max = 1)
            Double spearman,

            @Column(value = "codes for which both are defined", min = 0)
            int codes) {}

    @Table(
            name = "measure.networks",
            comment = "Each co-occurrence network as a whole; by period, how it changes.",
            key = {"level", "period"})
    public record Network(
            @Column("level") String level,
            @Column("period, ALL or from-to") String period,

            @Column(value = "families with a code of the level", min = 0)
            long families,

            @Column(value = "codes", min = 0) int codes,

            @Column(value = "pairs of codes that share families", min = 0)
            int pairs,

            @Column(value = "pairs of the disparity backbone", min = 0)
            int backbonePairs,

            @Column(value = "pairs with a false-discovery rate below .05", min = 0)
            int significantPairs,

            @Column(value = "pairs over possible pairs; null below two codes", nullable = true, min = 0, max = 1)
            Double density,

            @Column(value = "connected components", min = 0) int components,

            @Column(value = "codes of the largest component", min = 0)
            int largestComponent,

            @Column(
                    value = "transitivity: 3 triangles over paths of two edges; null without any",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double transitivity,

            @Column(value = "communities", min = 0) int communities,

            @Column(value = "modularity; null without pairs", nullable = true)
            Double modularity,

            @Column(value = "codes from which shortest paths were searched; all of them: exact", min = 0)
            int sources,

            @Column("engine: COMPACT or GRAPHFRAMES") String engine) {}

    @Table(
            name = "measure.gap",
            comment = "Technology-gap measures in long form.",
            key = {"subject_kind", "subject_id", "country", "reference", "family_filter", "measure", "window"})
    public record Gap(
            @Column(
                    value = "what is measured",
                    oneOf = {"TECHNOLOGY", "CLUSTER", "COMMUNITY", "NODE", "CANDIDATE"})
            String subjectKind,

            @Column("technology, cluster, community, code or candidate")
            String subjectId,

            @Column("country measured, REST, BEST_OTHER or a bloc; WORLD for a figure of the subject itself")
            String country,

            @Column("WORLD, REST, BEST_OTHER, a country or a bloc")
            String reference,

            @Column(
                    value = "families counted",
                    oneOf = {"ALL", "INTERNATIONAL"})
            String familyFilter,

            @Column(
                    "measure: families, share, rta, rpa, rsta, frontier_gap, growth, family_size, international_share, rci,"
                            + " top10_share, tct, generality, originality, cii, tech_strength (of a country);"
                            + " share_gap, rpp, log_gap, growth_gap, lag_years, impact_gap, top10_gap, tct_gap (against a"
                            + " reference); rdgr, hhi, hhi_adjusted, cr4, monopoly_risk, maturity, growth_years,"
                            + " gompertz_gain (of the subject)")
            String measure,

            @Column("years counted, e.g. ALL or 2013-2017/2018-2022")
            String window,

            @Column(value = "value, null where undefined", nullable = true)
            Double value,

            @Column(value = "lower end of the 95 % interval", nullable = true)
            Double lo95,

            @Column(value = "upper end of the 95 % interval", nullable = true)
            Double hi95,

            @Column(value = "families behind it, fractional: of the field, or those that a mean is taken over", min = 0)
            double nObs,

            @Column(
                    value = "status",
                    oneOf = {"OK", "UNDEFINED", "LOW_N", "CENSORED", "SOLE", "UNRELIABLE"})
            String status) {}

    /** One part of the composite gap. */
    public record GapPart(
            @Column("measure") String measure,
            @Column("value of the measure") double value,
            @Column("scaled value, -3 to 3") double z,

            @Column("weight, renormalised over the parts present")
            double weight) {}

    @Table(
            name = "measure.gap_summary",
            comment = "Composite gap with its parts, and the position of the country.",
            key = {"subject_kind", "subject_id", "country", "reference", "family_filter"})
    public record GapSummary(
            @Column(
                    value = "what is measured",
                    oneOf = {"TECHNOLOGY", "CLUSTER", "COMMUNITY", "NODE", "CANDIDATE"})
            String subjectKind,

            @Column("technology, cluster, community, code or candidate")
            String subjectId,

            @Column("country measured") String country,
            @Column("reference") String reference,

            @Column(
                    value = "families counted",
                    oneOf = {"ALL", "INTERNATIONAL"})
            String familyFilter,

            @Column(value = "composite gap, above 0 is ahead", nullable = true)
            Double composite,

            @Column(value = "lower end of its 95 % interval", nullable = true)
            Double lo95,

            @Column(value = "upper end of its 95 % interval", nullable = true)
            Double hi95,

            @Column("parts of the composite") List<GapPart> parts,

            @Column(
                    value = "position by the composite; null where it is undefined",
                    nullable = true,
                    oneOf = {"LEAD", "PARALLEL", "FOLLOW"})
            String state,

            @Column(
                    value = "position by the quantity gap alone, by its interval",
                    nullable = true,
                    oneOf = {"LEAD", "PARALLEL", "FOLLOW"})
            String quantityState,

            @Column(value = "families behind it", min = 0) double nObs,

            @Column(
                    value = "status",
                    oneOf = {"OK", "UNDEFINED", "LOW_N"})
            String status) {}
}
