package org.smssev.jobs.ingest.format.workbook;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.smssev.common.UserException;
import org.smssev.jobs.ingest.format.Cleaning;

/** Tells a user what is wrong with a workbook, whatever the libraries throw at what its bytes hold. */
public record WorkbookErrors(String file) {
    private static final String AGAIN =
            "open it in a spreadsheet program and save it again as .xlsx, or export it as CSV";

    /** What a library does. */
    interface Reading<T> {
        T read() throws IOException, XMLStreamException;
    }

    UserException refused(String why, String what, Throwable cause) {
        return UserException.input(file, why, what, cause);
    }

    UserException encrypted(Throwable cause) {
        return refused("it is encrypted", "save it without a password", cause);
    }

    /** A cell names a shared text that the workbook does not hold. */
    UserException lacksText(String sheet, int row) {
        return refused(
                "it is damaged, because a shared text is missing (sheet " + sheet + ", row " + row + ")",
                "copy it again, or export the table again",
                null);
    }

    UserException damaged(Throwable cause) {
        String seen = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String line = Cleaning.line(seen);
        return refused(
                "it is a damaged workbook (" + line.substring(0, Math.min(200, line.length())) + ")", AGAIN, cause);
    }

    /**
     * Runs a library on bytes that may hold anything.
     *
     * @throws UserException if the workbook is encrypted or damaged: libraries tell that by exceptions of many kinds
     */
    <T> T guard(Reading<T> reading) {
        try {
            return reading.read();
        } catch (UserException | SharedTexts.FileException e) {
            throw e;
        } catch (EncryptedDocumentException e) {
            throw encrypted(e);
        } catch (OldExcelFormatException e) {
            throw refused("it was written by Excel 95 or older", "save it as .xlsx", e);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // Libraries tell damage by input-output exceptions too.
            throw damaged(e);
        }
    }
}
