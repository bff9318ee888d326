package org.smssev.jobs.ingest.family;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.smssev.common.table.StoredTable;
import org.smssev.jobs.ingest.digest.Reading;
import org.smssev.jobs.ingest.family.FamilyRecords.Told;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.rows.Broadcasts;
import org.smssev.jobs.ingest.source.Input;

/**
 * Tells which publications are of one family where a record names no family: those that are listed as its members, those
 * of one application (grant, publication and correction), and those that share a priority; by {@link LinkedFamilies} where others
 * name one.
 */
public final class FamilyLinks {
    /** In increments of so many records that name families at most, those are looked for that these tear apart. */
    private static final long MOST_NAMED = 100_000;
    /** Place of the mark in the rows of {@link #taken}. */
    private static final int WITHDRAWN = 3;

    private final FamilyRecords records;
    private final LinkedFamilies linked;
    private final Set<String> earlierNames = new HashSet<>();
    /** Families that were derived and share an application with one that a record of this release names. */
    private final Set<String> torn = new HashSet<>();
    /**
     * Publications whose family is given, by another record or an earlier release, where a record that names none is linked with
     * other families: what links those does not move them.
     */
    private final Map<String, String> toldFamilies = new HashMap<>();
    /** Publications that another record marks as withdrawn, so that they link nothing. */
    private final Set<String> marked = new HashSet<>();
    /** Documents that name no family, by the source that tells when it changed them last. */
    private final Map<String, LatestDocuments> unnamed = new HashMap<>();

    private FamilyLinks(boolean extended, boolean mayBeNamed) {
        records = new FamilyRecords(extended);
        linked = new LinkedFamilies(mayBeNamed);
    }

    /**
     * Links publications whose record names no family.
     *
     * @param extended whether the extended families are asked for
     * @param earlier the patents of an earlier release to which this one is added, whose families stay as they are; null if
     *     there are none
     */
    public static FamilyLinks of(List<Input> inputs, boolean extended, StoredTable earlier) {
        boolean mayBeNamed = earlier != null
                || inputs.stream().anyMatch(input -> input.plan().mayNameFamilies(extended));
        FamilyLinks links = new FamilyLinks(extended, mayBeNamed);
        if (inputs.stream().anyMatch(input -> input.plan().mayLink(extended))) {
            inputs.stream()
                    .filter(input -> input.plan().mapping().positions().containsKey(Field.WITHDRAWN))
                    .forEach(input -> links.marked.addAll(links.records.marked(input)));
        }
        inputs.stream().filter(input -> input.plan().mayLink(extended)).forEach(links::connect);
        if (!links.linked.isEmpty()) {
            links.name(inputs);
            if (earlier != null) {
                links.nameByEarlier(inputs, earlier.dataset());
            }
        }
        if (earlier != null) {
            Map<String, String> kept = new HashMap<>();
            inputs.stream()
                    .filter(input -> !input.plan().mayLink(extended))
                    .forEach(input -> links.keep(input, earlier, kept));
            if (!kept.isEmpty()) {
                links.rename(inputs, kept);
            }
            kept.forEach(links.toldFamilies::putIfAbsent);
            List<Input> naming = inputs.stream()
                    .filter(input -> input.plan().mayNameFamilies(extended)
                            && input.plan().mayLink(extended))
                    .toList();
            long records = naming.stream()
                    .flatMap(input -> input.files().stream())
                    .mapToLong(Input.Read::records)
                    .sum();
            if (records > 0 && records <= MOST_NAMED) {
                links.findTorn(naming, earlier.dataset());
            }
        }
        return links;
    }

    /** Canonical publication number to family; one that is a family of its own, or names one, is absent. */
    public Map<String, String> families() {
        Map<String, String> families = linked.families();
        families.entrySet().removeIf(family -> family.getKey().equals(family.getValue()));
        toldFamilies.forEach((number, name) -> {
            if (number.equals(name)) {
                families.remove(number);
            } else {
                families.put(number, name);
            }
        });
        return families;
    }

    /** Families of the earlier release that this one shows to be one with another, and that stay apart nevertheless. */
    public long apart() {
        Set<String> apart = new HashSet<>(torn);
        apart.addAll(linked.apart(earlierNames));
        return apart.size();
    }

