package org.smssev.jobs.measure;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.stage.Need;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.text.KeyIndex;

/**
 * The families as columns of plain numbers, in the order of their ids, so that what is summed over them in this order
 * has the same bits for any partitioning. One pass of Spark; a family takes some hundred bytes.
 */
public final class FamilyColumns {
    /** Id, columns and figures of a family, while they are read and after. */
    private static final long FAMILY_BYTES = 600;

    /** Stands for a year that is not known. */
    public static final int NO_YEAR = Integer.MIN_VALUE;

    /** Stands for an applicant that is not known. */
    public static final int NOBODY = -1;

    /** Ids, numbered in their order; all columns follow it. */
    public final KeyIndex ids;

    /** Priority years, {@link #NO_YEAR} where unknown. */
    public final int[] year;

    /** Whether each passes the international filter. */
    public final boolean[] international;

    /** Publishing offices of each. */
    public final int[] offices;

    /** Office of the representative of each, by its number among {@link #officeNames}. */
    public final int[] office;

    /** Names of the offices of representatives, sorted. */
    public final String[] officeNames;

    /** First applicant of each, by its number among {@link #applicantNames}; {@link #NOBODY} where unknown. */
    public final int[] applicant;

    /** Harmonised names of applicants, sorted. */
    public final String[] applicantNames;

    /** Countries of each, by their numbers among {@link #countryNames}. */
    public final Lists countries;

    /** The part of the family that falls to the country at each place of {@link #countries}. */
    public final double[] countryParts;

    /** Country codes, UNKNOWN included, sorted. */
    public final String[] countryNames;

    private final Codes symbols;

    /**
     * IPC codes of families at a level.
     *
     * @param of those of each family, each once, ascending, by their numbers among the names
     * @param names the codes, sorted
     */
    public record Codes(Lists of, String[] names) {
        /** The same at a level: codes are cut, and those that stop above it are none. */
        private Codes at(IpcSymbol.Level level) {
            String[] cut = new String[names.length];
            Arrays.setAll(cut, i -> IpcSymbol.truncate(names[i], level));
            String[] kept = Arrays.stream(cut)
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted()
                    .toArray(String[]::new);
            int[] place = new int[cut.length];
            Arrays.setAll(place, i -> cut[i] == null ? -1 : Arrays.binarySearch(kept, cut[i]));
            int[] start = new int[of.size() + 1];
            int[] values = new int[of.total()];
            int size = 0;
            for (int family = 0; family < of.size(); family++) {
                for (int at = of.from(family); at < of.to(family); at++) {
                    // Symbols are sorted, and so what is cut from them is: equal ones follow one another.
                    int code = place[of.value(at)];
                    if (code >= 0 && (size == start[family] || values[size - 1] != code)) {
                        values[size++] = code;
                    }
                }
                start[family + 1] = size;
            }
            return new Codes(Lists.of(start, Arrays.copyOf(values, size)), kept);
        }
    }

    private FamilyColumns(List<FamilyBlock> blocks) {
        ids = KeyIndex.of(blocks.stream().flatMap(block -> block.ids.stream()).toArray(String[]::new));
        int n = ids.size();
        year = new int[n];
        international = new boolean[n];
        offices = new int[n];
        office = new int[n];
        applicant = new int[n];
        officeNames = Names.sorted(blocks.stream().map(b -> b.officeNames).toList());
        applicantNames = Names.sorted(blocks.stream().map(b -> b.applicantNames).toList());
        countryNames = Names.sorted(blocks.stream().map(b -> b.countryNames).toList());
        String[] codeNames = Names.sorted(blocks.stream().map(b -> b.codeNames).toList());
        int[] countryStart = new int[n + 1];
        int[] codeStart = new int[n + 1];
        int[][] places = new int[blocks.size()][];
        for (int b = 0; b < places.length; b++) {
            places[b] = columns(blocks.get(b), countryStart, codeStart);
        }
        sumUp(countryStart);
        sumUp(codeStart);
        int[] countryOf = new int[countryStart[n]];
        countryParts = new double[countryStart[n]];
        int[] codeOf = new int[codeStart[n]];
        for (int b = 0; b < places.length; b++) {
            lists(blocks.get(b), places[b], countryStart, countryOf, codeStart, codeOf, codeNames);
        }
        countries = Lists.of(countryStart, countryOf);
        symbols = new Codes(Lists.of(codeStart, codeOf), codeNames);
    }

