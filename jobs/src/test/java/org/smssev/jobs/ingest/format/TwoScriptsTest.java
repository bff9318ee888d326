package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "Zhejiang University; 浙江大学; 蔡秀军 | Zhejiang University; 蔡秀军",
                "絵阳市中心医院; 李波 | 絵阳市中心医院; 李波",
                "ACME INC; BETA LTD | ACME INC; BETA LTD",
                "ABC株式会社; X LTD; Y LTD | ABC株式会社; X LTD; Y LTD"
            })
    void namesInTwoScriptsAreTakenOnce(String names, String once) {
        assertThat(TwoScripts.once(List.of(names.split("; ")))).containsExactly(once.split("; "));
    }

    @ParameterizedTest
    @CsvSource({"'NIKKISO COMPANY LIMITED; 日機装株式会社', NIKKISO COMPANY LIMITED", "'三星; LG', LG"})
    void listsOfPatentscopeHaveThemOnce(String cell, String name) {
        List<String> header = List.of("Application Id", "Title", "IPC", "Applicants", "Inventors");
        TableLayout.Bound bound = new Patentscope().bind(header).orElseThrow();

        assertThat(bound.fields(List.of("WO2016136990", "t", "A61M 1/36", cell, cell)))
                .containsEntry(Field.APPLICANTS, name)
                .containsEntry(Field.INVENTORS, name);
    }
}
