package nearside.desktop.paper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;

/// The objects of a PDF file (ISO 32000-1), written as they come; only where they stand is kept.
final class PdfFile {
    private final OutputStream out;
    private final List<Long> offsets = new ArrayList<>();
    private long written;

    /// @param out stays open
    PdfFile(OutputStream out) throws IOException {
        this.out = out;
        raw("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
    }

    /// A number for an object that is written later.
    int reserve() {
        offsets.add(0L);
        return offsets.size();
    }

    int object(String body) throws IOException {
        int number = reserve();
        object(number, body);
        return number;
    }

    void object(int number, String body) throws IOException {
        offsets.set(number - 1, written);
        raw(number + " 0 obj\n" + body + "\nendobj\n");
    }

    int stream(String content) throws IOException {
        int number = reserve();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(content.getBytes(ISO_8859_1));
        }
        offsets.set(number - 1, written);
        raw(
                "%d 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n"
                        .formatted(number, packed.size()));
        out.write(packed.toByteArray());
        written += packed.size();
        raw("\nendstream\nendobj\n");
        return number;
    }

    /// The table of all objects, which ends the file.
    void end(int catalog, int facts) throws IOException {
        long table = written;
        int size = offsets.size() + 1;
        raw("xref\n0 " + size + "\n0000000000 65535 f \n");
        for (long offset : offsets) {
            raw(String.format(Locale.ROOT, "%010d 00000 n \n", offset));
        }
        raw(
                "trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(size, catalog, facts, table));
    }

    /// A text as PDF writes it: UTF-16 with a mark in front.
    static String text(String text) {
        return "<" + utf16("\uFEFF" + text) + ">";
    }

    static String utf16(String text) {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_16BE));
    }

    private void raw(String text) throws IOException {
        byte[] bytes = text.getBytes(ISO_8859_1);
        out.write(bytes);
        written += bytes.length;
    }
}
