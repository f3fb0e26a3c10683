package org.uplift.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

/**
 * The parts of a workbook (.xlsx): where its first sheet is, the texts that cells share, and which formats are dates.
 *
 * <p>It is read here and not by a library: the one at hand believes what a cell says of its place, and a single cell that
 * says it stands far away then takes all memory.
 */
final class Workbook {
    private static final long LARGEST_SHEET = 1L << 30;
    private static final long LARGEST_PART = 32L << 20;
    private static final int OLD_FORMAT = 0xD0CF11E0;

    private final Archive archive;
    private final String path;
    private final boolean from1904;
    private final String sheet;
    private final List<String> texts;
    private final List<Boolean> dates;

    /** 400 when the file is none, 413 when it, or a part of it, is too large. */
    Workbook(InputStream file) throws IOException {
        archive = archive(file);
        path = needed(target("_rels/.rels", "", "/officeDocument", null));
        String calendar = first(path, "workbookPr", "date1904");
        from1904 = "1".equals(calendar) || "true".equals(calendar);
        sheet = needed(related(null, first(path, "sheet", "id")));
        texts = texts(related("/sharedStrings", null));
        dates = dates(related("/styles", null));
    }

    private static Archive archive(InputStream file) throws IOException {
        PushbackInputStream in = new PushbackInputStream(file, 4);
        byte[] start = in.readNBytes(4);
        if (start.length == 4 && ByteBuffer.wrap(start).getInt() == OLD_FORMAT) {
            throw Problem.of(
                    ProblemType.MALFORMED,
                    "This is a workbook in the old format (.xls) or one with a password; save it as .xlsx without a"
                            + " password.");
        }
        in.unread(start);
        Archive archive = Archive.of(in);
        if (archive == null) {
            throw unreadable();
        }
        return archive;
    }

    InputStream sheet() throws IOException {
        return part(sheet, LARGEST_SHEET);
    }

    /** A text that cells share, by its number. */
    String text(int number) {
        return needed(number >= 0 && number < texts.size() ? texts.get(number) : null);
    }

    boolean isDate(int format) {
        return format >= 0 && format < dates.size() && dates.get(format);
    }

    /** Whether days are counted from 1904. */
    boolean from1904() {
        return from1904;
    }

    static Problem unreadable() {
        return Problem.of(
                ProblemType.MALFORMED, "The file cannot be read as a workbook; save it as .xlsx and send it again.");
    }

    private static String needed(@Nullable String found) {
        if (found == null) {
            throw unreadable();
        }
        return found;
    }

    private InputStream part(String name, long largest) {
        InputStream part = archive.part(name, largest);
        if (part == null) {
            throw unreadable();
        }
        return part;
    }

    private @Nullable String related(@Nullable String type, @Nullable String id) throws IOException {
        int name = path.lastIndexOf('/') + 1;
        String folder = path.substring(0, name);
        return target(folder + "_rels/" + path.substring(name) + ".rels", folder, type, id);
    }

    /** Where a part is that another one refers to, by the kind of it or by its number. */
    private @Nullable String target(String relations, String folder, @Nullable String type, @Nullable String id)
            throws IOException {
        String[] found = {null};
        each(relations, "Relationship", xml -> {
            String target = xml.attribute("Target");
            String kind = xml.attribute("Type");
            boolean wanted =
                    type == null ? id != null && id.equals(xml.attribute("Id")) : kind != null && kind.endsWith(type);
            if (wanted && target != null) {
                found[0] = target.startsWith("/") ? target.substring(1) : folder + target;
            }
            return found[0] == null;
        });
        return found[0];
    }

    /** An attribute of the first element of a part that has this name. */
    private @Nullable String first(String part, String element, String attribute) throws IOException {
        String[] found = {null};
        each(part, element, xml -> {
            found[0] = xml.attribute(attribute);
            return false;
        });
        return found[0];
    }

    /** The texts that cells share, each with its runs put together and without the hints for reading it aloud. */
    private List<String> texts(@Nullable String part) throws IOException {
        List<String> texts = new ArrayList<>();
        each(part, "si", xml -> {
            texts.add(RichText.read(xml, "si"));
            return true;
        });
        return texts;
    }

    private List<Boolean> dates(@Nullable String part) throws IOException {
        Map<String, String> codes = new HashMap<>();
        each(part, "numFmt", xml -> {
            String id = xml.attribute("numFmtId");
            String code = xml.attribute("formatCode");
            if (id != null && code != null) {
                codes.put(id, code);
            }
            return true;
        });
        List<Boolean> dates = new ArrayList<>();
        each(part, "cellXfs", xml -> {
            for (StrictXml.Token token = xml.next(); !xml.ends(token, "cellXfs"); token = xml.next()) {
                if (xml.starts(token, "xf")) {
                    String id = xml.attribute("numFmtId");
                    dates.add(id != null && isDate(id, codes.get(id)));
                }
            }
            return false;
        });
        return dates;
    }

    private static boolean isDate(String id, @Nullable String code) {
        if (code == null) {
            // Those that are built in: dates and times, those of East Asia, and durations.
            return id.matches("1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8]");
        }
        String shown = code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "");
        return shown.matches("(?is).*[ymdhs].*");
    }

    /** Goes through the elements of a part that have this name, as long as the visitor wants more. */
    private void each(@Nullable String part, String element, Visitor visitor) throws IOException {
        if (part == null) {
            return;
        }
        try (InputStream in = part(part, LARGEST_PART)) {
            StrictXml xml = new StrictXml(in);
            for (StrictXml.Token token = xml.next(); token != StrictXml.Token.FINISH; token = xml.next()) {
                if (xml.starts(token, element) && !visitor.visit(xml)) {
                    return;
                }
            }
        }
    }

    private interface Visitor {
        boolean visit(StrictXml xml) throws IOException;
    }
}
