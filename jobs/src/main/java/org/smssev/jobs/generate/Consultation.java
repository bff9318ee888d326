package org.smssev.jobs.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.smssev.common.io.Csv;

/** Invented comments of a consultation: three on every fifth technology, one of them with a parameter, one answered. */
final class Consultation {
    private static final int EVERY = 5;

    private Consultation() {}

    /** Writes comments.csv. */
    static void write(Path out, World world, Lists lists) throws IOException {
        List<String> rows =
                new ArrayList<>(List.of("comment_no,technology_id,commenter,sector,position,text,parameter,answer\n"));
        for (Technology t : world.technologies) {
            if (t.index() % EVERY == 0) {
                String id = lists.scoreId(t);
                rows.add(Csv.row(
                        t.index() + "-1",
                        id,
                        "SYNTHETIC Chamber of Trade",
                        "industry",
                        "oppose",
                        "SYNTHETIC: exports of " + t.nameEn() + " would suffer",
                        "",
                        "SYNTHETIC: noted"));
                rows.add(Csv.row(
                        t.index() + "-2",
                        id,
                        "SYNTHETIC Bureau of Standards",
                        "government",
                        "support",
                        "SYNTHETIC: control the best grades only",
                        "grade " + (1 + t.index() % 9) + " or better",
                        ""));
                rows.add(Csv.row(
                        t.index() + "-3",
                        id,
                        "SYNTHETIC Institute of Materials",
                        "academia",
                        "neutral",
                        "SYNTHETIC: the literature is open",
                        "",
                        ""));
            }
        }
        Csv.write(out.resolve("comments.csv"), rows);
    }
}
