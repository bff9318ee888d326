package org.smssev.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.config.Config;
import org.smssev.common.stage.InputFile;
import org.smssev.common.tables.ScreenTables.Supplemented;

/** A panel of 200 experts on 500 technologies, a workbook each, is read and evaluated. */
class LargePanelTest {
    private static final int EXPERTS = 200;
    private static final int TECHNOLOGIES = 500;
    private static final String[] HEADER = {
        "round",
        "expert_id",
        "technology_id",
        "technology",
        "necessity",
        "feasibility",
        "impact",
        "familiarity",
        "conflict"
    };

    @TempDir
    Path dir;

    @Test
    void twoHundredExpertsOnFiveHundredTechnologies() throws IOException {
        List<InputFile> files = new ArrayList<>();
        Map<String, Roster.Person> roster = new TreeMap<>();
        for (int e = 0; e < EXPERTS; e++) {
            String id = String.format(Locale.ROOT, "E%03d", e);
            roster.put(
                    id,
                    new Roster.Person(
                            id,
                            null,
                            List.of("INDUSTRY", "GOVERNMENT", "ACADEMIA").get(e % 3),
                            null));
            Path file = workbook(id, e);
            files.add(new InputFile("scores", file, id, id, 1));
        }
        ScoreReader reader = new ScoreReader(
                new CandidateIndex(candidates(), Map.of()),
                new Questionnaire(settings()),
                roster.keySet(),
                new Deadlines(Map.of(), true));
        ScoreFiles.read(files, new Questionnaire(settings()), () -> null, reader::add);
        Evaluation evaluation = Evaluation.of(reader.taken(), roster, Map.of(), candidates(), settings());
        assertThat(reader.rejected()).isEmpty();
        assertThat(evaluation.ratings()).hasSize(3 * TECHNOLOGIES);
        assertThat(evaluation.questions()).allMatch(row -> row.n() > EXPERTS / 2);
    }

    private Path workbook(String id, int expert) throws IOException {
        Random random = new Random(expert);
        double bias = .5 * random.nextGaussian();
        Path file = dir.resolve(id + ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("scores");
            for (int c = 0; c < HEADER.length; c++) {
                sheet.value(0, c, HEADER[c]);
            }
            for (int t = 0; t < TECHNOLOGIES; t++) {
                sheet.value(t + 1, 0, 1);
                sheet.value(t + 1, 1, id);
                sheet.value(t + 1, 2, "T" + t);
                sheet.value(t + 1, 3, "Technology " + t);
                for (int d = 0; d < 3; d++) {
                    double score = 4 + t % 5 + bias + random.nextGaussian();
                    if (random.nextDouble() > .04) {
                        sheet.value(t + 1, 4 + d, Math.round(2 * Math.max(0, Math.min(10, score))) / 2.0);
                    }
                }
                sheet.value(t + 1, 7, 1 + random.nextInt(5));
                sheet.value(t + 1, 8, "no");
            }
        }
        return file;
    }

    private static List<Supplemented> candidates() {
        List<Supplemented> candidates = new ArrayList<>();
        for (int t = 0; t < TECHNOLOGIES; t++) {
            candidates.add(new Supplemented(
                    "T" + t,
                    "Technology " + t,
                    null,
                    null,
                    List.of("PATENT"),
                    List.of(),
                    List.of(),
                    List.of(),
                    0,
                    null,
                    "NONE",
                    null,
                    null,
                    null));
        }
        return candidates;
    }

    private static Config.Evaluate settings() {
        Map<String, Double> dimensions = new LinkedHashMap<>();
        dimensions.put("necessity", .4);
        dimensions.put("feasibility", .3);
        dimensions.put("impact", .3);
        return new Config.Evaluate(List.of(), null, dimensions, 0, 10, Config.Evaluate.Rule.ADJUSTED, 5);
    }
}
