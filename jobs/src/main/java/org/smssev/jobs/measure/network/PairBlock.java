package org.smssev.jobs.measure.network;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smssev.jobs.measure.PairMap;

/** Counts of codes and of pairs of codes over some families; the same whatever the order of the families and blocks. */
final class PairBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Families with at least one code. */
    long families;

    /** Families left out of pairs, as they have too many codes. */
    long leftOut;

    final List<String> codes = new ArrayList<>();
    long[] pairs = new long[0];
    long[] full = new long[16];
    final Fractions newman = new Fractions();
    final Fractions refined = new Fractions();

    /** Pairs of code and year, {@code (code << 32) | year}, and their families. */
    long[] codeYears = new long[0];

    long[] codeYearFamilies = new long[16];

    private final transient Map<String, Integer> numbers = new HashMap<>();
    /** Our number of each code of a level's numbering, -1 where it has none yet. */
    private transient int[] numberOf = new int[0];

    private transient int[] own = new int[16];
    private final transient PairMap pairMap = new PairMap();
    private final transient PairMap yearMap = new PairMap();

    /**
     * Adds a family. Its pairs count 1 in full, {@code 1/(n-1)} by Newman (2001), {@code 2/(n(n-1))} refined (Leydesdorff
     * and Park 2017), with n its codes.
     *
     * @param familyCodes its codes, each once
     * @param year its year, 0 where unknown
     * @param maxCodes a family with more codes adds to the codes' families, but not to pairs
     */
    void add(List<String> familyCodes, int year, int maxCodes) {
        add(familyCodes.stream().mapToInt(this::numberOf).toArray(), familyCodes.size(), year, maxCodes);
    }

    /** Adds the family that a level's numbering read last, likewise; all families of a block are of one numbering. */
    void add(CodeNumbers family, int year, int maxCodes) {
        if (numberOf.length < family.size()) {
            int before = numberOf.length;
            numberOf = Arrays.copyOf(numberOf, 2 * family.size());
            Arrays.fill(numberOf, before, numberOf.length, -1);
        }
        if (own.length < family.count) {
            own = new int[2 * family.count];
        }
        for (int i = 0; i < family.count; i++) {
            int code = family.numbers[i];
            if (numberOf[code] < 0) {
                numberOf[code] = numberOf(family.code(code));
            }
            own[i] = numberOf[code];
        }
        add(own, family.count, year, maxCodes);
    }

    private void add(int[] of, int n, int year, int maxCodes) {
        if (n == 0) {
            return;
        }
        families++;
        for (int i = 0; i < n; i++) {
            countYear(of[i], year, 1);
        }
        if (n > maxCodes) {
            leftOut++;
        } else if (n > 1) {
            long newmanWhole = 1 / (n - 1L);
            long newmanPart = Fractions.part(1, n - 1L);
            long refinedWhole = 2 / (n * (n - 1L));
            long refinedPart = Fractions.part(2, n * (n - 1L));
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    int pair = countPair(of[i], of[j], 1);
                    newman.add(pair, newmanWhole, newmanPart);
                    refined.add(pair, refinedWhole, refinedPart);
                }
            }
        }
    }

    /** Ends the counting: the block may then be sent and be added to another. */
    PairBlock done() {
        pairs = pairMap.pairs();
        codeYears = yearMap.pairs();
        full = Arrays.copyOf(full, pairs.length);
        newman.trim(pairs.length);
        refined.trim(pairs.length);
        codeYearFamilies = Arrays.copyOf(codeYearFamilies, codeYears.length);
        return this;
    }

    /** Adds a block that is done. */
    void add(PairBlock block) {
        families += block.families;
        leftOut += block.leftOut;
        int[] of = new int[block.codes.size()];
        Arrays.setAll(of, i -> numberOf(block.codes.get(i)));
        for (int p = 0; p < block.pairs.length; p++) {
            int a = of[(int) (block.pairs[p] >>> 32)];
            int b = of[(int) block.pairs[p]];
            int pair = countPair(a, b, block.full[p]);
            newman.add(pair, block.newman, p);
            refined.add(pair, block.refined, p);
        }
        for (int y = 0; y < block.codeYears.length; y++) {
            countYear(of[(int) (block.codeYears[y] >>> 32)], (int) block.codeYears[y], block.codeYearFamilies[y]);
        }
    }

    private int numberOf(String code) {
        Integer number = numbers.putIfAbsent(code, codes.size());
        if (number == null) {
            codes.add(code);
            return codes.size() - 1;
        }
        return number;
    }

    private int countPair(int a, int b, long count) {
        int p = pairMap.number(Math.min(a, b), Math.max(a, b));
        if (p == full.length) {
            full = Arrays.copyOf(full, 2 * p);
        }
        full[p] += count;
        return p;
    }

    private void countYear(int code, int year, long count) {
        int y = yearMap.number(code, year);
        if (y == codeYearFamilies.length) {
            codeYearFamilies = Arrays.copyOf(codeYearFamilies, 2 * y);
        }
        codeYearFamilies[y] += count;
    }
}
