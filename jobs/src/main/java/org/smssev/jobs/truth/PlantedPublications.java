package org.smssev.jobs.truth;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.ClusterTables;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.ScreenTables;
import org.smssev.common.text.KeyIndex;
import org.smssev.jobs.ingest.format.DelimitedReader;
import org.smssev.jobs.ingest.format.Marks;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.FamilyValues;

/**
 * Publications whose technology was planted, in the order of their numbers, with what was found of their families; those
 * that are in no cluster are left out.
 */
final class PlantedPublications {
    private static final int LONGEST_CELL = 10_000;

    /** The families of the run. */
    final FamilyColumns families;

    /** Family of each publication, by its number among the families. */
    final int[] family;

    /** Planted technology of each. */
    final int[] planted;

    /** Cluster of each. */
    final int[] cluster;

    /** The candidate that its family belongs to most (then the greatest id), null where to none. */
    final String[] candidate;

    private PlantedPublications(FamilyColumns families, int[] kept, int[] family, int[] planted, double[] clusters) {
        this.families = families;
        this.family = pick(family, kept);
        this.planted = pick(planted, kept);
        this.cluster = Arrays.stream(this.family).map(f -> (int) clusters[f]).toArray();
        this.candidate = new String[kept.length];
    }

    /** A membership of a family. */
    private record Membership(String family, String candidate, double score) implements Serializable {
        private static final long serialVersionUID = 1L;

        Membership stronger(Membership other) {
            int c = Double.compare(score, other.score);
            return c > 0 || c == 0 && candidate.compareTo(other.candidate) > 0 ? this : other;
        }
    }

    /** A publication and its family. */
    private record Publication(String number, String family) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Reads them. */
    static PlantedPublications of(StageContext context, Path truth) {
        FamilyColumns families = FamilyColumns.of(context);
        Map<String, Integer> technologies = planted(truth);
        KeyIndex numbers = KeyIndex.of(technologies.keySet().toArray(String[]::new));
        int[] planted = new int[numbers.size()];
        technologies.forEach((number, technology) -> planted[numbers.find(number)] = technology);
        int[] family = new int[numbers.size()];
        Arrays.fill(family, -1);
        for (Publication p : publications(context.dataset(IngestTables.Patent.class))) {
            int at = numbers.find(p.number());
            if (at >= 0) {
                family[at] = families.ids.find(p.family());
            }
        }
        double[] clusters = FamilyValues.read(
                context.dataset(ClusterTables.ClusterMember.class).select("family_id", "cluster_id"),
                families.ids,
                Map.of())[0];
        int[] kept = IntStream.range(0, family.length)
                .filter(i -> family[i] >= 0 && !Double.isNaN(clusters[family[i]]))
                .toArray();
        PlantedPublications all = new PlantedPublications(families, kept, family, planted, clusters);
        Membership[] best = best(context.dataset(ScreenTables.CandidateFamily.class), families.ids);
        for (int i = 0; i < kept.length; i++) {
            Membership own = best[all.family[i]];
            all.candidate[i] = own == null ? null : own.candidate();
        }
        return all;
    }

    /** How many there are. */
    int size() {
        return family.length;
    }

    private static int[] pick(int[] values, int[] at) {
        return Arrays.stream(at).map(i -> values[i]).toArray();
    }

    /** Technology by number without dashes, as the generators write it. */
    private static Map<String, Integer> planted(Path file) {
        Map<String, Integer> planted = new HashMap<>();
        try (var in = Files.newBufferedReader(file)) {
            DelimitedReader lines = new DelimitedReader(in, ',', Marks.of('"'), LONGEST_CELL);
            List<String> header = lines.next().cells();
            int number = header.indexOf("publication_number");
            int technology = header.indexOf("technology_id");
            while (lines.hasNext()) {
                List<String> cells = lines.next().cells();
                if (!cells.get(number).isEmpty()) {
                    planted.put(cells.get(number), Truth.number(cells.get(technology)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return planted;
    }

    private static List<Publication> publications(Dataset<Row> patents) {
        return patents.select(
                        functions.translate(functions.col("publication_number"), "-", ""), functions.col("family_id"))
                .toJavaRDD()
                .map(r -> new Publication(r.getString(0), r.getString(1)))
                .collect();
    }

    private static Membership[] best(Dataset<Row> members, KeyIndex families) {
        Membership[] best = new Membership[families.size()];
        members.select("family_id", "candidate_id", "score")
                .toJavaRDD()
                .mapPartitions(PlantedPublications::strongest)
                .collect()
                .forEach(m -> {
                    int at = families.find(m.family());
                    best[at] = best[at] == null ? m : m.stronger(best[at]);
                });
        return best;
    }

    private static Iterator<Membership> strongest(Iterator<Row> rows) {
        Map<String, Membership> best = new HashMap<>();
        rows.forEachRemaining(r -> best.merge(
                r.getString(0), new Membership(r.getString(0), r.getString(1), r.getDouble(2)), Membership::stronger));
        return new ArrayList<>(best.values()).iterator();
    }
}
