package org.smssev.jobs.generate;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.smssev.common.io.Csv;

/** Rows of patents.csv, spoiled where planned. */
final class PatentRows {
    /** The header row. */
    static final String HEADER = "publication_number,family_id,title,abstract,ipc,priority_date,filing_date,"
            + "publication_date,applicants,applicant_countries,inventors,inventor_countries,cited_publications\n";

    private static final char NOT_UTF8 = '\uE000';
    private static final byte[] NOT_UTF8_BYTES = {(byte) 0xFF, (byte) 0xFE, (byte) 0xE9};
    private static final String[] BAD_IPC = {
        "H01M 10/", "ZZ99/99", "C22C-38/00", "H01M 4/3 8", "10/0525", "B 82 Y", "N/A", "H0IM10/05"
    };
    private static final String[] BAD_DATES = {"2019-13-45", "31/02/2018", "0017-05-11", "2o17-05-11", "2016-02-30"};

    /** Of the records of the conflicting technology from the focal country, one in so many is the organisation's. */
    private static final int CONFLICT_EVERY = 12;

    private final World world;
    private final Prose prose;
    private final Citations citations;
    private final Changes changes;
    private final int conflictTechnology;

    PatentRows(World world, Citations citations, Changes changes) {
        this.world = world;
        this.citations = citations;
        this.changes = changes;
        prose = new Prose(world);
        conflictTechnology = Experts.conflictTechnology(world.technologies).index();
    }

    /** The row of a draft, twice if it is planned as a duplicate. */
    byte[] of(Draft draft) {
        byte[] row = row(draft).getBytes(StandardCharsets.UTF_8);
        if (draft.bad == BadKind.INVALID_UTF8) {
            return withInvalidBytes(row);
        }
        if (draft.bad == BadKind.DUPLICATE) {
            byte[] twice = Arrays.copyOf(row, 2 * row.length);
            System.arraycopy(row, 0, twice, row.length, row.length);
            return twice;
        }
        return row;
    }

    private String row(Draft d) {
        String[] text = prose.of(d);
        String title = text[0];
        List<String> codes = new ArrayList<>(List.of(d.codes));
        int publication = d.publication;
        for (int release : changes.corrections(d)) {
            switch ((int) (Streams.unit(world.seed, Streams.Purpose.CHANGE, d.serial, -1L - release) * 3)) {
                case 0 -> title += d.chinese ? "及其用途" : " and use thereof";
                case 1 -> publication += 7;
                default -> codes.add(unused(codes, d));
            }
        }
        if (d.bad == BadKind.BAD_IPC) {
            codes.add(BAD_IPC[d.serial % BAD_IPC.length]);
        }
        if (d.bad == BadKind.INVALID_UTF8) {
            title += " " + NOT_UTF8;
        }
        List<String> cells = new ArrayList<>(List.of(
                d.bad == BadKind.MISSING_NUMBER ? "" : d.number,
                d.family(),
                title,
                text[1],
                String.join(";", codes),
                date(d.priority),
                d.bad == BadKind.BAD_DATE ? BAD_DATES[d.serial % BAD_DATES.length] : date(d.filing),
                date(publication)));
        parties(d, cells);
        cells.add(String.join(";", citations.of(d)));
        if (d.bad == BadKind.FIELD_COUNT) {
            if (d.serial % 2 == 0) {
                cells.subList(cells.size() - 2, cells.size()).clear();
            } else {
                cells.add(2, "stray");
            }
        }
        return Csv.row(cells.toArray());
    }

    private void parties(Draft d, List<String> cells) {
        SplittableRandom random = Streams.of(world.seed, Streams.Purpose.PARTIES, d.serial, 0);
        boolean conflict = d.technology == conflictTechnology
                && d.country == Offices.FOCAL
                && d.original.serial % CONFLICT_EVERY == 0;
        String applicants = conflict ? Experts.CONFLICT : world.names.applicant(d.country, d.applicant, random);
        String countries = World.country(d.country);
        if (d.otherCountry >= 0) {
            applicants += ";" + world.names.applicant(d.otherCountry, d.otherApplicant, random);
            countries += ";" + World.country(d.otherCountry);
        }
        // Inventors are the family's, not the record's
        SplittableRandom family = Streams.of(world.seed, Streams.Purpose.PARTIES, d.original.serial, 1);
        int n = 1 + family.nextInt(5);
        List<String> inventors = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            inventors.add(world.names.inventor(family));
        }
        cells.add(applicants);
        cells.add(countries);
        cells.add(String.join(";", inventors));
        cells.add(String.join(";", Collections.nCopies(n, World.country(d.country))));
    }

    /** A symbol of the technology that the record lacks, or of the background, should it have them all. */
    private String unused(List<String> codes, Draft d) {
        return world.technologies.get(d.technology).ipc().stream()
                .filter(symbol -> !codes.contains(symbol))
                .findFirst()
                .orElse(world.noise[d.serial % world.noise.length]);
    }

    private static String date(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    /** Puts bytes that are not UTF-8 in place of the mark, which takes three bytes as well. */
    private static byte[] withInvalidBytes(byte[] row) {
        byte[] mark = String.valueOf(NOT_UTF8).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i + mark.length <= row.length; i++) {
            if (Arrays.equals(row, i, i + mark.length, mark, 0, mark.length)) {
                System.arraycopy(NOT_UTF8_BYTES, 0, row, i, mark.length);
                return row;
            }
        }
        throw new IllegalStateException("The row holds no mark");
    }
}
