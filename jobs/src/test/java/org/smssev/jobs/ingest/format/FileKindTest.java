package org.smssev.jobs.ingest.format;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileKindTest {
    @Test
    void openDocumentInXmlIsNoWebPage() {
        String file = "<?xml version=\"1.0\"?>\n<office:document"
                + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"><office:body><office:spreadsheet>"
                + "<table:table table:name=\"Sheet1\"/></office:spreadsheet></office:body></office:document>";
        Tables.refused(file.getBytes(StandardCharsets.UTF_8), "OpenDocument file in XML (.fods)", "save it as .xlsx");
    }
}
