package org.smssev.jobs.ingest.format.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.smssev.jobs.ingest.format.Document;
import org.smssev.jobs.ingest.format.Field;

/** Small documents of each format, made up. */
public final class DocumentSamples {
    static final int MAX_DOCUMENT = 1 << 20;

    public static final String GRANT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE us-patent-grant SYSTEM "us-patent-grant-v43-2012-12-04.dtd" [ ]>
            <us-patent-grant lang="EN" dtd-version="v4.3 2012-12-04" country="US" date-publ="20130416">
            <us-bibliographic-data-grant>
            <publication-reference><document-id><country>US</country><doc-number>08927118</doc-number><kind>B2</kind>
            <date>20130416</date></document-id></publication-reference>
            <application-reference appl-type="utility"><document-id><country>US</country><doc-number>13648029</doc-number>
            <date>20121009</date></document-id></application-reference>
            <priority-claims>
            <priority-claim sequence="01" kind="national"><country>JP</country><doc-number>2011-015204</doc-number>
            <date>20111010</date></priority-claim>
            <priority-claim sequence="02" kind="national"><country>DE</country><doc-number>10 2011 001</doc-number>
            <date>20111102</date></priority-claim>
            </priority-claims>
            <classifications-ipcr>
            <classification-ipcr><ipc-version-indicator><date>20100101</date></ipc-version-indicator>
            <classification-level>A</classification-level><section>H</section><class>01</class><subclass>M</subclass>
            <main-group>10</main-group><subgroup>0525</subgroup><symbol-position>F</symbol-position>
            <classification-value>I</classification-value></classification-ipcr>
            <classification-ipcr><ipc-version-indicator><date>20060101</date></ipc-version-indicator>
            <classification-level>A</classification-level><section>C</section><class>01</class><subclass>B</subclass>
            <main-group>32</main-group><subgroup>00</subgroup><symbol-position>L</symbol-position>
            <classification-value>N</classification-value></classification-ipcr>
            </classifications-ipcr>
            <invention-title id="d2e53">Carbon coated LiFePO<sub>4</sub> &#x2014; and <i>use</i></invention-title>
            <us-references-cited>
            <us-citation><patcit num="00001"><document-id><country>US</country><doc-number>1912345</doc-number><kind>A</kind>
            <name>Perkins</name><date>19330600</date></document-id></patcit><category>cited by examiner</category>
            <classification-ipc><edition>unknown</edition><main-classification>A45F  504</main-classification>
            </classification-ipc></us-citation>
            <us-citation><patcit num="00002"><document-id><country>US</country><doc-number>2007/0140112</doc-number>
            <kind>A1</kind><date>20070600</date></document-id></patcit></us-citation>
            <us-citation><patcit num="00003"><document-id><country>WO</country><doc-number>WO 9839984</doc-number>
            <date>19980900</date></document-id></patcit></us-citation>
            <us-citation><nplcit num="00004"><othercit>A. Author, <i>A paper</i>.</othercit></nplcit></us-citation>
            </us-references-cited>
            <us-related-documents><continuation><document-id><country>US</country><doc-number>99</doc-number></document-id>
            </continuation></us-related-documents>
            <us-parties>
            <us-applicants><us-applicant sequence="001" app-type="applicant"><addressbook><last-name>M&#xfc;ller</last-name>
            <first-name>Ada</first-name><address><city>Bonn</city><country>DE</country></address></addressbook>
            <residence><country>DE</country></residence></us-applicant></us-applicants>
            <inventors><inventor sequence="001"><addressbook><last-name>M&#xfc;ller</last-name><first-name>Ada</first-name>
            <address><city>Bonn</city><country>DE</country></address></addressbook></inventor>
            <inventor sequence="002"><addressbook><last-name>Sato</last-name><first-name>Ken</first-name>
            <address><city>Osaka</city><country>JP</country></address></addressbook></inventor></inventors>
            </us-parties>
            <assignees>
            <assignee><addressbook><orgname>Zell &#x26; Co. GmbH</orgname><role>03</role><address><city>Bonn</city>
            <country>DE</country></address></addressbook></assignee>
            <assignee><orgname>Akku.com</orgname><role>02</role></assignee>
            </assignees>
            </us-bibliographic-data-grant>
            <abstract id="abstract"><p id="p-0001" num="0000">A cathode of<br/>LiFePO<sub>4</sub>.</p><p>It lasts.</p></abstract>
            <description id="description"><p>Left out.</p></description>
            <claims id="claims"><claim id="CLM-00001" num="00001"><claim-text>1. A cathode.</claim-text></claim></claims>
            </us-patent-grant>
            """;

    public static final String GRANT_2005 = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE us-patent-grant SYSTEM "us-patent-grant-v40-2004-12-02.dtd" [ ]>
            <us-patent-grant lang="EN" dtd-version="v40 2004-12-02" country="US" date-publ="20050104">
            <us-bibliographic-data-grant>
            <publication-reference><document-id><country>US</country><doc-number>06836899</doc-number><kind>B1</kind>
            <date>20050104</date></document-id></publication-reference>
            <classification-ipc><edition>7</edition><main-classification>A45F  504</main-classification>
            <further-classification>H01L 21302</further-classification>
            <further-classification>C07C24900</further-classification></classification-ipc>
            <classification-national><country>US</country><main-classification>  2 52</main-classification>
            </classification-national>
            <invention-title id="d0e53">Napkin holder</invention-title>
            <references-cited><citation><patcit num="00001"><document-id><country>US</country><doc-number>D426060</doc-number>
            <kind>S</kind><date>20000600</date></document-id></patcit></citation></references-cited>
            <parties><applicants><applicant sequence="001" app-type="applicant-inventor"><addressbook>
            <last-name>Glas</last-name><first-name>Sam</first-name><address><city>Reno</city><country>omitted</country></address>
            </addressbook><residence><country>US</country></residence></applicant>
            <applicant sequence="002" app-type="applicant"><addressbook><orgname>Holders Inc.</orgname><address>
            <country>CA</country></address></addressbook></applicant></applicants></parties>
            </us-bibliographic-data-grant>
            </us-patent-grant>
            """;

