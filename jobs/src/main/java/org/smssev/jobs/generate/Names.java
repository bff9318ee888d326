package org.smssev.jobs.generate;

import java.util.Locale;
import java.util.SplittableRandom;

/** Invented applicants, with a heavy tail and spelling variants, and inventors; every applicant says SYNTHETIC. */
final class Names {
    private static final int APPLICANTS = 12_000;
    private static final int FEWEST = 60;
    private static final double TAIL = 0.07;
    private static final double SPECIALISED = 0.6;
    private static final String[][] FORMS = {
        {"%s Co., Ltd.", "%s University", "%s Technology Co., Ltd.", "Institute of %s", "%s Group Co., Ltd."},
        {"%s Inc.", "%s Corporation", "%s LLC", "University of %s", "%s Laboratories, Inc."},
        {"%s Co., Ltd.", "%s Corporation", "%s University", "%s K.K."},
        {"%s Co., Ltd.", "%s Electronics Co., Ltd.", "%s University", "Korea Institute of %s"},
        {"%s GmbH", "%s AG", "%s GmbH & Co. KG", "Universität %s"},
        {"%s SA", "%s S.A.S.", "Université de %s"},
        {"%s Limited", "%s plc", "University of %s"},
        {"%s Ltd", "%s B.V.", "%s AB", "%s Corporation", "University of %s"},
    };

    private final String[][] applicants = new String[Offices.COUNTRIES.length][];
    private final int[][] shift;
    private final String[] families = new String[800];
    private final String[] given = new String[500];

    Names(long seed, int technologies) {
        SplittableRandom random = Streams.of(seed, Streams.Purpose.NAMES, 0, 0);
        double total = 0;
        for (double share : Offices.SHARES) {
            total += share;
        }
        for (int c = 0; c < applicants.length; c++) {
            applicants[c] = new String[Math.max(FEWEST, (int) (APPLICANTS * Offices.SHARES[c] / total))];
            String[] forms = FORMS[Math.min(c, FORMS.length - 1)];
            for (int i = 0; i < applicants[c].length; i++) {
                String name = capitalised(Vocabulary.stem(2 + random.nextInt(3), random));
                applicants[c][i] = "SYNTHETIC " + Tables.pick(forms, random).replace("%s", name);
            }
        }
        shift = new int[technologies][Offices.COUNTRIES.length];
        for (int[] shifts : shift) {
            for (int c = 0; c < shifts.length; c++) {
                shifts[c] = random.nextInt(applicants[c].length);
            }
        }
        for (int i = 0; i < families.length; i++) {
            families[i] = capitalised(Vocabulary.stem(2 + random.nextInt(2), random));
        }
        for (int i = 0; i < given.length; i++) {
            given[i] = capitalised(Vocabulary.stem(2, random));
        }
    }

    /** An applicant of a country: the rank is bounded Pareto, mostly counted from a place of the technology's own. */
    int draw(int country, int technology, SplittableRandom random) {
        int n = applicants[country].length;
        double high = StrictMath.pow(n, TAIL);
        int rank = Math.min(n - 1, (int) StrictMath.pow(1 + random.nextDouble() * (high - 1), 1 / TAIL) - 1);
        return random.nextDouble() < SPECIALISED ? (rank + shift[technology][country]) % n : rank;
    }

    /** The name of an applicant as one record spells it: one in twelve differs in case, marks or legal form. */
    String applicant(int country, int index, SplittableRandom random) {
        return variant(applicants[country][index], random.nextDouble());
    }

    static String variant(String name, double unit) {
        if (unit < .04) {
            return name.toUpperCase(Locale.ROOT);
        }
        if (unit < .07) {
            return name.replace("Co., Ltd.", "CO LTD")
                    .replace("Corporation", "Corp.")
                    .replace("University", "Univ.")
                    .replace("GmbH", "G.m.b.H.");
        }
        return unit < .085 ? name.replace(",", "").replace(".", "") : name;
    }

    /** An inventor. */
    String inventor(SplittableRandom random) {
        return Tables.pick(families, random) + " " + Tables.pick(given, random);
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
