package org.smssev.jobs.supplement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.config.ConfigReader;
import org.smssev.common.io.Sheets;
import org.smssev.common.tables.GapTables.GapPart;
import org.smssev.common.tables.GapTables.GapSummary;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.SupplementTables.Completeness;
import org.smssev.common.tables.SupplementTables.Disagreement;
import org.smssev.common.tables.SupplementTables.NominatedFamily;
import org.smssev.common.tables.SupplementTables.NominatedGap;
import org.smssev.common.tables.SupplementTables.NominationFate;
import org.smssev.common.tables.SurveyTables.TechnologyItem;
import org.smssev.jobs.measure.FamilyCitations;
import org.smssev.jobs.measure.FamilyColumns;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The stage as a run has it: files in, tables and the review queue out, decisions back in. */
class SupplementStageTest {
    @TempDir
    Path folder;

    private static final int FAMILIES = 4;

    /** Four families, of which the second and the third are in the scope that is nominated. */
    private static List<Row> families() {
        List<Row> rows = new ArrayList<>();
        for (int f = 0; f < FAMILIES; f++) {
            rows.add(RowFactory.create(
                    "F" + f,
                    2015,
                    true,
                    sequence("CN"),
                    "CN-1-A" + f,
                    null,
                    sequence(RowFactory.create(f == 2 ? "US" : "CN", 1.0)),
                    sequence(f == 1 || f == 2 ? "H01M 4/04" : "B05D 1/10")));
        }
        return rows;
    }

    /** As rows hold lists. */
    private static Seq<?> sequence(Object one) {
        return CollectionConverters.asScala(List.of(one)).toSeq();
    }

    private static double[][] uncited(int families) {
        double[][] columns = new double[FamilyCitations.names().length - 1][families];
        for (double[] column : columns) {
            Arrays.fill(column, Double.NaN);
        }
        return columns;
    }

    /** Technologies whose gaps set the scale: 1.4826 for quantity. */
    private static List<GapSummary> measured() {
        List<GapSummary> rows = new ArrayList<>();
        for (double value : new double[] {-1, 0, 1}) {
            rows.add(new GapSummary(
                    "TECHNOLOGY",
                    "t" + value,
                    "CN",
                    "BEST_OTHER",
                    "ALL",
                    null,
                    null,
                    null,
                    List.of(new GapPart("log_gap", value, value / 1.4826, 1)),
                    null,
                    null,
                    20,
                    "UNDEFINED"));
        }
        return rows;
    }

    private DriverContext run(String... decisions) throws IOException {
        Path yaml = folder.resolve("p.yaml");
        Files.writeString(
                yaml, """
                project: {name: Test, focal-country: CN}
                warehouse: %s
                release: {id: 2026-01}
                ingest: {sources: [{name: main, path: p.csv, columns: {publication-number: n}}]}
                supplement:
                  nominations: [%s]
                  decisions: [%s]
                  eligible-organisations: 1
                """.formatted(folder.resolve("w"), folder.resolve("n.csv"), String.join(", ", decisions)));
        DriverContext context = new DriverContext(ConfigReader.read(yaml, Map.of()))
                .given(Candidate.class, List.of(Candidates.technology("t1", "Silicon carbon anodes", "H01M 4", true)))
                .given(CandidateMember.class, List.of(new CandidateMember("t1", "TECHNOLOGY", "t1", 1.0)))
                .given(TechnologyItem.class, List.of(new TechnologyItem("t1", "L", "7")))
                .given(GapSummary.class, measured())
                .derived(FamilyColumns.class, FamilyColumns.of(families()))
                .derived(FamilyCitations.class, new FamilyCitations(uncited(FAMILIES)));
        new SupplementStage().run(context);
        return context;
    }