    /** Memory that the columns of so many families are expected to take. */
    public static Need need(long families) {
        return new Need(
                String.format(Locale.ROOT, "The columns of %,d families", families), families * FAMILY_BYTES, "");
    }

    /**
     * The families of a run.
     *
     * @throws org.smssev.common.UserException if they do not fit into the driver's memory
     */
    public static FamilyColumns of(StageContext context) {
        return context.derived(IngestTables.Family.class, FamilyColumns.class, families -> {
            long n = families.count();
            DriverMemory.require(need(n));
            return read(families);
        });
    }

    /** Reads families, with the columns of ingest.families. */
    public static FamilyColumns read(Dataset<Row> families) {
        return new FamilyColumns(families.select(
                        "family_id",
                        "priority_year",
                        "is_international",
                        "offices",
                        "representative",
                        "applicant",
                        "countries",
                        "ipc")
                .toJavaRDD()
                .mapPartitions(FamilyColumns::block)
                .collect());
    }

    /** Families at hand, with the columns that {@link #read} selects, in this order. */
    public static FamilyColumns of(List<Row> families) {
        FamilyBlock block = new FamilyBlock();
        families.forEach(block::add);
        return new FamilyColumns(List.of(block));
    }

    private static Iterator<FamilyBlock> block(Iterator<Row> rows) {
        FamilyBlock block = new FamilyBlock();
        rows.forEachRemaining(block::add);
        return List.of(block).iterator();
    }

    /** IPC codes of the families at a level. */
    public Codes codes(IpcSymbol.Level level) {
        return symbols.at(level);
    }

    /** The families that hold a code in a scope of canonical prefixes, ascending. */
    public int[] inScope(List<String> prefixes) {
        boolean[] isIn = new boolean[symbols.names().length];
        for (int code = 0; code < isIn.length; code++) {
            String symbol = symbols.names()[code];
            isIn[code] = prefixes.stream().anyMatch(prefix -> IpcSymbol.inScope(symbol, prefix));
        }
        return IntStream.range(0, size())
                .filter(family -> IntStream.range(
                                symbols.of().from(family), symbols.of().to(family))
                        .anyMatch(at -> isIn[symbols.of().value(at)]))
                .toArray();
    }

    /** Puts the single values of a block in their places, and gives these. */
    private int[] columns(FamilyBlock block, int[] countryStart, int[] codeStart) {
        int[] officeAt = block.officeNames.among(officeNames);
        int[] applicantAt = block.applicantNames.among(applicantNames);
        int[] places = new int[block.ids.size()];
        for (int i = 0; i < places.length; i++) {
            int at = ids.find(block.ids.get(i));
            places[i] = at;
            year[at] = block.year.get(i);
            international[at] = block.international.get(i) == 1;
            offices[at] = block.offices.get(i);
            office[at] = officeAt[block.office.get(i)];
            applicant[at] = block.applicant.get(i) == NOBODY ? NOBODY : applicantAt[block.applicant.get(i)];
            countryStart[at + 1] = block.nCountries.get(i);
            codeStart[at + 1] = block.nCodes.get(i);
        }
        return places;
    }

    private void lists(
            FamilyBlock block,
            int[] places,
            int[] countryStart,
            int[] countryOf,
            int[] codeStart,
            int[] codeOf,
            String[] codeNames) {
        int[] countryAt = block.countryNames.among(countryNames);
        int[] codeAt = block.codeNames.among(codeNames);
        int country = 0;
        int code = 0;
        for (int i = 0; i < places.length; i++) {
            for (int at = countryStart[places[i]]; at < countryStart[places[i] + 1]; at++) {
                countryOf[at] = countryAt[block.country.get(country)];
                countryParts[at] = block.parts[country++];
            }
            for (int at = codeStart[places[i]]; at < codeStart[places[i] + 1]; at++) {
                codeOf[at] = codeAt[block.code.get(code++)];
            }
        }
    }

    private static void sumUp(int[] start) {
        for (int i = 1; i < start.length; i++) {
            start[i] += start[i - 1];
        }
    }

    /** How many families there are. */
    public int size() {
        return year.length;
    }
}
