package org.smssev.jobs.generate;

import java.nio.file.Path;
import java.util.stream.Collectors;

/** The configuration that reads a generated release. */
final class ConfigText {
    private static final String TEXT = """
            # Configuration of a generated release. SYNTHETIC: nothing in it is real.
            # Made with {records} records, seed {seed}. Paths are relative to this file.
            project:
              name: SYNTHETIC demonstration
              focal-country: CN
              reference-countries: [US, JP, KR, DE]
              synthetic: true                # every output says so

            warehouse: {warehouse}

            release:
              id: "{release}"
              mode: SNAPSHOT                 # what a release lacks is withdrawn

            ingest:
              sources:
                - name: patents
                  path: {dir}/patents.csv
                  text:
                    list-separator: ";"
                  columns:                   # field of a record: column of the file
                    publication-number: publication_number
                    family-id: family_id
                    title: title
                    abstract: abstract
                    ipc: ipc
                    priority-date: priority_date
                    filing-date: filing_date
                    publication-date: publication_date
                    applicants: applicants
                    applicant-countries: applicant_countries
                    inventors: inventors
                    inventor-countries: inventor_countries
                    cited: cited_publications

            survey:
              lists:
                - id: controlled
                  path: {dir}/lists/controlled.csv
                  columns: {columns}
                  controlled: true           # stands for controls in force
                - id: foreign-watch
                  path: {dir}/lists/foreign-watch.csv
                  previous: {dir}/lists/foreign-watch-before.csv   # survey.changes tells what moved
                  columns: {columns}

            cluster:
              k: {k}                          # a little above the technologies that have patents

            supplement:
              nominations: [{dir}/nominations.csv]

            evaluate:
              scores: [{dir}/scores/*.xlsx]
              experts: {dir}/experts.csv
              panel:
                comments: [{dir}/comments.csv]

            grade:
              level-1: 8.5                   # published
              level-2: 7.0                   # not published: chosen for this demonstration
              level-3: 5.5                   # not published: chosen for this demonstration

            truth:                           # what was planted, to measure how well it is found
              path: {dir}/truth
            """;

    private static final String COLUMNS =
            "{item-no: item_no, text-en: text_en, text-zh: text_zh, domain: domain, ipc: ipc,"
                    + " keywords: keywords,\n                valid-from: valid_from, valid-to: valid_to, suspended-until:"
                    + " suspended_until}";

    private ConfigText() {}

    /** The configuration as YAML. */
    static String of(Path releaseDir, String warehouse, GenerateOptions options) {
        long patented = Technology.all().stream().filter(Technology::hasPatents).count();
        String dir = releaseDir.toString().replace('\\', '/');
        return TEXT.replace("{columns}", COLUMNS)
                .replace("{records}", String.valueOf(options.records()))
                .replace("{seed}", String.valueOf(options.seed()))
                .replace("{release}", options.release())
                .replace("{k}", String.valueOf((patented + 9) / 10 * 10))
                .replace("{warehouse}", quoted(warehouse))
                .lines()
                .map(line -> withFolder(line, dir))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Puts the folder into a line; the whole path is quoted, so that any name of a folder is safe in YAML. */
    private static String withFolder(String line, String dir) {
        int at = line.indexOf("{dir}");
        if (at < 0) {
            return line;
        }
        int end = at + "{dir}".length();
        while (end < line.length() && line.charAt(end) != ']' && line.charAt(end) != ' ') {
            end++;
        }
        return line.substring(0, at) + quoted(dir + line.substring(at + "{dir}".length(), end)) + line.substring(end);
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