    public static final String DESIGN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE us-patent-grant SYSTEM "us-patent-grant-v42-2006-08-23.dtd" [ ]>
            <us-patent-grant lang="EN" country="US"><us-bibliographic-data-grant>
            <publication-reference><document-id><country>US</country><doc-number>D0558629</doc-number><kind>S1</kind>
            <date>20080101</date></document-id></publication-reference>
            <classification-locarno><edition>9</edition><main-classification>0301</main-classification></classification-locarno>
            <invention-title>Handbag</invention-title>
            </us-bibliographic-data-grant></us-patent-grant>
            """;

    public static final String APPLICATION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE us-patent-application SYSTEM "us-patent-application-v43-2012-12-04.dtd" [ ]>
            <us-patent-application lang="EN" country="US"><us-bibliographic-data-application lang="EN" country="US">
            <publication-reference><document-id><country>US</country><doc-number>20130014308</doc-number><kind>A1</kind>
            <date>20130117</date></document-id></publication-reference>
            <invention-title id="d0e43">Typing mate</invention-title>
            <us-parties><us-applicants><us-applicant sequence="00" app-type="applicant-inventor"><addressbook>
            <last-name>Feli</last-name><first-name>Yen</first-name><address><country>US</country></address></addressbook>
            </us-applicant></us-applicants></us-parties>
            </us-bibliographic-data-application><abstract id="abstract"><p>A tip.</p></abstract></us-patent-application>
            """;

