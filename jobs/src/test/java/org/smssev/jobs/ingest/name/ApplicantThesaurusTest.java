package org.smssev.jobs.ingest.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;

class ApplicantThesaurusTest {
    @TempDir
    private Path folder;

    private static ApplicantNames names(String... namesAndCanonicals) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndCanonicals.length; i += 2) {
            entries.put(namesAndCanonicals[i], namesAndCanonicals[i + 1]);
        }
        return new ApplicantNames(ApplicantThesaurus.of(entries));
    }

    @Test
    void aNameToUseIsKnownItself() {
        ApplicantNames given = names("IBM", "International Business Machines", "Airbus*", "Airbus");
        assertThat(given.harmonise("IBM Corp")).isEqualTo("International Business Machines");
        assertThat(given.harmonise("International Business Machines Corp"))
                .isEqualTo("International Business Machines");
        assertThat(given.harmonise("INTERNATIONAL BUSINESS MACHINES")).isEqualTo("International Business Machines");
    }

    @Test
    void ofNamesToUseThatAreSpelledAlikeTheFirstOfTheListCounts() {
        for (int i = 0; i < 40; i++) {
            ApplicantNames given = names("x", "Lab-" + i + " Acme", "y", "Lab " + i + "-Acme");
            assertThat(given.harmonise("LAB " + i + ", ACME")).isEqualTo("Lab-" + i + " Acme");
        }
    }

    @Test
    void whatTheListSaysOfANameToUseGoesFirst() {
        ApplicantNames given = names("DeepMind", "Google", "Google*", "Alphabet");
        assertThat(given.harmonise("Google LLC")).isEqualTo("Alphabet");
        assertThat(given.harmonise("DeepMind Ltd")).isEqualTo("Google");
    }

    @Test
    void namesToUseThatDifferByTheirFormOnlyAreToldByIt() {
        ApplicantNames given = names("Merck Sharp", "Merck & Co", "Merck Darmstadt", "Merck KGaA");
        assertThat(given.harmonise("MERCK & CO.")).isEqualTo("Merck & Co");
        assertThat(given.harmonise("MERCK & CO INC")).isEqualTo("Merck & Co");
        assertThat(given.harmonise("Merck & Co., Inc.")).isEqualTo("Merck & Co");
        assertThat(given.harmonise("MERCK KGAA")).isEqualTo("Merck KGaA");
        assertThat(given.harmonise("Merck GmbH")).isEqualTo("MERCK");
    }

    @Test
    @Timeout(20)
    void aNameWhoseCapitalsAreLongerIsLookedUpInOnePass() {
        assertThat(names("IBM", "IBM").harmonise("ß".repeat(1_000_000))).startsWith("SS");
    }

    @Test
    void aNameWithoutFormsIsNotThatOfOthersWithThem() {
        ApplicantNames given = names("Merck", "A", "Merck & Co", "B");
        assertThat(given.harmonise("Merck & Co., Inc.")).isEqualTo("B");
        assertThat(given.harmonise("Merck GmbH")).isEqualTo("MERCK");
    }

    @Test
    void patternsAreFoldedAsNamesAre() {
        ApplicantNames given = names(
                "華為*", "Huawei", "Müller*", "Mueller", "L'Oréal *", "Loreal", "*豊田*", "Toyota", "*.com", "Dotcom");
        assertThat(given.harmonise("华为技术有限公司")).isEqualTo("Huawei");
        assertThat(given.harmonise("華為技術有限公司")).isEqualTo("Huawei");
        assertThat(given.harmonise("MULLER MARTINI AG")).isEqualTo("Mueller");
        assertThat(given.harmonise("LOREAL PARIS SA")).isEqualTo("Loreal");
        assertThat(given.harmonise("株式会社豐田自動織機")).isEqualTo("Toyota");
        assertThat(given.harmonise("Amazon.com")).isEqualTo("Dotcom");
        assertThat(given.harmonise("France Telecom")).isEqualTo("FRANCE TELECOM");
    }

    @Test
    void aPatternOfAMarkIsNoPatternOfTheWordForIt() {
        assertThat(names("*&*", "Two").harmonise("SANDOZ AG")).isEqualTo("SANDOZ");
        assertThat(names("*&*", "Two").harmonise("Marks & Spencer")).isEqualTo("Two");
        assertThat(names("-*", "Dash").harmonise("SANDOZ AG")).isEqualTo("SANDOZ");
    }

    @Test
    void chainsAreFollowed() {
        ApplicantNames given = names("chainA", "chainB", "chainB", "chainC", "chain-C", "Chain D", "x*", "chainA");
        assertThat(given.harmonise("chainA")).isEqualTo("chainC");
        assertThat(given.harmonise("CHAINB LTD")).isEqualTo("chainC");
        assertThat(given.harmonise("chainC")).isEqualTo("chainC");
        assertThat(given.harmonise("Xyz")).isEqualTo("chainC");
        assertThat(names("Foo", "FOO", "Bar", "foo").harmonise("Bar")).isEqualTo("FOO");
    }

    @Test
    void namesThatALongWayRoundAreTheSameAreNotAmbiguous() {
        ApplicantNames given = names("Foo Ltd", "A", "Foo Inc", "B", "A", "B");
        assertThat(given.harmonise("Foo GmbH")).isEqualTo("B");
    }

    @Test
    void circlesAreRefused() throws IOException {
        Path circle = Files.writeString(folder.resolve("a.csv"), "label,replace by\nFoo,Bar\nBar,Baz\nBaz,Foo\n");
        assertThatThrownBy(() -> ApplicantThesaurus.load(circle))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("a.csv")
                .hasMessageContaining("'Bar' to 'Baz' to 'Foo' to 'Bar'");
    }
}
