package org.smssev.jobs.measure.gap.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.smssev.jobs.measure.FamilyColumns;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Families made by hand, in the order of their ids. */
final class Families {
    private final List<Row> rows = new ArrayList<>();
    private final List<double[]> citations = new ArrayList<>();

    /** Adds a family of one country, without citations. */
    Families add(String country, Integer year, boolean international) {
        return add(year, international, List.of("H01M 10/05"), "a" + rows.size() % 7, none(), country, 1.0);
    }

    /** Adds families of one country, with impact 2 for it, all else open. */
    Families add(String country, Integer year, double impact, double cycleTime) {
        return add(
                year,
                true,
                List.of("H01M 10/05"),
                "a" + rows.size() % 7,
                new double[] {impact, impact > 2 ? 1 : 0, 0, cycleTime, Double.NaN, Double.NaN, 1},
                country,
                1.0);
    }

    /** Adds a family. */
    Families add(
            Integer year,
            boolean international,
            List<String> ipc,
            String applicant,
            double[] cited,
            Object... countries) {
        List<Row> shares = new ArrayList<>();
        for (int i = 0; i < countries.length; i += 2) {
            shares.add(RowFactory.create(countries[i], countries[i + 1]));
        }
        rows.add(RowFactory.create(
                String.format(Locale.ROOT, "F%05d", rows.size()),
                year,
                international,
                sequence(international ? List.of("CN", "US") : List.of("CN")),
                "CN-1-A",
                applicant,
                sequence(shares),
                sequence(ipc)));
        citations.add(cited);
        return this;
    }

    /** As rows hold lists. */
    private static Seq<?> sequence(List<?> list) {
        return CollectionConverters.asScala(list).toSeq();
    }

    /** No row in measure.family_citations. */
    static double[] none() {
        return new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    }

    int size() {
        return rows.size();
    }

    /** The rows themselves; their lists are Scala's. */
    List<Row> rows() {
        return rows;
    }

    FamilyColumns columns() {
        return FamilyColumns.of(rows);
    }

    Facts facts(Frame frame) {
        double[][] columns = new double[7][rows.size()];
        for (int f = 0; f < rows.size(); f++) {
            for (int c = 0; c < columns.length; c++) {
                columns[c][f] = citations.get(f)[c];
            }
        }
        return new Facts(columns(), columns, frame);
    }
}
