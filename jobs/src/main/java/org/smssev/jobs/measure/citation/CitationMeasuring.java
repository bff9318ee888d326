package org.smssev.jobs.measure.citation;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.smssev.common.config.Config;
import org.smssev.common.ipc.IpcSymbol;
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

    private final StageContext context;
    private final Config.Citations settings;

    /** Measures within a stage that declares {@link #READS} and {@link #WRITES}. */
    public CitationMeasuring(StageContext context) {
        this.context = context;
        this.settings = context.config().citations();
    }

    /** Writes the tables; empty ones where citations are not to be measured. */
    public void run() {
        if (!settings.measure()) {
            CitationRows.writeNone(context);
            return;
        }
        context.progress("reading citations");
        refuseWhatCannotFit();
        FamilyColumns families = FamilyColumns.read(context.dataset(Family.class), IpcSymbol.Level.SUBCLASS);
        Publications publications = new Publications(context.dataset(Patent.class), families.ids);
        List<Links> links = publications.links();
        CitationGraph graph = new CitationGraph(links, publications, families, settings.self());
        context.progress(
                String.format(Locale.ROOT, "measuring %,d citations between families", graph.families.total()));
        Fields fields = new Fields(families.codes, families.codeNames);
        int lastYear = CitationFigures.lastYear(families.year)
                - context.config().release().truncatedYears();
        // The youngest year of publications may have begun only; of priorities, some are not published yet.
        CompletableFuture<CitationFigures> beside = CompletableFuture.supplyAsync(() -> new CitationFigures(
                graph.publications,
                publications.year,
                offices(publications),
                fields,
                publications.family,
                CitationFigures.lastYear(publications.year) - 1,
                settings));
        CitationFigures ofFamilies = new CitationFigures(
                graph.families,
                families.year,
                families.office,
                fields,
                IntStream.range(0, families.size()).toArray(),
                lastYear,
                settings);
        CitationFigures ofPublications = beside.join();
        CitationRows rows = new CitationRows(context);
        rows.writePublications(publications, families, ofPublications, links);
        rows.writeFamilies(families, ofFamilies, fields, lastYear, settings.window());
        context.write(CitationFlow.class, CountryFlows.of(families, graph.families));
        new CitationQuality(context).record(links, graph, new CitationAges(families.year), ofFamilies);
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
