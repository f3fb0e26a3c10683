package org.uplift.ingest;

import java.io.IOException;

/** A text of a workbook that may be made of runs in several styles. */
final class RichText {
    private RichText() {}

    /** Puts the runs together, to the end of the element; what is there to help with reading aloud is left out. */
    static String read(StrictXml xml, String element) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        boolean aloud = false;
        for (StrictXml.Token token = xml.next(); !xml.ends(token, element); token = xml.next()) {
            if (token == StrictXml.Token.TEXT) {
                if (inText && !aloud) {
                    xml.text(text);
                }
                continue;
            }
            boolean start = token == StrictXml.Token.START;
            if (xml.name().equals("rPh")) {
                aloud = start;
            }
            inText = start && xml.name().equals("t");
        }
        return text.toString();
    }
}