    public static final String SEQUENCES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE sequence-cwu SYSTEM "us-sequence-listing-2004-03-09.dtd" [ ]>
            <sequence-cwu id="SEQLST-0"><number>1</number><sequence-cwu>nested</sequence-cwu><s/></sequence-cwu>
            """;

    private static final String DOCDB_BODY = """
            <exch:bibliographic-data>
            <exch:publication-reference data-format="docdb"><document-id lang="de"><country>EP</country>
            <doc-number>1000000</doc-number><kind>A1</kind><date>20190531</date></document-id></exch:publication-reference>
            <exch:publication-reference data-format="epodoc"><document-id><doc-number>EP1000000</doc-number></document-id>
            </exch:publication-reference>
            <classification-ipc><edition>7</edition><main-classification> 7A 61K   9/16   A</main-classification>
            </classification-ipc>
            <exch:classifications-ipcr>
            <classification-ipcr sequence="1"><text>C07K  16/28        20060101AFI20230209BHEP        </text></classification-ipcr>
            <classification-ipcr sequence="2"><text>H01M  10/0525      20100101A I20051008RMEP        </text></classification-ipcr>
            </exch:classifications-ipcr>
            <exch:patent-classifications><patent-classification><classification-symbol>A61K   9/1652      </classification-symbol>
            </patent-classification></exch:patent-classifications>
            <exch:application-reference data-format="docdb"><document-id><country>EP</country><doc-number>18000001</doc-number>
            <kind>A</kind><date>20180102</date></document-id></exch:application-reference>
            <exch:application-reference data-format="original"><document-id><doc-number>18 000 001.1</doc-number></document-id>
            </exch:application-reference>
            <exch:language-of-publication>de</exch:language-of-publication>
            <exch:priority-claims>
            <exch:priority-claim sequence="1" data-format="docdb"><document-id><country>US</country>
            <doc-number>201762500001</doc-number><kind>P</kind><date>20170502</date></document-id></exch:priority-claim>
            <exch:priority-claim sequence="2" data-format="docdb"><document-id><country>DE</country>
            <doc-number>102017000001</doc-number><kind>A</kind><date>20170103</date></document-id></exch:priority-claim>
            <exch:priority-claim sequence="1" data-format="epodoc"><document-id><doc-number>US201762500001P</doc-number>
            </document-id></exch:priority-claim>
            </exch:priority-claims>
            <exch:parties><exch:applicants>
            <exch:applicant sequence="1" data-format="docdb"><exch:applicant-name><name>ZELL &amp; CO      </name>
            </exch:applicant-name><residence><country>DE</country></residence></exch:applicant>
            <exch:applicant sequence="2" data-format="docdb"><exch:applicant-name><name>UNIV TOKYO</name></exch:applicant-name>
            <residence><country>JP</country></residence></exch:applicant>
            <exch:applicant sequence="2" data-format="docdba"><exch:applicant-name><name>The University of Tokyo</name>
            </exch:applicant-name></exch:applicant>
            <exch:applicant sequence="1" data-format="docdba"><exch:applicant-name><name>Zell &amp; Co. GmbH</name>
            </exch:applicant-name></exch:applicant>
            </exch:applicants><exch:inventors>
            <exch:inventor sequence="1" data-format="docdb"><exch:inventor-name><name>MUELLER ADA</name></exch:inventor-name>
            <residence><country>DE</country></residence></exch:inventor>
            <exch:inventor sequence="1" data-format="original"><exch:inventor-name><name>M&uuml;ller, Ada</name>
            </exch:inventor-name></exch:inventor>
            </exch:inventors></exch:parties>
            <exch:designation-of-states><country>FR</country></exch:designation-of-states>
            <exch:invention-title lang="de" data-format="docdba">Antik&ouml;rper &SACUTE;</exch:invention-title>
            <exch:invention-title lang="en" data-format="docdba">Antibodies</exch:invention-title>
            <exch:invention-title lang="en" data-format="original">ANTIBODIES</exch:invention-title>
            <exch:references-cited>
            <exch:citation cited-phase="SEA" sequence="1"><patcit num="1" dnum="US5556839A" dnum-type="publication number">
            <document-id doc-id="298340634"><country>US</country><doc-number>5556839</doc-number><kind>A</kind></document-id>
            </patcit></exch:citation>
            <exch:citation cited-phase="SEA" sequence="2"><nplcit num="2"><text>A paper</text></nplcit></exch:citation>
            <exch:citation cited-phase="APP" sequence="3"><patcit num="1" dnum="WO2005013972A1"/></exch:citation>
            </exch:references-cited>
            </exch:bibliographic-data>
            <exch:abstract lang="en" data-format="docdba"><exch:p>An antibody.</exch:p></exch:abstract>
            <exch:abstract data-format="docdba"><exch:p>Ein K&ouml;rper &foo; &amp; mehr.</exch:p></exch:abstract>
            <exch:patent-family><exch:family-member>
            <publication-reference data-format="docdb" sequence="1"><document-id><country>EP</country>
            <doc-number>1000000</doc-number><kind>A1</kind></document-id></publication-reference>
            <publication-reference data-format="epodoc" sequence="1"><document-id><doc-number>EP1000000</doc-number>
            </document-id></publication-reference>
            <publication-reference data-format="docdb" sequence="2"><document-id><country>US</country>
            <doc-number>2019123456</doc-number><kind>A1</kind></document-id></publication-reference>
            </exch:family-member></exch:patent-family>
            """;

    /** As real fragments: the prefix is not declared. */
    static final String DOCDB_FRAGMENT =
            "<exch:exchange-document country=\"EP\" doc-number=\"1000000\" kind=\"A1\" date-publ=\"20190531\""
                    + " family-id=\"22179393\" status=\"A\">\n" + DOCDB_BODY + "</exch:exchange-document>\n";

    static final String DOCDB_DELETED =
            "<exch:exchange-document country=\"DE\" doc-number=\"1258188\" kind=\"B\" date-publ=\"19680104\""
                    + " family-id=\"6979546\" status=\"D\"/>\n";

    public static final String DOCDB =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE exch:exchange-documents SYSTEM \"docdb-entities.dtd\">"
                    + "<exch:exchange-documents xmlns:exch=\"http://www.epo.org/exchange\" no-of-documents=\"2\">\n"
                    + DOCDB_FRAGMENT + DOCDB_DELETED + "</exch:exchange-documents>\n";

    public static final String LENS = """
            {"lens_id":"031-156-664-516-153","jurisdiction":"EP","doc_number":"2471949","kind":"A1",\
            "date_published":"2012-07-04","doc_key":"EP_2471949_A1_20120704","docdb_id":364714255,"lang":"en",\
            "publication_type":"PATENT_APPLICATION","biblio":{\
            "publication_reference":{"jurisdiction":"EP","doc_number":"2471949","kind":"A1","date":"2012-07-04"},\
            "application_reference":{"jurisdiction":"EP","doc_number":"10197481","kind":"A","date":"2010-12-31"},\
            "priority_claims":{"claims":[{"jurisdiction":"EP","doc_number":"10197481","kind":"A","date":"2010-12-31",\
            "sequence":1},{"jurisdiction":"US","doc_number":"201061000001","kind":"P","date":"2010-11-30"}],\
            "earliest_claim":{"date":"2010-11-30"}},\
            "invention_title":[{"text":"Verfahren","lang":"de"},{"text":"Method","lang":"en"}],\
            "parties":{"applicants":[{"residence":"ES","extracted_name":{"value":"PROGEN SA"}},\
            {"extracted_name":{"value":"NOWHERE LTD"}}],"inventors":[{"residence":"ES","sequence":1,\
            "extracted_name":{"value":"OCHOA JORGE"}}],"owners_all":[{"extracted_name":{"value":"OWNER SA"}}]},\
            "classifications_ipcr":{"classifications":[{"symbol":"C12Q1/68","classification_value":"I",\
            "classification_symbol_position":"F"},{"symbol":"A61K35/14","classification_value":"A",\
            "classification_symbol_position":"L"},{"symbol":"H01M10"}]},\
            "references_cited":{"citations":[{"sequence":1,"patcit":{"document_id":{"jurisdiction":"WO",\
            "doc_number":"2006075254","kind":"A2","date":"2006-07-20"},"lens_id":"185-701-234-511-622"}},\
            {"sequence":2,"nplcit":{"text":"A paper"}}]},"cited_by":{"patents":[{"document_id":{"jurisdiction":"US",\
            "doc_number":"1","kind":"A"}}]}},"families":{"simple_family":{"family_id":4711,"members":[{"document_id":\
            {"jurisdiction":"EP","doc_number":"2471949","kind":"A1"},"lens_id":"031-156-664-516-153"}],"size":1},\
            "extended_family":{"members":[{"document_id":{"jurisdiction":"ES","doc_number":"2404165","kind":"T3"}},\
            {"lens_id":"000-000-000-000-000"}],"size":2}},"abstract":[{"text":"A method.\\nIt works.","lang":"en"}],\
            "legal_status":{"patent_status":"ACTIVE"}}
            """;

    public static final String LENS_OLD = """
            {"lens_id":"119-951-128-551-362","country":"BR","doc_number":"0000001","kind":"A","date_publ":"2001-08-14",\
            "biblio":{"application_reference":{"country":"BR","doc_number":"0000001","kind":"A","date":"2000-01-03"},\
            "priority_claims":{"priority_claim":[{"country":"BR","doc_number":"0000001","kind":"A","date":"2000-01-03"}]},\
            "invention_title":[{"text":"Bateria","lang":"pt"}],"parties":{"applicants":[{"applicant_name":{"name":\
            {"value":"ACME","name_type":"legal"}},"address_books":[{"address":{"country":"BR"}}]}],"inventors":[\
            {"inventor_name":{"last_name":"Silva","first_name":"Ana"},"residence":"BR"}]},\
            "classification_ipcr":[{"section":"H","clazz":{"value":1},"subclass":"M","main_group":"10","subgroup":"0525",\
            "symbol_position":"F","classification_value":"I","classification_level":"A","version_indicator":"2010-01-01"},\
            {"section":"H","clazz":{"value":1},"subclass":"M","main_group":"4","subgroup":"36","symbol":"H01M4/36"}],\
            "references_cited":{"citation":[{"patcit":{"document_id":{"country":"US","doc_number":"5556839","kind":"A"}}}]}}}
            """;

    /** As the site gave it in 2020. */
    public static final String LENS_DOWNLOAD = """
            {"index":"2","publicationKey":"WO_2015_057966_A2","lensId":"022-760-401-941-857","jurisdiction":"WO","kindCode":"A2",\
            "displayKey":"WO 2015/057966 A2","publicationDate":"2015-04-23","filingNumber":"US 2014/0060906 W",\
            "filingDate":"2014-10-16","priorityFilingKeysActive":["US 201361891677 P 20131016","US 201461993332 P 20140515"],\
            "earliestPriorityDate":"2013-10-16","title":"Therapies","applicants":["BOGOCH SAMUEL","BOGOCH ELENORE S"],\
            "inventors":["BOGOCH SAMUEL"],"owners":[{"name":"X"}],"ipcrClassifications":["C07K14/165","A61K39/215"]}
            """;

    public static final String GOOGLE = """
            {"publication_number":"US-7650331-B1","application_number":"US-87195204-A","country_code":"US","kind_code":"B1",\
            "family_id":"41785181","title_localized":[{"text":"System and method","language":"en","truncated":false},\
            {"text":"系统","language":"zh"}],"abstract_localized":[{"text":"A system &amp; more","language":"en"}],\
            "publication_date":20100119,"filing_date":20040618,"grant_date":20100119,"priority_date":0,\
            "priority_claim":[{"application_number":"US-87195204-A","filing_date":"20040618"}],\
            "assignee":["Google Inc."],"assignee_harmonized":[{"name":"GOOGLE INC","country_code":"US"}],\
            "inventor":["Jeff Dean","Sanjay Ghemawat"],"inventor_harmonized":[],\
            "ipc":[{"code":"G06F17/30","inventive":true,"first":true,"tree":[]},\
            {"code":"B60Q1/02","inventive":false,"first":false,"tree":[]}],"cpc":[{"code":"G06F16/2471"}],\
            "citation":[{"publication_number":"US-4876643-A","npl_text":"","type":"","category":"SEA"},\
            {"publication_number":"","npl_text":"A paper"}]}
            """;

    private DocumentSamples() {}

    public static String text(String format) {
        return switch (format) {
            case "USPTO_XML" -> GRANT + SEQUENCES + GRANT_2005 + DESIGN + APPLICATION;
            case "DOCDB_XML" -> DOCDB;
            case "LENS_JSONL" -> LENS + LENS_OLD + LENS_DOWNLOAD;
            case "GOOGLE_JSONL" -> GOOGLE + GOOGLE.replace("7650331", "7650332");
            default -> throw new IllegalArgumentException(format);
        };
    }

    static List<Document> read(DocumentFormat format, String text) {
        return read(format, text.getBytes(StandardCharsets.UTF_8), MAX_DOCUMENT);
    }

    static List<Document> read(DocumentFormat format, byte[] bytes, int maxDocument) {
        try {
            List<Document> documents = new ArrayList<>();
            format.read(new ByteArrayInputStream(bytes), maxDocument).forEachRemaining(documents::add);
            return documents;
        } catch (IOException e) {
            throw new AssertionError("bytes in memory cannot fail", e);
        }
    }

    /** The fields of a single document, list values between bars. */
    static Map<Field, String> fields(DocumentFormat format, String text) {
        List<Document> documents = read(format, text);
        if (documents.size() != 1 || documents.get(0).reason() != null) {
            throw new AssertionError("not one record: " + documents);
        }
        Map<Field, String> fields = new EnumMap<>(Field.class);
        documents.get(0).fields().forEach((field, value) -> fields.put(field, value.replace(Field.SEPARATOR, '|')));
        return fields;
    }
}
