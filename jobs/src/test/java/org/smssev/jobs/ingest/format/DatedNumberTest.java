package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatedNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US62/123456 20150501 | US62/123456 | 2015-05-01",
                "US62/123456,2015-05-01 | US62/123456 | 2015-05-01",
                "US62/123456 2015.05.01 | US62/123456 | 2015-05-01",
                "CN 201810000123.4 2018/01/02 | CN 201810000123.4 | 2018-01-02",
                "CN 201810000123.4 2018/1/2 | CN 201810000123.4 | 2018-01-02",
                "US62/123456 2015年5月1日 | US62/123456 | 2015-05-01",
                "US62/123456(2015-05-01) | US62/123456 | 2015-05-01",
                "US62/123456 （20150501） | US62/123456 | 2015-05-01",
                "2018.01.02 CN 201810001234.5 | CN 201810001234.5 | 2018-01-02",
                "2018年1月2日CN201810001234.5 | CN201810001234.5 | 2018-01-02",
                "(2018-01-02) US62/123456 | US62/123456 | 2018-01-02",
                "20180102 CN201810001234.5 | CN201810001234.5 | 2018-01-02",
                "US62/123456 2015.02.30 | US62/123456 2015.02.30 | ''",
                "US62/123456 01.05.2015 | US62/123456 | 2015-05-01",
                "US62/123456 [2015.05.01] | US62/123456 | 2015-05-01",
                "US62/123456【20150501】 | US62/123456 | 2015-05-01",
                "US62/123456 2015-05-01 00:00:00 | US62/123456 | 2015-05-01",
                "[2018-01-02] CN201810001234.5 | CN201810001234.5 | 2018-01-02",
                "US62/123456 31.02.2015 | US62/123456 31.02.2015 | ''",
                "20180102 123456 | 20180102 123456 | ''",
                "JP2015-123456 | JP2015-123456 | ''",
                "CN201810001234.5 | CN201810001234.5 | ''",
                "US 2015.05.01 | US 2015.05.01 | ''",
                "2015-05-01 | 2015-05-01 | ''"
            })
    void theDateOfANumberIsFoundInAnySpelling(String text, String number, String date) {
        assertThat(DatedNumber.of(text)).isEqualTo(new Cleaning.Dated(number, date));
    }

    @Test
    void prioritiesOfIncoPatKeepTheirEarliestDate() throws IOException {
        String table = "公开（公告）号,IPC,优先权信息\nCN105555555A,A47G19/22,US62/123456 2015.05.01; US62/123457 2015-06-01\n";
        assertThat(Tables.records(table.getBytes(StandardCharsets.UTF_8)).get(0))
                .containsEntry(Field.PRIORITY_NUMBERS, "US62/123456\u001fUS62/123457")
                .containsEntry(Field.PRIORITY_DATE, "2015-05-01\u001f2015-06-01");
    }
}
