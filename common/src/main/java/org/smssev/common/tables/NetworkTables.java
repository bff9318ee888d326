package org.smssev.common.tables;

import java.util.List;
import org.smssev.common.table.Column;
import org.smssev.common.table.Table;

/** Tables of the co-occurrence networks of IPC codes, written by the network stage. */
public final class NetworkTables {
    private NetworkTables() {}

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
}
