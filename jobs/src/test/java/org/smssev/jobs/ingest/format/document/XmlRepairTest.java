package org.smssev.jobs.ingest.format.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlRepairTest {
    @ParameterizedTest
    @CsvSource({
        "a & b, a &amp; b",
        "a &amp; &lt; b, a &amp; &lt; b",
        "&eacute;, é",
        "&LT; &AMP;, &#60; &#38;",
        "&nothing;, &amp;nothing;",
        "&;, &amp;;",
        "&a b;, &amp;a b;",
        "&#233; &#xe9;, &#233; &#233;",
        "x&#0;y, x y",
        "x&#xd800;y, x y",
        "&#x1F600;, &#128512;"
    })
    void entitiesAreCharactersOrTheirOwnText(String text, String repaired) {
        assertThat(XmlRepair.repair(text)).isEqualTo(repaired);
    }

    @Test
    void charactersThatXmlForbidsAreBlanks() {
        assertThat(XmlRepair.repair("a\u0000b\u000bc\ufffed\ud800e\t\r\n\ud83d\ude00"))
                .isEqualTo("a b c d e\t\r\n\ud83d\ude00");
    }

    @Test
    void anAmpersandInAPassageIsOnlyThat() {
        for (String passage :
                new String[] {"<![CDATA[a & &eacute;]]>", "<!-- & -->", "<?p & ?>", "<!-- & never closed"}) {
            assertThat(XmlRepair.repair(passage)).isEqualTo(passage);
        }
        assertThat(XmlRepair.repair("<![CDATA[&]]>&")).isEqualTo("<![CDATA[&]]>&amp;");
    }
}
