package org.uplift.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

/**
 * XML, element by element, without what XML is attacked by: document types and with them entities, depth without end,
 * and names, texts, attributes or comments that would fill the memory. What is said about a file never repeats what
 * stands in it.
 */
public final class StrictXml {
    private static final int DEEPEST = 64;
    /** So much may stand between the start or end of one element and the next. */
    private static final int LONGEST_GAP = 1 << 20;

    private static final int LONGEST_DECLARATION = 256;
    private static final Pattern DECLARATION =
            Pattern.compile("<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");
    private static final String UTF_8_MARK = "\u00EF\u00BB\u00BF";
    private static final List<String> UTF_16_MARKS = List.of("\u00FE\u00FF", "\u00FF\u00FE");

    private static final XMLInputFactory XML = factory();

    private final XMLStreamReader reader;
    private final Gap gap;
    private int depth;

    /** 400 when the file does not begin as XML. */
    public StrictXml(InputStream in) throws IOException {
        gap = new Gap(in);
        try {
            reader = XML.createXMLStreamReader(decoded(gap));
        } catch (XMLStreamException | RuntimeException e) {
            throw problem(e);
        }
    }

    /**
     * The characters of the file, in the encoding that it says. The parser could decode them itself, but what cannot be
     * decoded it first tells the standard error stream.
     */
    private static Reader decoded(InputStream in) throws IOException {
        PushbackInputStream file = new PushbackInputStream(in, LONGEST_DECLARATION);
        byte[] bytes = file.readNBytes(LONGEST_DECLARATION);
        String start = new String(bytes, StandardCharsets.ISO_8859_1);
        int mark = start.startsWith(UTF_8_MARK) ? UTF_8_MARK.length() : 0;
        file.unread(bytes, mark, bytes.length - mark);
        return new InputStreamReader(file, encoding(start.substring(mark)).newDecoder());
    }

    private static Charset encoding(String start) {
        if (UTF_16_MARKS.stream().anyMatch(start::startsWith)) {
            return StandardCharsets.UTF_16;
        }
        Matcher declaration = DECLARATION.matcher(start);
        return declaration.lookingAt() ? Charset.forName(declaration.group(1)) : StandardCharsets.UTF_8;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external");
        });
        return factory;
    }

    /** What comes next: the start or the end of an element, some text, or the end of the file; nothing else. */
    public Token next() throws IOException {
        while (true) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    gap.crossed();
                    if (++depth > DEEPEST) {
                        throw malformed("elements stand more than " + DEEPEST + " deep");
                    }
                    return Token.START;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    gap.crossed();
                    depth--;
                    return Token.END;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    return Token.TEXT;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return Token.FINISH;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw malformed("document types and entities are not read");
                default -> {}
            }
        }
    }

    private int event() throws IOException {
        try {
            return reader.next();
        } catch (XMLStreamException | RuntimeException e) {
            throw problem(e);
        }
    }

    /** Whether an element of this name starts here. */
    public boolean starts(Token token, String name) {
        return token == Token.START && name().equals(name);
    }

    /** Whether an element of this name ends here; the end of the file ends everything. */
    public boolean ends(Token token, String name) {
        return token == Token.FINISH || (token == Token.END && name().equals(name));
    }

    /** The name of the element that starts or ends, without its namespace. */
    public String name() {
        return reader.getLocalName();
    }

    public @Nullable String attribute(String name) {
        for (int at = 0; at < reader.getAttributeCount(); at++) {
            if (reader.getAttributeLocalName(at).equals(name)) {
                return reader.getAttributeValue(at);
            }
        }
        return null;
    }

    /** Adds some of the text of an element to what was collected; more may follow, as far as a value may be long. */
    public void text(StringBuilder into) {
        if (into.length() + reader.getTextLength() > RowSource.LONGEST_ROW) {
            throw malformed("a value is longer than " + RowSource.LONGEST_ROW + " characters");
        }
        into.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    private Problem problem(Exception cause) throws IOException {
        for (Throwable e = cause;
                e != null;
                e = e instanceof XMLStreamException s ? s.getNestedException() : e.getCause()) {
            if (e instanceof Problem problem) {
                return problem;
            }
        }
        gap.rethrow();
        return malformed("it is not well-formed, or not in the encoding that it says");
    }

    private Problem malformed(String why) {
        int line = depth < 0 ? 0 : line();
        return Problem.of(
                ProblemType.MALFORMED,
                "The XML cannot be read" + (line > 0 ? " at line " + line : "") + ": " + why + ".");
    }

    @SuppressWarnings("NullAway") // A reader that could not be made has no place either.
    private int line() {
        return reader == null ? 0 : reader.getLocation().getLineNumber();
    }

    /** What can come next. */
    public enum Token {
        START,
        END,
        TEXT,
        FINISH
    }

    /** Counts what is read since the last element, and keeps the failure of the connection apart from the file's. */
    private static final class Gap extends FilterInputStream {
        private long since;
        private @Nullable IOException failure;

        Gap(InputStream in) {
            super(in);
        }

        void crossed() {
            since = 0;
        }

        void rethrow() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some;
            try {
                some = super.read(into, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
            since += Math.max(some, 0);
            if (since > LONGEST_GAP) {
                throw Problem.of(
                        ProblemType.MALFORMED,
                        "The XML cannot be read: more than " + LONGEST_GAP + " bytes stand between two elements.");
            }
            return some;
        }
    }
}