    @Test
    void whatIsDecidedInACopyOfTheQueueIsCarriedOutInTheNextRun() throws IOException {
        Files.writeString(folder.resolve("n.csv"), """
                nomination_no,expert_id,organisation,technology_en,ipc,essential
                N1,E1,Acme,Dry battery coating,H01M 4/04;B05D 1/12,yes
                N2,E2,Beta,Space robots,,
                """);
        DriverContext first = run();
        // Acme and Beta nominate, though one organisation could.
        assertThat(first.warnings)
                .containsExactly("completeness_unreliable", "organisations_nominating", "review_undecided");
        assertThat(first.quality).containsEntry("review_undecided ", 1.0).containsEntry("nominations ", 2.0);
        assertThat(first.rows(Supplemented.class))
                .extracting(Supplemented::candidateId, Supplemented::matchState)
                .containsExactly(
                        tuple("nominated-dry-battery-coating", "REVIEW"),
                        tuple("nominated-space-robots", "NEW"),
                        tuple("t1", "NONE"));
        // Of the four families two are in H01M 4/04, and none is in B05D 1/12: one is Chinese, one American.
        Supplemented scoped = first.rows(Supplemented.class).get(0);
        assertThat(scoped.families()).isEqualTo(2);
        assertThat(scoped.screenScore()).isNull();
        assertThat(first.rows(NominatedFamily.class))
                .extracting(NominatedFamily::candidateId, NominatedFamily::familyId)
                .containsExactly(tuple(scoped.candidateId(), "F1"), tuple(scoped.candidateId(), "F2"));
        assertThat(first.rows(NominatedGap.class))
                .filteredOn(gap -> gap.reference().equals("BEST_OTHER")
                        && gap.familyFilter().equals("ALL"))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.candidateId()).isEqualTo(scoped.candidateId());
                    assertThat(gap.nObs()).isEqualTo(2);
                    assertThat(gap.parts())
                            .filteredOn(part -> part.measure().equals("log_gap"))
                            .singleElement()
                            .satisfies(part -> assertThat(part.value()).isZero());
                });
        // Nominated without a scope it has no patents.
        assertThat(first.rows(Supplemented.class).get(1).families()).isNull();
        assertThat(first.rows(Supplemented.class).get(1).state()).isNull();
        // Screened 1, nominated 2, none both: 2 x 3 / 1 - 1
        Completeness completeness = first.rows(Completeness.class).get(0);
        assertThat(completeness.estimate()).isEqualTo(5);
        assertThat(completeness.coverage()).isEqualTo(.6);
        assertThat(first.rows(Disagreement.class)).hasSize(1);

        Path queue = folder.resolve("w").resolve(ReviewQueue.FILE);
        List<Sheets.Line> lines = Sheets.read(queue).get(0).lines();
        assertThat(lines).hasSize(2);
        Path copy = folder.resolve("decided.xlsx");
        try (OutputStream out = Files.newOutputStream(copy);
                Workbook workbook = new Workbook(out, "a person", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("review");
            for (int r = 0; r < lines.size(); r++) {
                for (int c = 0; c < lines.get(r).cells().size(); c++) {
                    sheet.value(r, c, lines.get(r).cells().get(c));
                }
            }
            sheet.value(1, lines.get(0).cells().indexOf("decision"), "MERGE");
            sheet.value(1, lines.get(0).cells().indexOf("decided_by"), "Li");
        }
        DriverContext second = run(copy.toString());
        assertThat(second.warnings).doesNotContain("review_undecided");
        assertThat(second.rows(Supplemented.class))
                .extracting(Supplemented::candidateId, Supplemented::matchState)
                .containsExactly(tuple("nominated-space-robots", "NEW"), tuple("t1", "REVIEW_MERGED"));
        assertThat(second.rows(NominationFate.class))
                .extracting(NominationFate::nominationNo, NominationFate::candidateId, NominationFate::decidedBy)
                .containsExactly(tuple("N1", "t1", "Li"), tuple("N2", "nominated-space-robots", null));
        // What was decided stays in the queue, with its decision, so that the file may be used again.
        assertThat(DecisionReader.read(List.of(queue))).containsOnlyKeys("N1");
    }

    @Test
    void theQueueIsNoMoreOpenThanTheWarehouse() throws IOException {
        Files.writeString(
                folder.resolve("n.csv"), "nomination_no,expert_id,organisation,technology_en\nN1,E1,Acme,Ink\n");
        Files.createDirectory(folder.resolve("w"));
        Files.setPosixFilePermissions(folder.resolve("w"), PosixFilePermissions.fromString("rwxr-x---"));

        run();

        Path queue = folder.resolve("w").resolve(ReviewQueue.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(queue)))
                .isEqualTo("rw-r-----");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(queue.getParent())))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void whatIsDecidedInTheQueueItselfIsKept() throws IOException {
        Files.writeString(folder.resolve("n.csv"), """
                nomination_no,expert_id,organisation,technology_en,ipc
                N1,E1,Acme,Dry battery coating,H01M 4/04;B05D 1/12
                """);
        run();
        assertThat(run().warnings).doesNotContain("review_kept");
        Path queue = folder.resolve("w").resolve(ReviewQueue.FILE);
        try (OutputStream out = Files.newOutputStream(queue);
                Workbook workbook = new Workbook(out, "a person", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("review");
            String[][] cells = {{"nominations", "candidate_id", "decision"}, {"N1", "t1", "MERGE"}};
            for (int r = 0; r < cells.length; r++) {
                for (int c = 0; c < cells[r].length; c++) {
                    sheet.value(r, c, cells[r][c]);
                }
            }
        }
        assertThat(run().warnings).contains("review_kept", "review_undecided");
        Path kept = folder.resolve("w").resolve("supplement/review-kept-1.xlsx");
        assertThat(run(kept.toString()).rows(Supplemented.class))
                .extracting(Supplemented::matchState)
                .containsExactly("REVIEW_MERGED");
    }

    @Test
    void withoutNominationsTheScreenStandsAndTheQueueIsEmpty() throws IOException {
        Files.writeString(folder.resolve("n.csv"), "nomination_no,expert_id,organisation,technology_en\n");
        DriverContext context = run();
        assertThat(context.rows(Supplemented.class))
                .extracting(Supplemented::matchState)
                .containsExactly("NONE");
        assertThat(context.rows(Disagreement.class)).isEmpty();
        assertThat(context.rows(Completeness.class).get(0).status()).isEqualTo("UNDEFINED");
        assertThat(context.warnings).isEmpty();
        assertThat(DecisionReader.read(List.of(folder.resolve("w").resolve(ReviewQueue.FILE))))
                .isEmpty();
    }
}
