package org.smssev.jobs.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.smssev.common.tables.IngestTables;

/** Families of one partition, on their way to the driver. */
final class FamilyBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    final List<String> ids = new ArrayList<>();
    final Ints year = new Ints();
    final Ints international = new Ints();
    final Ints offices = new Ints();
    final Ints office = new Ints();
    final Ints applicant = new Ints();
    final Ints nCountries = new Ints();
    final Ints country = new Ints();
    double[] parts = new double[64];
    final Ints nCodes = new Ints();
    final Ints code = new Ints();
    final Names officeNames = new Names();
    final Names applicantNames = new Names();
    final Names countryNames = new Names();
    final Names codeNames = new Names();

    /** Adds a family, its columns in the order in which they are selected. */
    void add(Row row) {
        ids.add(row.getString(0));
        year.add(row.isNullAt(1) ? FamilyColumns.NO_YEAR : row.getInt(1));
        international.add(row.getBoolean(2) ? 1 : 0);
        offices.add(row.getList(3).size());
        office.add(officeNames.number(office(row.getString(4))));
        applicant.add(row.isNullAt(5) ? FamilyColumns.NOBODY : applicantNames.number(row.getString(5)));
        List<Row> shares = row.getList(6);
        for (Row share : shares) {
            if (country.size() == parts.length) {
                parts = Arrays.copyOf(parts, 2 * parts.length);
            }
            parts[country.size()] = share.getDouble(1);
            country.add(countryNames.number(share.isNullAt(0) ? IngestTables.UNKNOWN : share.getString(0)));
        }
        nCountries.add(shares.size());
        List<String> symbols = row.getList(7);
        symbols.forEach(symbol -> code.add(codeNames.number(symbol)));
        nCodes.add(symbols.size());
    }

    private static String office(String number) {
        int dash = number.indexOf('-');
        return dash < 0 ? IngestTables.UNKNOWN : number.substring(0, dash);
    }
}
