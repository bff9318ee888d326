package org.smssev.jobs.measure.citation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.text.KeyIndex;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.Ints;

/**
 * The publications as columns of plain numbers, in the order of their numbers, and their citations. Two passes of Spark:
 * one takes the numbers, the other looks up in them what each publication cites, so that nothing is joined.
 */
final class Publications {
    private final Dataset<Row> patents;

    /** Canonical numbers, in their order; the columns follow it. */
    final KeyIndex numbers;

    /** Family of each, by its number. */
    final int[] family;

    /** Publication (else filing) year of each, {@link FamilyColumns#NO_YEAR} where unknown. */
    final int[] year;

    /** Publications of a partition. */
    private static final class Block implements Serializable {
        private static final long serialVersionUID = 1L;
        final List<String> numbers = new ArrayList<>();
        final List<String> families = new ArrayList<>();
        final Ints year = new Ints();
    }

    /**
     * Takes the publications that are not withdrawn and whose family counts (one of utility models only may not).
     *
     * @param patents with the columns of ingest.patents
     * @param families their families
     */
    Publications(Dataset<Row> patents, KeyIndex families) {
        this.patents = patents.filter("NOT withdrawn");
        List<Block> blocks = this.patents
                .selectExpr("publication_number", "family_id", "year(coalesce(publication_date, filing_date))")
                .toJavaRDD()
                .mapPartitions(Publications::block)
                .collect();
        numbers = KeyIndex.of(blocks.stream()
                .flatMap(block -> IntStream.range(0, block.numbers.size())
                        .filter(i -> families.find(block.families.get(i)) >= 0)
                        .mapToObj(block.numbers::get))
                .toArray(String[]::new));
        family = new int[numbers.size()];
        year = new int[numbers.size()];
        for (Block block : blocks) {
            for (int i = 0; i < block.numbers.size(); i++) {
                int at = numbers.find(block.numbers.get(i));
                if (at >= 0) {
                    family[at] = families.find(block.families.get(i));
                    year[at] = block.year.get(i);
                }
            }
        }
    }

    private static Iterator<Block> block(Iterator<Row> rows) {
        Block block = new Block();
        while (rows.hasNext()) {
            Row row = rows.next();
            block.numbers.add(row.getString(0));
            block.families.add(row.getString(1));
            block.year.add(row.isNullAt(2) ? FamilyColumns.NO_YEAR : row.getInt(2));
        }
        return List.of(block).iterator();
    }

    /** The citations, by partition. */
    List<Links> links() {
        Resolver resolver = new Resolver(numbers, family, year);
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(patents.sparkSession().sparkContext());
        Broadcast<Resolver> shared = spark.broadcast(resolver);
        List<Links> links = patents.select("publication_number", "cited")
                .filter("size(cited) > 0")
                .toJavaRDD()
                .mapPartitions(rows -> links(rows, shared.value()))
                .collect();
        shared.destroy();
        return links;
    }

    private static Iterator<Links> links(Iterator<Row> rows, Resolver resolver) {
        Links links = new Links();
        while (rows.hasNext()) {
            Row row = rows.next();
            int citing = resolver.exact(row.getString(0));
            if (citing >= 0) {
                links.add(citing, row.getList(1), resolver);
            }
        }
        return List.of(links).iterator();
    }

    /** How many publications there are. */
    int size() {
        return family.length;
    }
}