    private void findTorn(List<Input> naming, Dataset<Row> earlier) {
        Set<String> keys = new TreeSet<>();
        Set<String> given = new TreeSet<>();
        forEachNamed(naming, Map.of(), (input, record) -> true, (documents, none) -> {}, record -> {
            given.add(record.links().number());
            record.links().applications().forEach(keys::addAll);
            record.links().priorities().forEach(keys::addAll);
        });
        torn.addAll(TornFamilies.of(keys, given, earlier));
    }

    /** What was connected may belong to families that are known from before, by a publication or an application of them. */
    private void nameByEarlier(List<Input> inputs, Dataset<Row> earlier) {
        Dataset<Row> known = earlier.select("family_id", "publication_number", "applications", "withdrawn");
        List<Row> publications =
                taken(known.withColumn("link", functions.col("publication_number")), linked.publications());
        // What is withdrawn links nothing, but keeps its family where it is given again and nothing else links it.
        List<Row> applications = taken(
                        known.filter("NOT withdrawn")
                                .withColumn("link", functions.explode(functions.col("applications"))),
                        linked.applications())
                .stream()
                .filter(r -> !marked.contains(r.getString(1)))
                .toList();
        Set<String> met = new HashSet<>();
        publications.forEach(r -> met.add(r.getString(1)));
        applications.forEach(r -> met.add(r.getString(1)));
        Map<String, String> renamed = new HashMap<>();
        if (!met.isEmpty()) {
            forEachFamily(inputs, met, renamed::putIfAbsent);
        }
        applications.forEach(r -> nameByEarlier(r, renamed, true));
        publications.stream().filter(r -> !r.getBoolean(WITHDRAWN)).forEach(r -> stay(r, renamed));
        Map<Boolean, List<Row>> withdrawn = publications.stream()
                .filter(r -> r.getBoolean(WITHDRAWN))
                .collect(Collectors.partitioningBy(r -> TornFamilies.isDerived(r.getString(0))));
        withdrawn.get(false).forEach(r -> stay(r, renamed));
        comeBack(withdrawn.get(true), renamed);
    }

    /** The derived families of publications that come back may be none any more, so that what links these again counts. */
    private void comeBack(List<Row> withdrawn, Map<String, String> renamed) {
        Set<String> linkedAgain =
                linked.named(withdrawn.stream().map(r -> r.getString(1)).toList());
        List<Row> others = withdrawn.stream()
                .filter(r -> !linkedAgain.contains(r.getString(1)))
                .toList();
        // Those that only each other links are one family, as new ones would be.
        Map<String, String> least = new HashMap<>();
        others.forEach(r -> least.merge(
                linked.group(r.getString(1)), r.getString(0), BinaryOperator.minBy(Comparator.naturalOrder())));
        others.stream()
                .filter(r -> r.getString(0).equals(least.get(linked.group(r.getString(1)))))
                .forEach(r -> stay(r, renamed));
    }

    /** A publication that is known stays in its family. */
    private void stay(Row earlier, Map<String, String> renamed) {
        nameByEarlier(earlier, renamed, false);
        String number = earlier.getString(1);
        if (toldFamilies.putIfAbsent(number, earlier.getString(0)) == null) {
            linked.nameRecords(number, earlier.getString(0));
        }
    }

    private static List<Row> taken(Dataset<Row> links, List<String> wanted) {
        return links.join(
                        Broadcasts.ofFew(links.sparkSession(), wanted),
                        functions.col("link").equalTo(functions.col("x_key")),
                        "left_semi")
                .select("family_id", "publication_number", "link", "withdrawn")
                .distinct()
                .collectAsList();
    }

    /** A publication that moves to another family with this release takes its application there. */
    private void nameByEarlier(Row earlier, Map<String, String> renamed, boolean isApplication) {
        String family = renamed.get(earlier.getString(1));
        if (family == null) {
            family = earlier.getString(0);
            earlierNames.add(family);
        }
        linked.nameKnown(earlier.getString(2), isApplication, family);
    }

