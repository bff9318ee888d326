package org.smssev.jobs.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.UserException;
import org.smssev.jobs.ingest.ReleaseFiles;
import org.smssev.jobs.ingest.format.Packed;

class RecognitionTest {
    private static final String QUERY = "publication_number,title,publication_date,ipc_codes,assignees\n";

    @TempDir
    Path folder;

    private SourceFile recognised(String text) throws IOException {
        return recognised(Files.writeString(folder.resolve("a.txt"), text));
    }

    private static SourceFile recognised(Path file) throws IOException {
        return Recognition.recognise(
                Packed.entries(file, Packed.Limits.DEFAULT).get(0), Inspection.RECOGNISED.text(), List.of());
    }

    @Test
    void whatAQueryTookOutOfGooglesTableIsToldByItsNumbers() throws IOException {
        assertThat(recognised(QUERY + "CA-2917123-A1,t,20150108,\"C02F1/44,B01D61/08\",CELL INC\nUS-RE45678-E,t,0,,\n")
                        .layout())
                .isEqualTo("GOOGLE_CSV");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CA2917123A1,t,20150108,C02F1/44,CELL INC\n", "CA-2917123-A1,t,,,\n2917124,t,,,\n"})
    void tablesOfOtherNumbersUnderTheseNamesAreAnybodys(String rows) {
        assertThatThrownBy(() -> recognised(QUERY + rows))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("layout not recognised", "Map its columns", "remove it from the folder");
    }

    @Test
    void columnsThatAHeaderHasUnderOtherSpellingsAreNotSaidToLack() {
        assertThatThrownBy(
                        () -> recognised("publication_number,title,abstract,claims,ipc_classification,legal_status\n"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("missing are ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Publication Number"));
    }

    @ParameterizedTest
    @CsvSource({"1182944,WO9009645A1,Cell,true", "7,Cell,2019-05-31,true", "number,name,title 2019,false"})
    void aRecordInThePlaceOfTheHeaderIsTold(String a, String b, String c, boolean isRecord) {
        assertThatThrownBy(() -> recognised(String.join(",", a, b, c) + "\n1,2,3\n"))
                .isInstanceOf(UserException.class)
                .satisfies(e -> assertThat(e.getMessage().contains("This looks like a record"))
                        .isEqualTo(isRecord));
    }

    @Test
    void aLayoutThatNamesAloneTellGoesBeforeOneThatReadsMoreColumnsButIsNotSure() throws IOException {
        String header = "publication_number,title,abstract,assignees,inventors,ipc,dwpi_family_members\n";
        assertThat(recognised(header + "US20140001111A1,t,a,CELL INC,\"Roe, A.\",H01M10/05,WO2014001111A1\n")
                        .layout())
                .isEqualTo("DERWENT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "appln_id,appln_auth,appln_nr,appln_filing_date,publn_nr,ipc_class_symbol | PATSTAT (tls201, tls209, tls211",
                "patent_id,patent_title,wipo_kind,disambig_city,disambig_assignee_organization | PatentsView (",
                "pgpub_id,cpc_sequence,application_title,location_id,disambig_city | PatentsView (cpc_current"
            })
    void resultsOfQueriesOverADatabaseAreNoTableOfIt(String header, String told) {
        assertThatThrownBy(() -> recognised(header + "\n1,2,3,4,5,6\n"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the result of a query over several tables of " + told)
                .hasMessageContaining("Map its columns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tls211_part01.csv | pat_publn_id,publn_auth,publn_nr,publn_date,appln_id | tls211 without publn_kind",
                "part01.csv | pat_publn_id,publn_auth,publn_nr,publn_date,appln_id | tls211 without publn_kind",
                "tls209.csv | appln_id,ipc_class_level,ipc_value | tls209 without ipc_class_symbol",
                "g_patent.tsv | patent_id,patent_title,patent_date,withdrawn | g_patent without wipo_kind",
                "g_patent_abstract.tsv | patent_id,abstract | g_patent_abstract without patent_abstract",
                "pg_ipc_at_issue.tsv | pgpub_id,section,ipc_class,subclass,subgroup | pg_ipc_at_issue without main_group"
            })
    void aTableOfADatabaseThatLacksAColumnIsToldWithIt(String name, String header, String told) throws IOException {
        Path file = Files.writeString(folder.resolve(name), header + "\n1,2,3,4,5\n");
        assertThatThrownBy(() -> recognised(file))
                .hasMessageContaining(
                        "The closest table of PATSTAT and PatentsView is " + told + ". Export these columns");
    }

    @Test
    void aPackedFileOfNothingIsAnEmptyPartAndAPlainOneIsNot() throws IOException {
        Path packed = Files.write(folder.resolve("part-2.jsonl.gz"), ReleaseFiles.gzip(""));
        assertThat(recognised(packed).kind()).isEqualTo(SourceFile.Kind.EMPTY);
        assertThatThrownBy(() -> recognised("")).hasMessageContaining("it is empty");
    }

    @Test
    void binaryDataAreToldWithoutTheirBytes() {
        assertThatThrownBy(() -> recognised("SQLite format 3\0\u0010\0\u0001\u0002\0@  \tx\ty\n\u0003\t1\t2\n"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("binary data, not text")
                .hasMessageNotContaining("SQLite");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"publication_number,title\n", "publication_number,ipc\n", "publication_number,assignee,title\n"})
    void aNumberWithOneMoreColumnIsAnybodysTable(String header) {
        assertThatThrownBy(() -> recognised(header + "CA-2917123-A1,x,y\n"))
                .hasMessageContaining("layout not recognised");
    }

    @Test
    void recordsOfCodesTellATableOfGoogleWithoutParties() throws IOException {
        assertThat(recognised("publication_number,ipc,title\n"
                                + "US-7650331-B1,\"[{'code': 'H01M10/05', 'inventive': True, 'first': False}]\",T\n")
                        .layout())
                .isEqualTo("GOOGLE_CSV");
        assertThatThrownBy(() -> recognised("publication_number,ipc,title\nUS-7650331-B1,H01M10/05,T\n"))
                .hasMessageContaining("The closest layout is GOOGLE_CSV")
                .hasMessageContaining("first rows with numbers written CA-2917123-A1")
                .hasMessageNotContaining("missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Publication number,Title,International classification,Applicant(s)\n\"EP4610001 (A1)\n\",T,H01M10/05,A [US]\n",
                "Title,Publication number,Publication date,Inventor(s),International classification,Date of application\n"
                        + "T,EP4610003 (A1),7/30/2014,A [US],H01M10/05,1/2/2013\n"
            })
    void aChoiceOfEspacenetsColumnsIsToldByItsNumbers(String text) throws IOException {
        assertThat(recognised(text).layout()).isEqualTo("ESPACENET");
        assertThatThrownBy(() -> recognised(text.replace(" (A1)", "A1")))
                .hasMessageContaining("The closest layout is ESPACENET")
                .hasMessageContaining("first rows with numbers written EP4610003 (A1)");
    }

    @Test
    void answersOfOpsWithoutDocumentsSayWhatToAskFor() {
        assertThatThrownBy(
                        () -> recognised(
                                "<ops:world-patent-data xmlns:ops=\"http://ops.epo.org\"><ops:biblio-search/></ops:world-patent-data>"))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("OPS", "biblio is missing");
    }
}
