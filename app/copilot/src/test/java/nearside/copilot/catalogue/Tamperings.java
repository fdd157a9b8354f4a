package nearside.copilot.catalogue;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Every way in which a catalogue can be made that nobody may believe.
///
/// @param key the right one
record Tamperings(TestKey key) {
    private static final int BITS = 8;
    private static final int SIGNATURE_BYTES = 64;

    /// The order of the group, by which a signature can be written in a second way.
    private static final BigInteger ORDER =
            BigInteger.ONE
                    .shiftLeft(252)
                    .add(new BigInteger("27742317777372353535851937790883648493"));

    /// The signature is a good one, of another text.
    List<Tampering> changedUnderTheSignature(String text) {
        byte[] signature = key.signature(text);
        List<Tampering> all = new ArrayList<>();
        for (String changed : ChangedLeaves.of(text)) {
            byte[] bytes = changed.getBytes(StandardCharsets.UTF_8);
            all.add(new Tampering("changed: " + changed, bytes, signature));
        }
        for (String other : List.of(text + "\n", " " + text, text.strip(), text + "\0", "")) {
            byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
            all.add(new Tampering("around it: " + other, bytes, signature));
        }
        return all;
    }

    /// The text is a good one, its signature is none.
    List<Tampering> garbledSignatures(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] file = key.signature(text);
        byte[] raw = Base64.getMimeDecoder().decode(file);
        List<Tampering> all = new ArrayList<>();
        for (int i = 0; i < SIGNATURE_BYTES; i++) {
            byte[] flipped = raw.clone();
            flipped[i] ^= (byte) (1 << (i % BITS));
            all.add(new Tampering("bit of byte " + i, bytes, written(flipped)));
        }
        for (int length : List.of(0, 1, 32, 63)) {
            byte[] cut = written(Arrays.copyOf(raw, length));
            all.add(new Tampering("cut to " + length, bytes, cut));
        }
        all.add(new Tampering("too long", bytes, written(Arrays.copyOf(raw, 65))));
        all.add(new Tampering("zeros", bytes, written(new byte[SIGNATURE_BYTES])));
        all.add(new Tampering("raw", bytes, raw));
        all.add(new Tampering("written twice", bytes, written(twice(raw))));
        all.add(new Tampering("second form", bytes, written(secondForm(raw))));
        all.add(new Tampering("another key's", bytes, new TestKey().signature(text)));
        all.add(new Tampering("of another text", bytes, key.signature(text + " ")));
        all.add(new Tampering("of a text in two domains", bytes, key.signature(inDomain(bytes))));
        for (String form : otherForms(new String(file, StandardCharsets.US_ASCII).strip())) {
            byte[] other = form.getBytes(StandardCharsets.US_ASCII);
            all.add(new Tampering("written as " + form, bytes, other));
        }
        return all;
    }

    private static byte[] inDomain(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SignatureFile.domain());
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private static List<String> otherForms(String line) {
        String half = line.substring(0, 44);
        return List.of(
                line,
                line + "\r\n",
                line + "\n\n",
                "\n" + line + "\n",
                " " + line + "\n",
                line + " \n",
                half + "\n" + line.substring(44) + "\n",
                line.replace("=", "") + "\n",
                line.replace("==", "=") + "\n",
                line + "=\n",
                line + "\nmore\n",
                "-----BEGIN SIGNATURE-----\n" + line + "\n-----END SIGNATURE-----\n",
                "untrusted comment: x\n" + line + "\n",
                lastLetterChanged(line) + "\n");
    }

    /// The last letter before the padding holds four bits that a lenient reader does not look at.
    private static String lastLetterChanged(String line) {
        int at = line.indexOf('=') - 1;
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        char other = letters.charAt(letters.indexOf(line.charAt(at)) + 1);
        return line.substring(0, at) + other + line.substring(at + 1);
    }

    private static byte[] twice(byte[] raw) {
        byte[] twice = Arrays.copyOf(raw, 2 * raw.length);
        System.arraycopy(raw, 0, twice, raw.length, raw.length);
        return twice;
    }

    /// With the order added to its second half, which some take for the same signature.
    private static byte[] secondForm(byte[] raw) {
        byte[] big = new byte[32];
        IntStream.range(0, 32).forEach(i -> big[i] = raw[63 - i]);
        byte[] sum = new BigInteger(1, big).add(ORDER).toByteArray();
        byte[] other = raw.clone();
        for (int i = 0; i < 32; i++) {
            other[32 + i] = i < sum.length ? sum[sum.length - 1 - i] : 0;
        }
        return other;
    }

    private static byte[] written(byte[] signature) {
        return (Base64.getEncoder().encodeToString(signature) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// The holder of the key signed it, and it is none all the same.
    List<Tampering> wrongThoughSigned() {
        List<Tampering> all = new ArrayList<>();
        for (String text : WrongValues.all()) {
            all.add(Tampering.signed("signed: " + text, text, key));
        }
        for (String text : wrongWholes()) {
            all.add(Tampering.signed("signed: " + text, text, key));
        }
        for (byte[] bytes : wrongBytes()) {
            all.add(Tampering.signed("signed: " + Arrays.toString(bytes), bytes, key));
        }
        return all;
    }

    private static List<String> wrongWholes() {
        String text = Samples.WHOLE;
        int start = text.indexOf("    {\n      \"id\"");
        String model = text.substring(start, text.lastIndexOf("  ]\n}"));
        return List.of(
                "",
                "null",
                "[]",
                "[" + text + "]",
                "\"" + "catalogue\"",
                "\uFEFF" + text,
                text + "x",
                text + "{}",
                text + "\0",
                text + "// end",
                "// start\n" + text,
                "/**/" + text,
                "#\n" + text,
                ")]}'\n" + text,
                text.replace('"', '\''),
                text.replace("\"format\"", "format"),
                text.replace("\"format\": 1,", "\"format\"= 1;"),
                text.replace("\"speed\",", "\"speed\",,"),
                text.replace("\n  ]\n}", ",\n  ]\n}"),
                text.replace("\n  ]\n}", "\n  ],\n}"),
                text.replace("\n  ]\n}", "\n  ]\n"),
                text.replace("[\"en\"", "[" + "[".repeat(10_000) + "\"en\""),
                text.replace("\"window\"", "\"deep\": " + "{\"a\":".repeat(20) + "1"),
                text.replace("\"models\"", "\"__proto__\": {}, \"models\""),
                text.replace(model, model.stripTrailing() + "," + model),
                text.replace(model, manyModels(model)),
                text + " ".repeat(CatalogueReader.MOST_BYTES));
    }

    /// One more than there may be, each with ids of its own.
    private static String manyModels(String model) {
        String small = model.replaceAll("(?s),\\s*\"files\": \\[.*?\\]", "");
        return IntStream.rangeClosed(0, Catalogue.MOST_MODELS)
                .mapToObj(i -> small.replace("\"tiny", "\"tiny" + i).strip())
                .collect(Collectors.joining(","));
    }

    private static List<byte[]> wrongBytes() {
        byte[] text = Samples.WHOLE.getBytes(StandardCharsets.UTF_8);
        return List.of(
                Samples.WHOLE.getBytes(StandardCharsets.UTF_16),
                Samples.WHOLE.getBytes(StandardCharsets.UTF_16LE),
                Samples.WHOLE.getBytes(StandardCharsets.ISO_8859_1),
                inName(text, 0xC3, 0x28),
                inName(text, 0xC0, 0xAF),
                inName(text, 0xED, 0xA0, 0x80),
                inName(text, 0xF4, 0x90, 0x80, 0x80),
                inName(text, 0xFF),
                inName(text, 0x00),
                Arrays.copyOf(text, text.length / 2));
    }

    /// With those bytes in place of the first ones of the model's name.
    private static byte[] inName(byte[] text, int... bytes) {
        int at = Samples.WHOLE.indexOf("\"Tiny\"") + 1;
        byte[] other = text.clone();
        for (int i = 0; i < bytes.length; i++) {
            other[at + i] = (byte) bytes[i];
        }
        return other;
    }
}
