package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryNamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Falkland Islands (the) [Malvinas] | FK
            South Georgia and the South Sandwich Islands | GS
            China, Hong Kong SAR | HK
            Hong Kong SAR, China | HK
            Macao SAR, China | MO
            Korea, Rep. | KR
            Korea, North | KP
            Korea (South) | KR
            Korea (North) | KP
            Congo, Dem. Rep. | CD
            Congo (Kinshasa) | CD
            Congo, Rep. | CG
            Egypt, Arab Rep. | EG
            P.R.China | CN
            P. R. China | CN
            Germany, Democratic Republic of | DD
            Guinea Bissau | GW
            Timor Leste | TL
            Republic of China (Taiwan) | TW
            """)
    void namesOfListsAreKnown(String name, String code) {
        assertThat(CountryNames.code(name)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "Benelux, BX",
        "Nordic Patent Institute, XN",
        "European Union, EU",
        "International Bureau of the World Intellectual Property Organization, WO"
    })
    void officesOfSeveralAreKnown(String name, String code) {
        assertThat(CountryNames.code(name)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "澳大利亞, AU",
        "中華人民共和國, CN",
        "香港特別行政區, HK",
        "尼日利亞, NG",
        "肯尼亞, KE",
        "沙特阿拉伯, SA",
        "意大利, IT",
        "新西蘭, NZ",
        "韓國, KR",
        "台湾省, TW",
        "英属维京群岛, VG",
        "台湾地区, TW",
        "中国台湾地区, TW",
        "中華民國, TW"
    })
    void chineseNamesMayBeThoseOfHongKongOrTheMainlandInTraditionalScript(String name, String code) {
        assertThat(CountryNames.code(name)).isEqualTo(code);
    }
}
