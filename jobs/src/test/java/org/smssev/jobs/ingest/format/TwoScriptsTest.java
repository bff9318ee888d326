package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as PATENTSCOPE gives them of records of China, Japan, Korea and the PCT. */
class TwoScriptsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LIAO HONG; 廖宏; LI BO; 李波 | LIAO HONG; LI BO",
                "GOTO, Hitoshi; 後藤　仁 | GOTO, Hitoshi",
                "MIN, HO KYUN; LEE, SEONG MIN; 민호균; 이성민 | MIN, HO KYUN; LEE, SEONG MIN",
                "전민용; JEON, MIN YONG | JEON, MIN YONG",
                "PENG YONGSEN; 彭永森; LIU SEN; 柳森; MA ZHENG | PENG YONGSEN; LIU SEN; MA ZHENG",
                "王伟; 李波 | 王伟; 李波",
                "SMITH JOHN; DOE JANE | SMITH JOHN; DOE JANE",
                "王伟; SMITH JOHN; DOE JANE | 王伟; SMITH JOHN; DOE JANE"
            })
    void inventorsInTwoScriptsAreTakenOnce(String names, String once) {
        assertThat(TwoScripts.inventors(List.of(names.split("; ")))).containsExactly(once.split("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NIKKISO COMPANY LIMITED; 日機装株式会社 | NIKKISO COMPANY LIMITED",
                "ZHEJIANG UNIVERSITY; 浙江大学; HUAWEI TECH CO., LTD.; 华为技术有限公司 | ZHEJIANG UNIVERSITY; HUAWEI TECH CO., LTD.",
                "삼성전자 주식회사; LG전자(주); SAMSUNG ELECTRONICS CO., LTD.; LG ELECTRONICS INC."
                        + " | SAMSUNG ELECTRONICS CO., LTD.; LG ELECTRONICS INC.",
                "LIAO HONG; 廖宏 | LIAO HONG"
            })
    void applicantsInTwoScriptsAreTakenOnce(String names, String once) {
        assertThat(TwoScripts.applicants(List.of(names.split("; ")))).containsExactly(once.split("; "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INTERNATIONAL BUSINESS MACHINES CORPORATION; 浙江大学",
                "SIEMENS AG; 华为技术有限公司; 清华大学; BOSCH GMBH",
                "X LTD; 东丽株式会社; Y LTD",
                "ACME INC; 王伟",
                "Zhejiang University; 浙江大学; 蔡秀军",
                "ACME INC; BETA LTD",
                "清华大学; 北京大学"
            })
    void applicantsThatMayBeOthersStay(String names) {
        assertThat(TwoScripts.applicants(List.of(names.split("; ")))).containsExactly(names.split("; "));
    }

    @ParameterizedTest
    @CsvSource({"'NIKKISO COMPANY LIMITED; 日機装株式会社', NIKKISO COMPANY LIMITED", "'山田 太郎; YAMADA Taro', YAMADA Taro"})
    void listsOfPatentscopeHaveThemOnce(String cell, String name) {
        List<String> header = List.of("Application Id", "Title", "IPC", "Applicants", "Inventors");
        TableLayout.Bound bound = new Patentscope().bind(header).orElseThrow();

        assertThat(bound.fields(List.of("WO2016136990", "t", "A61M 1/36", cell, cell)))
                .containsEntry(Field.APPLICANTS, name)
                .containsEntry(Field.INVENTORS, name);
    }
}