    /** Publications that are known from before keep their families where nothing is told that may link them with others. */
    private void keep(Input input, StoredTable earlier, Map<String, String> kept) {
        JavaRDD<String> numbers = records.unnamed(input);
        // A table that names the family of each spares the look at what is there. All cores look for one without.
        boolean namesAll = numbers.mapPartitions(some -> List.of(some.hasNext()).iterator()).collect().stream()
                .noneMatch(hasSome -> hasSome);
        if (namesAll) {
            return;
        }
        Dataset<Row> given =
                earlier.spark().createDataset(numbers.rdd(), Encoders.STRING()).toDF("x_key");
        earlier.dataset()
                .filter("family_id <> publication_number")
                .select("publication_number", "family_id")
                .join(given, functions.col("publication_number").equalTo(functions.col("x_key")), "left_semi")
                .collectAsList()
                .forEach(r -> kept.putIfAbsent(r.getString(0), r.getString(1)));
    }

    /** Publications whose family another source of this release names do not keep the one that they had. */
    private void rename(List<Input> inputs, Map<String, String> kept) {
        forEachFamily(inputs, kept.keySet(), toldFamilies::putIfAbsent);
    }

    private void connect(Input input) {
        records.forEach(input, false, record -> {
            if (record.family() != null || marked.contains(record.links().number())) {
                return;
            }
            if (record.day() == Reading.UNTOLD) {
                linked.add(record.links());
            } else {
                // A later document may stand anywhere, and name a family.
                linked.expect(record.links());
                unnamed.computeIfAbsent(input.source(), source -> new LatestDocuments())
                        .add(record);
            }
        });
    }

    /** Of the families that are named, only those matter that what was connected belongs to. */
    private void name(List<Input> inputs) {
        FirstFamilies first = new FirstFamilies();
        forEachNamed(inputs, unnamed, this::matters, LatestDocuments::addOther, record -> {
            if (record.family() == null) {
                linked.add(record.links());
                return;
            }
            if (linked.contains(record.links().number())) {
                first.take(record);
            }
            linked.name(record.links(), record.family());
        });
        first.forEach(toldFamilies::putIfAbsent);
        toldFamilies.forEach(linked::nameRecords);
    }

    /** Whether a record is linked with what was connected, or may be by what an older document of its publication tells. */
    private boolean matters(Input input, Told record) {
        LinkedFamilies.Links links = record.links();
        boolean lacksApplications =
                links.applications().isEmpty() && links.priorities().isEmpty();
        return linked.meets(links) || lacksApplications && input.plan().hasApplications();
    }

    /** Takes the families that records name of some publications, of each the first. */
    private void forEachFamily(List<Input> inputs, Set<String> numbers, BiConsumer<String, String> taken) {
        FirstFamilies first = new FirstFamilies();
        // Of a publication all documents are asked for or none, so that others say nothing.
        BiPredicate<Input, Told> isAsked =
                (input, record) -> numbers.contains(record.links().number());
        forEachNamed(inputs, Map.of(), isAsked, (documents, none) -> {}, record -> {
            if (numbers.contains(record.links().number())) {
                first.take(record);
            }
        });
        first.forEach(taken);
    }

    /**
     * Takes the records that name a family and link; of several documents of one publication that a source tells apart by their
     * days what counts.
     *
     * @param begun documents that name none, by their source; they are taken with the others
     * @param isAsked tells records that matter; those of a source without days are taken in any case
     * @param other takes those that do not matter and have a day
     */
    private void forEachNamed(
            List<Input> inputs,
            Map<String, LatestDocuments> begun,
            BiPredicate<Input, Told> isAsked,
            BiConsumer<LatestDocuments, Told> other,
            Consumer<Told> taken) {
        Map<String, List<Input>> sources =
                inputs.stream().collect(Collectors.groupingBy(Input::source, LinkedHashMap::new, Collectors.toList()));
        sources.forEach((source, of) -> {
            LatestDocuments documents = begun.getOrDefault(source, new LatestDocuments());
            boolean hasDays = of.stream().anyMatch(input -> input.plan().has(Field.LAST_CHANGE));
            of.forEach(input -> records.forEachNamed(input, record -> {
                if (marked.contains(record.links().number())) {
                    return;
                }
                if (!hasDays) {
                    taken.accept(record);
                } else if (isAsked.test(input, record)) {
                    documents.addNamed(record);
                } else if (record.day() != Reading.UNTOLD) {
                    other.accept(documents, record);
                }
            }));
            documents.counting().forEach(taken);
        });
    }
}
