package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleSearchTest {
    private static final String HEADER =
            "id;title;assignee;inventor/author;priority date;filing/creation date;publication date;grant date;result link\n";

    private static List<Map<Field, String>> records(String rows) throws IOException {
        return Tables.records((HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US | Lantern Co., Ltd., A & B, L.L.C. | Lantern Co., Ltd.¦A & B, L.L.C.",
                "US | Lamp, Incorporated, Some Bank, N.V. | Lamp, Incorporated¦Some Bank, N.V.",
                "US | Regents Of The Some University, The, Lamp, Llc | Regents Of The Some University, The¦Lamp, Llc",
                "US | George D. Poe, Jr., John Doe, Armand A. Lee, JR. | George D. Poe, Jr.¦John Doe¦Armand A. Lee, JR.",
                "MX | Grupo Faro, S.A. De C.V., Juan Luz | Grupo Faro, S.A. De C.V.¦Juan Luz",
                "US | Some Bank, N.A., Lamp, Inc. | Some Bank, N.A.¦Lamp, Inc.",
                "US | N.A., Lamp | Lamp",
                "US | LucasE3, L.C., Lamp | LucasE3, L.C.¦Lamp",
                "KR | 재뉴어리, 인크., 램프, 엘엘씨 | 재뉴어리, 인크.¦램프, 엘엘씨",
                "RU | Лампа Компани, Инк., Фонарь Ко., Лтд. | Лампа Компани, Инк.¦Фонарь Ко., Лтд.",
                "US | The Regents Of A University, a body corporate, Lamp | The Regents Of A University, a body corporate¦Lamp",
                "CN | 某灯有限公司, 某大学 | 某灯有限公司¦某大学",
                "US | Lamp Co.,Ltd. | Lamp Co.,Ltd.",
                "US | The Some System on behalf of Some Univ., | The Some System on behalf of Some Univ.",
                "US | Alpha Corp, , Beta Inc | Alpha Corp¦Beta Inc",
                "US | Alpha, ., ..., -, Beta | Alpha¦Beta",
                "CN | 𠮷𠮷, 某大学 | 𠮷𠮷¦某大学",
                "US | Kim Lee, Kim Lee | Kim Lee¦Kim Lee"
            })
    void legalFormsAndWhatStandsBehindPersonsAreNoNames(String office, String cell, String names) {
        assertThat(CommaNames.of(cell, office)).containsExactly(names.split("¦"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Poe, Michael, 5450 Neuwied, De | Poe, Michael",
                "Faro-Lampen Gmbh, 4500 Osnabrueck, De, Doe, Hans, 8060 Dachau, De | Faro-Lampen Gmbh¦Doe, Hans",
                "Lee, Hans, 8060 Dachau | Lee¦Hans¦8060 Dachau"
            })
    void germanPlacesBehindApplicantsAreLeftOut(String cell, String names) {
        assertThat(CommaNames.of(cell, "DE")).containsExactly(names.split("¦"));
    }

    @Test
    @Timeout(20)
    void longCellsTakeNoLongerThanTheyAre() {
        int names = 50_000;
        assertThat(CommaNames.of("Doe, 1234 ab, ".repeat(names) + "Poe", "DE")).hasSize(2 * names + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "某灯株式会社, Some Lamp Co Ltd, 乙株式会社, Other Kk | Some Lamp Co Ltd¦Other Kk",
                "史郎 山田, 史郎  山田, 正 山本, 正 山本 | 史郎 山田¦正 山本",
                "チャング パク，, チャング パク， | チャング パク",
                "宮下 徳彦, 徳彦 宮下, 井手 仁彦 | 宮下 徳彦¦井手 仁彦",
                "Taro Yamada | Taro Yamada"
            })
    void namesOfJapanesePublicationsThatComeTwiceCountOnce(String cell, String names) {
        assertThat(CommaNames.of(cell, "JP")).containsExactly(names.split("¦"));
    }

    @Test
    void publicationsAreOfTheirOwnDateWhetherGrantedOrNot() throws IOException {
        assertThat(records("US-1-B1;t;;;2004-06-17;;2011-08-16;2011-08-16;\nUS-2-A1;t;;;;;2015-12-31;;\n"))
                .extracting(r -> r.get(Field.PUBLICATION_DATE))
                .containsExactly("2011-08-16", "2015-12-31");
    }

    @Test
    void datesThatAProgramRewroteAreReadWhereTheFileTellsHow() throws IOException {
        String open = "US-1-A1;t;;;;;02/01/2015;;\n";
        assertThat(records(open + "US-2-A1;t;;;;;31/12/2015;;\n").get(0))
                .containsEntry(Field.PUBLICATION_DATE, "2015-01-02");
        assertThat(records(open + "US-2-A1;t;;;;;12/31/2015;;\n").get(0))
                .containsEntry(Field.PUBLICATION_DATE, "2015-02-01");
        assertThat(records("US-1-A1;t;;;;;02.01.2015;;\n").get(0)).containsEntry(Field.PUBLICATION_DATE, "2015-01-02");
        assertThat(records("US-1-A1;t;;;;;02-01-2015;;\nUS-2-A1;t;;;;;31-12-2015;;\n")
                        .get(0))
                .containsEntry(Field.PUBLICATION_DATE, "2015-01-02");
        assertThat(records(open).get(0)).containsEntry(Field.PUBLICATION_DATE, "02/01/2015");
        assertThat(records("US-1-A1;t;;;7/31/76;;4/1/16;;\n").get(0))
                .containsEntry(Field.PUBLICATION_DATE, "2016-04-01")
                .containsEntry(Field.PRIORITY_DATE, "1976-07-31");
    }
}
