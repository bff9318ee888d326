package org.smssev.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.smssev");
    private static final List<String> STAGES = List.of(
            "ingest",
            "survey",
            "measure.cluster",
            "measure.network",
            "measure.gap",
            "screen",
            "supplement",
            "evaluate",
            "grade",
            "report",
            "truth",
            "generate");

    @Test
    void formulasParsersAndConfigurationAreFreeOfSpark() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.smssev.common.stats..",
                        "org.smssev.common.ipc..",
                        "org.smssev.common.text..",
                        "org.smssev.common.io..",
                        "org.smssev.common.config..",
                        "org.smssev.common.tables..",
                        "org.smssev.jobs.generate..",
                        "org.smssev.jobs.ingest.format..",
                        "org.smssev.jobs.ingest.merge..",
                        "org.smssev.jobs.ingest.name..",
                        "org.smssev.jobs.ingest.number..",
                        "org.smssev.jobs.ingest.record..",
                        "org.smssev.jobs.supplement..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark..")
                .check(OURS);
    }

    @Test
    void numbersAndNamesAreReadWithoutKnowingFormatsAndRecords() {
        noClasses()
                .that()
                .resideInAnyPackage("org.smssev.jobs.ingest.number", "org.smssev.jobs.ingest.name")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.smssev.jobs.ingest", "org.smssev.jobs.ingest.format..")
                .check(OURS);
    }

    @Test
    void recordsAreReadWithoutKnowingFilesAndFilesWithoutKnowingWhatBecomesOfThem() {
        noClasses()
                .that()
                .resideInAnyPackage("org.smssev.jobs.ingest.record", "org.smssev.jobs.ingest.format..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.smssev.jobs.ingest", "org.smssev.jobs.ingest.source")
                .check(OURS);
        noClasses()
                .that()
                .resideInAnyPackage("org.smssev.jobs.ingest.source", "org.smssev.jobs.ingest.database")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.smssev.jobs.ingest")
                .check(OURS);
    }

    @Test
    void familiesAreMadeAndRecordsMergedWithoutKnowingReleases() {
        noClasses()
                .that()
                .resideInAnyPackage("org.smssev.jobs.ingest.merge", "org.smssev.jobs.ingest.family")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.smssev.jobs.ingest")
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage("org.smssev.jobs.ingest.merge")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.smssev.jobs.ingest.family", "org.smssev.jobs.ingest.source")
                .check(OURS);
        noClasses()
                .that()
                .resideInAnyPackage("org.smssev.jobs.ingest.rows", "org.smssev.jobs.ingest.digest")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.smssev.jobs.ingest",
                        "org.smssev.jobs.ingest.merge",
                        "org.smssev.jobs.ingest.family",
                        "org.smssev.jobs.ingest.source")
                .check(OURS);
    }

    @Test
    void stagesKnowOneAnotherOnlyByTheirTables() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(com.tngtech.archunit.core.domain.JavaClass c) {
                        return STAGES.stream()
                                .filter(s -> c.getPackageName().equals("org.smssev.jobs." + s))
                                .findFirst()
                                .map(SliceIdentifier::of)
                                .orElse(SliceIdentifier.ignore());
                    }

                    @Override
                    public String getDescription() {
                        return "stages";
                    }
                })
                .should()
                .notDependOnEachOther()
                .check(OURS);
    }

    @Test
    void stagesDoNotKnowTheRunnerOrTheCommandLine() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        STAGES.stream().map(s -> "org.smssev.jobs." + s + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.smssev.jobs.run..", "org.smssev.jobs.cli..")
                .check(OURS);
    }

    @Test
    void commonKnowsNothingOfJobs() {
        noClasses()
                .that()
                .resideInAPackage("org.smssev.common..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.smssev.jobs..")
                .check(OURS);
    }
}
