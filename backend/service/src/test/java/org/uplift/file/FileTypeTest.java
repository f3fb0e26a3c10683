package org.uplift.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uplift.platform.Problem;

/** A file is what its content says, and its name has to agree. */
class FileTypeTest {
    @TempDir
    Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }

    private Path file(String content) throws IOException {
        return file(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] archive(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsTakenIsToldByItsContent() throws IOException {
        assertEquals(FileType.PDF, FileType.of(file("%PDF-1.7\n%\u00e2\u00e3"), "Book look.PDF"));
        assertEquals(FileType.PNG, FileType.of(file("\u0089PNG\r\n\u001a\n"), "corner.png"));
        assertEquals(FileType.JPEG, FileType.of(file("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF"), "corner.jpeg"));
        assertEquals(FileType.WEBP, FileType.of(file("RIFF\u0010\0\0\0WEBPVP8 "), "corner.webp"));
        assertEquals(FileType.HEIC, FileType.of(file("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), "corner.heic"));
        assertEquals(FileType.CSV, FileType.of(file("class,books\n4A,12\n"), "books.csv"));
        assertEquals(FileType.TEXT, FileType.of(file("Twelve books"), "notes.txt"));
        assertEquals(
                FileType.DOCX, FileType.of(file(archive("[Content_Types].xml", "word/document.xml")), "minutes.docx"));
        assertEquals(
                FileType.XLSX, FileType.of(file(archive("[Content_Types].xml", "xl/workbook.xml")), "scores.xlsx"));
    }

    @ParameterizedTest
    @CsvSource({
        "<!DOCTYPE html><script>x</script>, page.html",
        "<!DOCTYPE html><html><script>x</script></html>, notes.txt",
        "<svg xmlns='http://www.w3.org/2000/svg'/>, picture.svg",
        "<svg xmlns='http://www.w3.org/2000/svg'/>, picture.png",
        "MZ\u0090, run.exe",
        "MZ\u0090, book.pdf",
        "#!/bin/sh, notes.sh",
        "%PDF-1.7, book.png",
        "%PDF-1.7, book",
        "%PDF-1.7, book.pdf.exe",
        "PK\u0003\u0004, books.zip",
    })
    void theRestIsRefused(String content, String name) throws IOException {
        Path file = file(content);
        Problem refused = assertThrows(Problem.class, () -> FileType.of(file, name));
        assertEquals(422, refused.type().status());
    }

    @Test
    void anOfficeDocumentHoldsNoMacros() throws IOException {
        for (String macros : new String[] {"word/vbaProject.bin", "Basic/Standard/Module1.xml"}) {
            Path file = file(archive("[Content_Types].xml", "word/document.xml", macros));
            Problem refused = assertThrows(Problem.class, () -> FileType.of(file, "minutes.docx"));
            assertTrue(String.valueOf(refused.getMessage()).contains("macros"), refused.getMessage());
        }
        Path broken = file("PK\u0003\u0004 and nothing that can be opened");
        assertThrows(Problem.class, () -> FileType.of(broken, "minutes.docx"));
    }
}
