package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.MetaTables.Quality;
import org.smssev.common.tables.ScopeTables.Coverage;
import org.smssev.common.tables.ScopeTables.Overlap;
import org.smssev.common.tables.ScopeTables.Scope;
import org.smssev.common.tables.ScopeTables.ScopeQuality;
import org.smssev.common.tables.SurveyTables.Control;
import org.smssev.common.tables.SurveyTables.ListChange;
import org.smssev.common.tables.SurveyTables.ListItem;
import org.smssev.common.tables.SurveyTables.Match;
import org.smssev.common.tables.SurveyTables.Technology;

/** Lists, picked technologies, rules, likeness of texts, labels and an edition before, through the command line. */
class SurveyRunTest {
    @TempDir
    private static Path folder;

    private static List<Family> families;
    private static Map<String, Set<String>> matched;

    private static String titles() throws IOException {
        return "symbol\ttitle\nH01M 4/00\tElectrodes of batteries\nC22C 38/00\tFerrous alloys, steel alloys\n"
                + "C01B 32/00\tCarbon; graphene\nB64G 1/00\tSpace vehicles, satellites, robots in space\n";
    }

    private static Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    @BeforeAll
    static void runOnce() throws IOException {
        Console generated =
                Console.run("generate", "--out", folder.resolve("gen").toString(), "--records", "600", "--quiet");
        assertThat(generated.exit()).as(generated.err()).isZero();
        write("titles.tsv", titles());
        write(
                "old.csv",
                "item_no,parent,text_en\n1,,Batteries\n1.a,1,Electrodes exceeding 300 Wh/kg\n1.b,1,Separators\n2,,Steel\n");
        write(
                "new.csv",
                "item_no,parent,text_en,suspended_until\n1,,Batteries,\n1.a,1,Electrodes exceeding 400 Wh/kg,\n2,,Steel"
                        + " sheet,2099-01-01\n3,,Lasers,\n");
        write(
                "technologies.csv",
                "technology_id,name_en,name_zh,items,ipc,keywords\nbattery,Batteries,,ctl:1,,\nsteel,Steel,,ctl:2,C22C 38,\n"
                        // Titles are English: the Chinese name says nothing against a code.
                        + "orbit,Robots in satellites,卫星机器人,,,\n");
        write(
                "rules.csv",
                "technology_id,list_id,item_no,ipc,keywords,exclude_keywords,exclude_ipc,confidence\n"
                        + ",ctl,1,H01M,,,,0.9\nbattery,,,H01M 8,,,,0\n");
        write("labels.csv", "technology_id,family_id,publication_number,ipc,relevant\n");
        assertThat(run().exit()).isZero();
        families = rows(Family.class);
        matched = rows(Match.class).stream()
                .collect(Collectors.groupingBy(
                        Match::technologyId, Collectors.mapping(Match::familyId, Collectors.toSet())));
    }

