package nearside.copilot.outside;

import static nearside.copilot.outside.ZipBytes.DEVICE;
import static nearside.copilot.outside.ZipBytes.LINK;
import static nearside.copilot.outside.ZipBytes.PLAIN;

import nearside.copilot.outside.ZipBytes.Entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Archives of a model with one thing in them that nobody may take.
///
/// @param model a sound folder
record HostileZips(Path model) {
    private static final int LARGE = 1 << 20;

    private static final String[] NAMES = {
        "../evil.onnx",
        "../../evil.onnx",
        "top/../../evil.onnx",
        "..",
        "../",
        "./model.onnx",
        "top/./evil.onnx",
        "top/..",
        "/evil.onnx",
        "//evil.onnx",
        "/",
        "top//evil.onnx",
        "C:/evil.onnx",
        "C:evil.onnx",
        "c:\\evil.onnx",
        "..\\evil.onnx",
        "top\\evil.onnx",
        "\\\\server\\share\\evil.onnx",
        "model.onnx:stream",
        "evil\u0000.onnx",
        "evil\n.onnx",
        "evil\u001b[2J.onnx",
        "evil\u007f.onnx",
        "evil\u202excod.onnx",
        "evil\u2028.onnx",
        "con.onnx",
        "NUL.data",
        "lpt1.bin",
        "a/b/evil.onnx",
        "a/b/c/d/README.md",
        "a/b/",
        "__MACOSX/../evil.onnx",
        "GENAI_CONFIG.json",
        "Config.JSON",
        "genai_config.json",
        "genai_config.json/",
        "other/genai_config.json",
        "other/model.onnx",
        ""
    };

    /// By what is wrong with them.
    Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (String name : NAMES) {
            all.put("name " + name, sound().with(name).bytes());
        }
        all.put("link", sound().with("evil.onnx", 0, 8, LINK).bytes());
        all.put("link that is skipped", sound().with("README.md", 0, 8, LINK).bytes());
        all.put("device", sound().with("evil.data", 0, 8, DEVICE).bytes());
        all.put("reparse point", sound().with("evil.data", 0, 8, 0x400).bytes());
        all.put("folder that is a file", sound().with("top/", 0, 0, PLAIN).bytes());
        all.put("encrypted", sound().with("evil.data", 1, 8, PLAIN).bytes());
        all.put("strongly encrypted", sound().with("evil.data", 1 << 6, 8, PLAIN).bytes());
        all.put("AES", sound().with("evil.data", 0, 99, PLAIN).bytes());
        all.put("Deflate64", sound().with("evil.data", 0, 9, PLAIN).bytes());
        all.put("more bytes than told", lying(1));
        all.put("fewer bytes than told", lying(1 << 20));
        damaged(all);
        return all;
    }

    /// Nothing is wrong with the archive; the model in it lacks its large files.
    ZipBytes sound() throws IOException {
        ZipBytes zip = new ZipBytes();
        try (Stream<Path> files = Files.list(model)) {
            for (Path file : files.sorted().toList()) {
                if (Files.size(file) < LARGE) {
                    zip.with(String.valueOf(file.getFileName()), Files.readAllBytes(file));
                }
            }
        }
        return zip;
    }

    private byte[] lying(long told) throws IOException {
        String content = "x".repeat(100_000);
        return sound().with(new Entry("evil.data", content, 0, 8, PLAIN, told)).bytes();
    }

    private void damaged(Map<String, byte[]> all) throws IOException {
        byte[] whole = sound().bytes();
        int end = whole.length - 22;
        all.put("empty", new byte[0]);
        all.put("no end", Arrays.copyOf(whole, end));
        all.put("cut", Arrays.copyOf(whole, whole.length / 2));
        all.put("no beginning", Arrays.copyOfRange(whole, whole.length / 2, whole.length));
        all.put("one entry fewer than there are", with(whole, end + 10, -1, end + 8));
        all.put("one entry more than there are", with(whole, end + 10, 1, end + 8));
        all.put("several parts", with(whole, end + 4, 1));
        all.put("a list of another size", with(whole, end + 12, 7));
        all.put("a flipped byte", with(whole, whole.length / 3, 1));
        all.put("no model", new ZipBytes().with("README.md").bytes());
        all.put("nothing", new ZipBytes().bytes());
    }

    private static byte[] with(byte[] whole, int at, int more, int... also) {
        byte[] changed = whole.clone();
        changed[at] += (byte) more;
        for (int other : also) {
            changed[other] += (byte) more;
        }
        return changed;
    }
}
