package org.smssev.jobs.measure.citation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.smssev.common.Beside;
import org.smssev.common.config.Config;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.stage.Need;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.CitationTables.CitationFlow;
import org.smssev.common.tables.CitationTables.CitationRank;
import org.smssev.common.tables.CitationTables.FamilyCitation;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.measure.DriverMemory;
import org.smssev.jobs.measure.FamilyColumns;

/** Measures the citation networks of publications and of families, as arrays on the driver, and writes their tables. */
public final class CitationMeasuring {
    /** Tables it reads. */
    public static final List<Class<? extends Record>> READS = List.of(Patent.class, Family.class);

    /** Tables it writes. */
    public static final List<Class<? extends Record>> WRITES =
            List.of(CitationRank.class, FamilyCitation.class, CitationFlow.class);

    /** Number, family, columns and figures of a publication and of its family, while they are read and after. */
    private static final long PUBLICATION_BYTES = 500;

    /** A citation as read, as sorted pairs of both networks, and in both directions. */
    private static final long CITATION_BYTES = 64;

    /** Citations of a publication that are expected before they are counted, generously. */
    private static final long CITATIONS_EACH = 10;

    private final StageContext context;
    private final Config.Citations settings;

    /** Measures within a stage that declares {@link #READS} and {@link #WRITES}. */
    public CitationMeasuring(StageContext context) {
        this.context = context;
        this.settings = context.config().citations();
    }

    /** The networks with their figures. */
    public record Measured(
            Publications publications,
            FamilyColumns families,
            Fields fields,
            List<Links> links,
            CitationGraph graph,
            int lastYear,
            CitationFigures ofPublications,
            CitationFigures ofFamilies) {}

    /** Measures, and writes nothing; empty where citations are not to be measured. */
    public Optional<Measured> measure() {
        if (!settings.measure()) {
            return Optional.empty();
        }
        refuseWhatCannotFit();
        FamilyColumns families = FamilyColumns.of(context);
        Publications publications = new Publications(context.dataset(Patent.class), families.ids);
        List<Links> links = publications.links();
        CitationGraph graph = new CitationGraph(links, publications, families, settings.self());
        Fields fields = new Fields(families.codes(IpcSymbol.Level.SUBCLASS));
        int lastYear = CitationFigures.lastYear(families.year)
                - context.config().release().truncatedYears();
        // The youngest year of publications may have begun only; of priorities, some are not published yet.
        try (Beside<CitationFigures> beside = new Beside<>(
                "publication-citations",
                () -> new CitationFigures(
                        graph.publications,
                        publications.year,
                        offices(publications),
                        fields,
                        publications.family,
                        CitationFigures.lastYear(publications.year) - 1,
                        settings))) {
            CitationFigures ofFamilies = new CitationFigures(
                    graph.families,
                    families.year,
                    families.office,
                    fields,
                    IntStream.range(0, families.size()).toArray(),
                    lastYear,
                    settings);
            return Optional.of(
                    new Measured(publications, families, fields, links, graph, lastYear, beside.get(), ofFamilies));
        }
    }

    /** Writes the tables; empty ones where nothing was measured. */
    public void write(Optional<Measured> measured) {
        if (measured.isEmpty()) {
            CitationRows.writeNone(context);
            return;
        }
        Measured m = measured.get();
        CitationRows rows = new CitationRows(context);
        rows.writePublications(m.publications, m.families, m.ofPublications, m.links);
        rows.writeFamilies(m.families, m.ofFamilies, m.fields, m.lastYear, settings.window());
        context.write(CitationFlow.class, CountryFlows.of(m.families, m.graph.families));
        new CitationQuality(context).record(m.links, m.graph, new CitationAges(m.families.year), m.ofFamilies);
    }

    /** Office of each publication, by number: the letters that its number begins with. */
    private static int[] offices(Publications publications) {
        int[] offices = new int[publications.size()];
        String before = "";
        for (int v = 0; v < offices.length; v++) {
            String number = publications.numbers.key(v);
            String office = number.substring(0, Math.max(0, number.indexOf('-')));
            // Numbers are sorted, so those of an office follow one another.
            offices[v] = v == 0 ? 0 : offices[v - 1] + (office.equals(before) ? 0 : 1);
            before = office;
        }
        return offices;
    }

    /** Memory that the networks of a release are expected to take, with the columns of its families. */
    public static Need need(long publications, long families) {
        long citations = publications * CITATIONS_EACH;
        Need columns = FamilyColumns.need(families);
        return new Need(
                String.format(
                        Locale.ROOT,
                        "The citation networks of %,d publications and about %,d citations",
                        publications,
                        citations),
                publications * PUBLICATION_BYTES + citations * CITATION_BYTES + columns.bytes(),
                ", or set citations.measure to false");
    }

    private void refuseWhatCannotFit() {
        Row counts = context.dataset(Patent.class)
                .selectExpr("count(1)", "coalesce(sum(size(cited)), 0L)")
                .first();
        DriverMemory.require(
                String.format(
                        Locale.ROOT,
                        "The citation networks of %,d publications and %,d citations",
                        counts.getLong(0),
                        counts.getLong(1)),
                counts.getLong(0) * PUBLICATION_BYTES + counts.getLong(1) * CITATION_BYTES,
                ", or set citations.measure to false");
    }
}