    private static Console run(String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("run", "--to", "survey", "--master", "local[2]", "--config"));
        args.add(folder.resolve("survey.yaml").toString());
        args.addAll(List.of(more));
        write("survey.yaml", """
                project: {name: Test, focal-country: CN, synthetic: true}
                release: {id: 2026-01}
                warehouse: w
                ingest:
                  ipc-titles: {en: titles.tsv}
                  sources:
                    - name: patents
                      path: gen/patents.csv
                      columns: {publication-number: publication_number, family-id: family_id, title: title,
                        abstract: abstract, ipc: ipc, priority-date: priority_date, applicants: applicants,
                        applicant-countries: applicant_countries}
                survey:
                  technologies: technologies.csv
                  rules: rules.csv
                  labels: labels.csv
                  text-scope: {method: BM25, max-rank: 1}
                  lists:
                    - {id: ctl, path: new.csv, previous: old.csv, take-over: false, controlled: true}
                    - {id: watch, path: gen/lists/foreign-watch.csv}
                """);
        Console console = Console.run(args.toArray(String[]::new));
        assertThat(console.exit()).as("%s%s", console.out(), console.err()).isZero();
        return console;
    }

    private static <T extends Record> List<T> rows(Class<T> table) {
        Warehouse tables = new Warehouse(folder.resolve("w").toString(), new Configuration());
        return tables.read(table, tables.head(TableDef.of(table)).orElseThrow());
    }

    private static boolean has(Family family, String prefix) {
        return family.ipc().stream().anyMatch(symbol -> IpcSymbol.inScope(symbol, prefix));
    }

    private static Technology technology(String id) {
        return rows(Technology.class).stream()
                .filter(t -> t.technologyId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRuleTakesTheFamiliesOfItsCodesWithoutThoseOfNoConfidence() {
        Set<String> expected = families.stream()
                .filter(f ->
                        f.ipc().stream().anyMatch(s -> IpcSymbol.inScope(s, "H01M") && !IpcSymbol.inScope(s, "H01M 8")))
                .map(Family::familyId)
                .collect(Collectors.toSet());

        assertThat(expected).isNotEmpty();
        assertThat(matched.get("battery")).isEqualTo(expected);
        assertThat(rows(Match.class))
                .filteredOn(m -> m.technologyId().equals("battery"))
                .allMatch(m -> m.method().equals("RULE") && m.score() == .9);
        assertThat(technology("battery").scopeMethod()).isEqualTo("RULE");
    }

    @Test
    void aTechnologyWithoutCodesGetsThoseWhoseTitlesAreMostAlike() {
        Technology orbit = technology("orbit");

        assertThat(orbit.scopeMethod()).isEqualTo("BM25");
        assertThat(orbit.ipcScope()).containsExactly("B64G 1");
        assertThat(orbit.scopeStatus()).isEqualTo("UNVALIDATED");
        assertThat(rows(Scope.class))
                .filteredOn(s -> s.technologyId().equals("orbit"))
                .extracting(s -> s.ipc() + " " + s.method() + " " + s.rank() + " " + s.status())
                .containsExactly("B64G 1 BM25 1 UNVALIDATED");
        assertThat(rows(Match.class))
                .filteredOn(m -> m.technologyId().equals("orbit"))
                .extracting(Match::method)
                .isSubsetOf("TEXT", "TEXT_BOTH", "KEYWORD")
                .contains("TEXT");
    }

    @Test
    void controlsAreThoseInForceAtTheEndOfTheRelease() {
        assertThat(rows(Control.class))
                .filteredOn(c -> Set.of("battery", "steel", "orbit").contains(c.technologyId()))
                .extracting(c -> c.technologyId() + " " + c.asOf() + " " + c.status() + " " + c.items())
                .containsExactly(
                        "battery 2026-01-31 IN_FORCE [1]",
                        "orbit 2026-01-31 NOT_LISTED []",
                        "steel 2026-01-31 SUSPENDED [2]");
        assertThat(technology("battery").alreadyControlled()).isTrue();
        assertThat(technology("steel").alreadyControlled()).isFalse();
    }

    @Test
    void changesNameTheTechnologiesAndCountTheFamiliesTheyTouch() {
        long batteries = matched.get("battery").size();
        long steels = matched.get("steel").size();

        assertThat(rows(ListChange.class))
                .extracting(c -> c.itemNo() + " " + c.change() + " " + c.technologies() + " " + c.families())
                .containsExactly(
                        "1.a PARAMETERS [battery] " + batteries,
                        "1.b LEFT [battery] " + batteries,
                        "2 REWORDED [steel] " + steels,
                        "3 ENTERED [] 0");
        assertThat(rows(ListItem.class))
                .filteredOn(i -> i.itemNo().equals("1.a"))
                .flatExtracting(ListItem::parameters)
                .extracting(p -> p.comparison() + " " + p.value() + " " + p.unit())
                .containsExactly("GREATER 400.0 Wh/kg");
    }

    @Test
    void coverageAndOverlapAgreeWithACountOverTheFamilies() {
        List<String> control = List.of("H01M", "C22C 38");
        Set<String> watch = rows(Technology.class).stream()
                .filter(t -> t.technologyId().startsWith("watch-"))
                .flatMap(t -> t.ipcScope().stream())
                .collect(Collectors.toCollection(HashSet::new));
        long covered = families.stream()
                .filter(f -> control.stream().anyMatch(p -> has(f, p)))
                .count();
        long both = families.stream()
                .filter(f -> control.stream().anyMatch(p -> has(f, p))
                        && watch.stream().anyMatch(p -> has(f, p)))
                .count();

        Coverage ctl = rows(Coverage.class).get(0);
        assertThat(ctl.listId()).isEqualTo("ctl");
        assertThat(ctl.families()).isEqualTo(covered).isPositive();
        assertThat(ctl.share()).isEqualTo((double) covered / families.size());
        assertThat(ctl.technologies()).isEqualTo(2);
        Overlap overlap = rows(Overlap.class).get(0);
        assertThat(overlap.sharedFamilies()).isEqualTo(both);
        assertThat(overlap.jaccard()).isBetween(0.0, 1.0);
    }

    @Test
    void labelsGivePrecisionAndRecallAndValidate() throws IOException {
        List<String> in = matched.get("battery").stream().sorted().limit(4).toList();
        List<String> out = families.stream()
                .map(Family::familyId)
                .filter(f -> !matched.get("battery").contains(f))
                .limit(2)
                .toList();
        String publication = families.stream()
                .filter(f -> f.familyId().equals(in.get(0)))
                .findFirst()
                .orElseThrow()
                .representative();
        Path labels = write(
                "labels2.csv",
                "technology_id,family_id,publication_number,ipc,relevant\nbattery,,"
                        + publication + ",,yes\nbattery," + in.get(1) + ",,,yes\nbattery," + in.get(2)
                        + ",,,yes\nbattery," + in.get(3) + ",,,no\nbattery," + out.get(0) + ",,,yes\nbattery,"
                        + out.get(1)
                        + ",,,no\nbattery,none,,,yes\norbit,,,B64G 1/10,yes\norbit,,,H01L 21/00,yes\n");

        run("-D", "survey.labels=" + labels);

        List<ScopeQuality> quality = rows(ScopeQuality.class);
        ScopeQuality all = quality.stream()
                .filter(q -> q.target().equals("FAMILY") && q.subjectKind().equals("ALL"))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(all.truePositives(), all.falsePositives(), all.falseNegatives(), all.trueNegatives()))
                .containsExactly(3L, 1L, 1L, 1L);
        assertThat(all.precision()).isEqualTo(.75);
        assertThat(quality)
                .filteredOn(q -> q.target().equals("IPC") && q.subject().equals("BM25"))
                .extracting(q -> q.precision() + " " + q.recall())
                .containsExactly("1.0 0.5");
        assertThat(technology("battery").scopeStatus()).isEqualTo("VALIDATED");
        assertThat(technology("steel").scopeStatus()).isEqualTo("UNVALIDATED");
        assertThat(rows(Quality.class))
                .filteredOn(q -> q.check().equals("labels_left_out"))
                .extracting(Quality::value)
                .containsExactly(1.0);
    }
}
