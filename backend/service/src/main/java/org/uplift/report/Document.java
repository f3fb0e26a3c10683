package org.uplift.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.Level;
import java.util.regex.Pattern;

/** Makes of a page a tagged PDF with its fonts in it (PDF/UA-1). What a page points at outside itself is not fetched. */
@ApplicationScoped
public class Document {
    public static final String MEDIA_TYPE = "application/pdf";

    private static final float PDF_VERSION = 1.7f;
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        // It writes of every page by itself, past the settings of the service.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /** People can store characters that no XML document may have. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    /** The document of a page. */
    public byte[] of(String page) {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        PdfRendererBuilder renderer = new PdfRendererBuilder()
                .withHtmlContent(NOT_XML.matcher(page).replaceAll(""), null)
                .usePdfUaAccessibility(true)
                .usePdfVersion(PDF_VERSION)
                .withProducer("Uplift")
                .useObjectDrawerFactory(new ChartDrawer())
                .useUriResolver((base, uri) -> null)
                .useFont(() -> font("DejaVuSans.ttf"), "Report", REGULAR, FontStyle.NORMAL, true)
                .useFont(() -> font("DejaVuSans-Bold.ttf"), "Report", BOLD, FontStyle.NORMAL, true)
                .toStream(document);
        try {
            renderer.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return document.toByteArray();
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(Document.class.getResourceAsStream(name), name);
    }
}
