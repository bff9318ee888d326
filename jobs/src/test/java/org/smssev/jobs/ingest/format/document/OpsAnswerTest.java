package org.smssev.jobs.ingest.format.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpsAnswerTest {
    private static String answer(String prefix, String inside) {
        return "<?xml version=\"1.0\"?><?xml-stylesheet type=\"text/xsl\" href=\"x.xsl\"?>\n<" + prefix
                + ":world-patent-data xmlns:" + prefix + "=\"http://ops.epo.org\">\n" + inside + "</" + prefix
                + ":world-patent-data>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"biblio-search total-result-count=\"2\"", "patent-family legal=\"false\"", "equivalents-inquiry"
            })
    void anAnswerOfNumbersSaysThatBiblioIsMissing(String element) {
        assertThat(OpsAnswer.refusal(answer("ops", "<ops:" + element + ">")).orElseThrow())
                .contains("OPS", "biblio is missing", "published-data/search/biblio");
    }

    @Test
    void answersOfOtherServicesAreToldAsThat() {
        assertThat(OpsAnswer.refusal(answer("ns2", "<ns2:register-search><ns3:register-documents>"))
                        .orElseThrow())
                .contains("OPS without exchange documents", "published-data/publication");
    }

    @Test
    void otherFilesAreNone() {
        assertThat(OpsAnswer.refusal("<?xml version=\"1.0\"?><data><world-patent-data/></data>"))
                .isEmpty();
        assertThat(OpsAnswer.refusal("number,title\n1,<world-patent-data>\n")).isEmpty();
        assertThat(OpsAnswer.refusal("")).isEmpty();
    }
}
