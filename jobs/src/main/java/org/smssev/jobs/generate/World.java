package org.smssev.jobs.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What is planted: size, growth, country shares, codes and neighbours of every technology. */
final class World {
    /** First year of filing. */
    static final int FIRST_YEAR = 2000;

    /** Years of filing. */
    static final int YEARS = 26;

    private static final int PART = 7;
    private static final double GAP = 0.18;
    private static final double LEAD = 3;

    final long seed;
    final List<Technology> technologies;
    final Names names;
    final Vocabulary vocabulary;

    /** Technologies drawn by size. */
    final int[] sizes;

    final double[] midpoint;
    final double[] speed;
    final int[][] years;
    final double[][] shares;
    final String[] role;
    final String[][] core;
    final String[][] hubs;
    final String[][] bridges;
    final String[] noise;
    final int[][] neighbours;

    World(long seed) {
        this.seed = seed;
        technologies = Technology.all();
        int n = technologies.size();
        names = new Names(seed, n);
        vocabulary = new Vocabulary(seed, technologies);
        SplittableRandom random = Streams.of(seed, Streams.Purpose.WORLD, 0, 0);
        int patented =
                (int) technologies.stream().filter(Technology::hasPatents).count();
        double[] bySize = Tables.zipfWeights(patented, .55, 3);
        int[] order = Tables.permutation(patented, random);
        double[] weights = new double[patented];
        for (int i = 0; i < patented; i++) {
            weights[i] = bySize[order[i]];
        }
        sizes = Tables.proportional(weights, 1 << 16);
        midpoint = new double[n];
        speed = new double[n];
        years = new int[n][];
        for (int t = 0; t < n; t++) {
            growth(t, random);
        }
        role = new String[n];
        shares = new double[n][];
        int[] planted = Tables.permutation(patented, random);
        for (int i = 0; i < n; i++) {
            role[i] = "";
        }
        for (int i = 0; i < patented / PART; i++) {
            role[planted[i]] = "gap";
            role[planted[patented - 1 - i]] = "lead";
        }
        for (int t = 0; t < n; t++) {
            shares[t] = countryShares(role[t], random);
        }
        core = new String[n][];
        hubs = new String[n][];
        bridges = new String[n][];
        neighbours = new int[n][];
        for (Technology t : technologies) {
            core[t.index()] = table(t.ipc(), .8);
            hubs[t.index()] = table(t.hubs(), .6);
            bridges[t.index()] = table(t.bridges(), .3);
            neighbours[t.index()] = alternatives(t, random);
        }
        List<String> background = new ArrayList<>(Technology.lines("background-ipc.txt"));
        background.replaceAll(String::strip);
        noise = Tables.zipf(background, .6, 20, 1 << 13);
    }

    /** Name of the country of a place. */
    static String country(int place) {
        return Offices.COUNTRIES[place];
    }

    private void growth(int t, SplittableRandom random) {
        midpoint[t] = 2004 + 20 * random.nextDouble();
        speed[t] = .18 + .57 * random.nextDouble();
        double floor = .02 + .2 * random.nextDouble();
        double[] weights = new double[YEARS];
        for (int y = 0; y < YEARS; y++) {
            weights[y] = floor + 1 / (1 + StrictMath.exp(-speed[t] * (FIRST_YEAR + y - midpoint[t])));
        }
        years[t] = Tables.proportional(weights, 4096);
    }

    private static double[] countryShares(String role, SplittableRandom random) {
        double[] share = new double[Offices.SHARES.length];
        double total = 0;
        for (int c = 0; c < share.length; c++) {
            share[c] = Offices.SHARES[c] * StrictMath.exp(.45 * random.nextGaussian());
        }
        if (!role.isEmpty()) {
            share[Offices.FOCAL] = Offices.SHARES[Offices.FOCAL] * (role.equals("gap") ? GAP : LEAD);
        }
        for (double s : share) {
            total += s;
        }
        for (int c = 0; c < share.length; c++) {
            share[c] /= total;
        }
        return share;
    }

    /** Technologies with which an impure record may be mixed: mostly of the same domain. */
    private int[] alternatives(Technology t, SplittableRandom random) {
        int[] near = others(t, true);
        int[] far = others(t, false);
        int[] drawn = new int[8];
        for (int i = 0; i < drawn.length; i++) {
            int[] from = i < 5 ? near : far;
            drawn[i] = from[random.nextInt(from.length)];
        }
        return drawn;
    }

    private int[] others(Technology t, boolean sameDomain) {
        return technologies.stream()
                .filter(u ->
                        u.hasPatents() && u.index() != t.index() && u.domain().equals(t.domain()) == sameDomain)
                .mapToInt(Technology::index)
                .toArray();
    }

    private static String[] table(List<String> symbols, double exponent) {
        return symbols.isEmpty() ? new String[0] : Tables.zipf(symbols, exponent, 1.5, 1024);
    }
}
