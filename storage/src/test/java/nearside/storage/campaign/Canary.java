package nearside.storage.campaign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Words that must be in no file, and every way in which they could be there.
record Canary(Map<String, byte[]> forms) {
    private static final int LONGEST_BYTES = 1 << 20;

    static Canary of(String words) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        forms.put("UTF-8", words.getBytes(StandardCharsets.UTF_8));
        forms.put("UTF-16LE", words.getBytes(StandardCharsets.UTF_16LE));
        forms.put("UTF-16BE", words.getBytes(StandardCharsets.UTF_16BE));
        for (int offset = 0; offset < 3; offset++) {
            forms.put("base64 at " + offset, base64(words, offset));
        }
        return new Canary(forms);
    }

    /// Without the ends, which depend on what stands around.
    private static byte[] base64(String words, int offset) {
        byte[] text = (" ".repeat(offset) + words).getBytes(StandardCharsets.UTF_8);
        byte[] coded = Base64.getEncoder().encode(text);
        return Arrays.copyOfRange(coded, offset == 0 ? 0 : 4, coded.length / 4 * 4 - 4);
    }

    /// What was found in all files of a folder.
    List<String> in(Path folder) throws IOException {
        List<String> hits = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                hits.addAll(found(folder.relativize(file) + "", bytes));
                hits.addAll(packed(folder.relativize(file) + " packed", bytes));
            }
        }
        return hits;
    }

    private List<String> found(String where, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return forms.entrySet().stream()
                .filter(form ->
                        text.contains(new String(form.getValue(), StandardCharsets.ISO_8859_1)))
                .map(form -> where + " in " + form.getKey())
                .toList();
    }

    /// Looks into everything that may be a beginning of compressed bytes.
    private List<String> packed(String where, byte[] bytes) {
        List<String> hits = new ArrayList<>();
        for (int at = 0; at + 30 < bytes.length; at++) {
            int mark = 256 * (bytes[at] & 0xff) + (bytes[at + 1] & 0xff);
            if (mark == 0x1f8b || mark == 0x7801 || mark == 0x789c || mark == 0x78da) {
                hits.addAll(found(where, unpacked(bytes, at, mark == 0x1f8b)));
            } else if (mark == 0x504b && bytes[at + 2] == 3 && bytes[at + 3] == 4) {
                hits.addAll(found(where, entry(bytes, at)));
            }
        }
        return hits;
    }

    private static byte[] unpacked(byte[] bytes, int at, boolean gzip) {
        InputStream rest = new ByteArrayInputStream(bytes, at, bytes.length - at);
        try (InputStream in = gzip ? new GZIPInputStream(rest) : new InflaterInputStream(rest)) {
            return begun(in);
        } catch (IOException nothingPacked) {
            return new byte[0];
        }
    }

    /// Of an archive: its contents begin behind the name and what else is said of it.
    private static byte[] entry(byte[] bytes, int at) {
        int name = (bytes[at + 26] & 0xff) + 256 * (bytes[at + 27] & 0xff);
        int more = (bytes[at + 28] & 0xff) + 256 * (bytes[at + 29] & 0xff);
        int begin = Math.min(bytes.length, at + 30 + name + more);
        InputStream rest = new ByteArrayInputStream(bytes, begin, bytes.length - begin);
        try (Inflater raw = new Inflater(true);
                InputStream in = new InflaterInputStream(rest, raw)) {
            return begun(in);
        } catch (IOException nothingPacked) {
            return new byte[0];
        }
    }

    /// What can be read before a damage counts, too.
    private static byte[] begun(InputStream in) {
        byte[] all = new byte[LONGEST_BYTES];
        int length = 0;
        try {
            int read = in.read(all);
            while (read > 0) {
                length += read;
                read = in.read(all, length, all.length - length);
            }
        } catch (IOException end) {
            return Arrays.copyOf(all, length);
        }
        return Arrays.copyOf(all, length);
    }
}
