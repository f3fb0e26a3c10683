package org.uplift.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;
import org.uplift.platform.Problem;

/** What files may be. What one is, its content says; its name only tells what looks alike apart. */
enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    WEBP("image/webp", "webp"),
    HEIC("image/heic", "heic"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    CSV("text/csv", "csv"),
    TEXT("text/plain", "txt");

    private static final Tika TIKA = new Tika();
    private static final List<FileType> ARCHIVES = List.of(DOCX, XLSX, PPTX, ODT, ODS, ODP);

    private final String mediaType;
    private final List<String> endings;

    FileType(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    /** What a file is; 422 when that is nothing that is taken. */
    static FileType of(Path content, String name) throws IOException {
        String found = TIKA.detect(content);
        String named = detectNamed(content, name);
        FileType type = Arrays.stream(values())
                .filter(known -> known.mediaType.equals(named) && known.endings.contains(ending(name)))
                .findFirst()
                .orElseThrow(() -> refused(name, named.equals(found) ? found : found + " or " + named));
        if (ARCHIVES.contains(type)) {
            requireNoMacros(content, name);
        }
        return type;
    }

    private static String detectNamed(Path content, String name) throws IOException {
        try (var in = java.nio.file.Files.newInputStream(content)) {
            return TIKA.detect(in, name);
        }
    }

    private static void requireNoMacros(Path content, String name) throws IOException {
        try (ZipFile archive = new ZipFile(content.toFile())) {
            Optional<String> macro = archive.stream()
                    .map(entry -> entry.getName().toLowerCase(Locale.ROOT))
                    .filter(entry -> entry.endsWith("vbaproject.bin") || entry.startsWith("basic/"))
                    .findFirst();
            if (macro.isPresent()) {
                throw Problem.invalid("/name", "macros", "\"" + name + "\" holds macros; save it without them.");
            }
        } catch (ZipException e) {
            throw Problem.invalid("/name", "damaged", "\"" + name + "\" is damaged and cannot be opened.");
        }
    }

    private static Problem refused(String name, String found) {
        return Problem.invalid(
                "/name",
                "not-taken",
                "\"" + name + "\" is " + found + " by its content and ends in \"" + ending(name) + "\"; taken are "
                        + Arrays.stream(values())
                                .map(type -> type.endings.getFirst())
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** As HTTP says it. */
    String mediaType() {
        return mediaType;
    }
}
