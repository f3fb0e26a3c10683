package org.uplift.ingest;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

/** The parts of a workbook (.xlsx): where its first sheet is, the texts that cells share, and which formats are dates. */
final class Workbook implements Closeable {
    private static final int MOST_PARTS = 5_000;
    private static final long LARGEST_SHEET = 1L << 30;
    private static final long LARGEST_PART = 64L << 20;
    /** Sheets pack to a twentieth or a fiftieth; what unpacks to more than this is made to do harm. */
    private static final int MOST_RATIO = 200;

    private static final long SMALL_PART = 1L << 20;

    private final ZipFile zip;
    private final long packed;
    private final String path;
    private final boolean from1904;
    private final String sheet;
    private final List<String> texts;
    private final List<Boolean> dates;

    /** 400 when the file is none, 413 when it has too many parts or one is too large. */
    Workbook(Path file) throws IOException {
        refuseOtherFormats(file);
        packed = Files.size(file);
        zip = new ZipFile(file.toFile());
        try {
            if (zip.size() > MOST_PARTS) {
                throw tooLarge("it has " + zip.size() + " parts");
            }
            path = needed(target("_rels/.rels", "", "/officeDocument", null));
            String[] relationAndCalendar = relationAndCalendar();
            from1904 = "1904".equals(relationAndCalendar[1]);
            sheet = needed(related(null, relationAndCalendar[0]));
            texts = texts(related("/sharedStrings", null));
            dates = dates(related("/styles", null));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    InputStream sheet() throws IOException {
        return part(sheet, LARGEST_SHEET);
    }

    /** A text that cells share; null when there is none of that number. */
    @Nullable
    String text(int number) {
        return number >= 0 && number < texts.size() ? texts.get(number) : null;
    }

    boolean isDate(int format) {
        return format >= 0 && format < dates.size() && dates.get(format);
    }

    /** Whether days are counted from 1904. */
    boolean from1904() {
        return from1904;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static void refuseOtherFormats(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        if (start.length == 4 && (start[0] & 0xFF) == 0xD0 && (start[1] & 0xFF) == 0xCF) {
            throw Problem.of(
                    ProblemType.MALFORMED,
                    "This is a workbook in the old format (.xls) or one with a password; save it as .xlsx without a"
                            + " password.");
        }
        if (start.length < 4 || start[0] != 'P' || start[1] != 'K') {
            throw unreadable();
        }
    }

    static Problem unreadable() {
        return Problem.of(
                ProblemType.MALFORMED, "The file cannot be read as a workbook; save it as .xlsx and send it again.");
    }

    private static Problem tooLarge(String why) {
        return Problem.of(ProblemType.TOO_LARGE, "The workbook is refused: " + why + ".");
    }

    private static String needed(@Nullable String part) {
        if (part == null) {
            throw unreadable();
        }
        return part;
    }

    private InputStream part(String name, long largest) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw unreadable();
        }
        long size = Math.clamp(entry.getCompressedSize(), 1, packed);
        return new Bounded(zip.getInputStream(entry), Math.min(largest, Math.max(SMALL_PART, size * MOST_RATIO)));
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
            boolean wanted = type == null
                    ? id != null && id.equals(xml.attribute("Id"))
                    : kind != null && kind.endsWith(type);
            if (wanted && target != null) {
                found[0] = target.startsWith("/") ? target.substring(1) : folder + target;
            }
            return found[0] == null;
        });
        return found[0];
    }

    private String[] relationAndCalendar() throws IOException {
        String[] found = {null, "1900"};
        each(path, "workbookPr", xml -> {
            String flag = xml.attribute("date1904");
            found[1] = "1".equals(flag) || "true".equals(flag) ? "1904" : "1900";
            return false;
        });
        each(path, "sheet", xml -> {
            found[0] = xml.attribute("id");
            return false;
        });
        return found;
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

    /** Refuses to unpack more than a part of that kind and size can hold. */
    private static final class Bounded extends FilterInputStream {
        private final long most;
        private long read;

        Bounded(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = super.read(into, offset, length);
            read += Math.max(some, 0);
            if (read > most) {
                throw tooLarge("a part of it unpacks to more than " + most + " bytes");
            }
            return some;
        }
    }
}
