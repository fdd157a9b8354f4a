package nearside.copilot.catalogue;

import java.util.ArrayList;
import java.util.List;

/// The sample catalogue again and again, with one value that is not as it has to be.
final class WrongValues {
    private static final List<String> UNSEEN =
            List.of(
                    "\\u0000", "\\u0007", "\\n", "\\t", "\\u007f", "\\u0085", "\\u00ad", "\\u061c",
                    "\\u200b", "\\u200e", "\\u200f", "\\u2028", "\\u2029", "\\u202a", "\\u202b",
                    "\\u202d", "\\u202e", "\\u2060", "\\u2066", "\\u2067", "\\u2068", "\\u2069",
                    "\\ud800", "\\udc00", "\\ue000", "\\ufeff", "\\uffff");

    private final List<String> all = new ArrayList<>();

    private WrongValues() {}

    static List<String> all() {
        WrongValues values = new WrongValues();
        values.texts();
        values.places();
        values.numbers();
        values.shapes();
        return List.copyOf(values.all);
    }

    /// In place of a value that stands once in the sample, `'` for quotes.
    private void replace(String value, String... others) {
        for (String other : others) {
            String before = value.replace('\'', '"');
            int first = Samples.WHOLE.indexOf(before);
            if (first < 0) {
                throw new AssertionError("the sample has no " + before);
            }
            all.add(
                    Samples.WHOLE.substring(0, first)
                            + other.replace('\'', '"')
                            + Samples.WHOLE.substring(first + before.length()));
        }
    }

    private void key(String name, String value, String... others) {
        for (String other : others) {
            replace("'" + name + "': " + value, "'" + name + "': " + other);
        }
    }

    private void texts() {
        for (String unseen : UNSEEN) {
            key("name", "'Tiny'", "'Ti" + unseen + "ny'");
            key("id", "'tiny'", "'ti" + unseen + "ny'");
            key("folder", "'cpu/int4'", "'cpu/i" + unseen + "nt4'");
        }
        key("name", "'Tiny'", "''", "' '", "' Tiny'", "'Tiny '", "null", "1", "['Tiny']");
        key("name", "'Tiny'", "'" + "x".repeat(81) + "'", "'a\tb'", "'\u202Ea'", "true");
        key("family", "'Small ones'", "''", "'\\u202e'", "'" + "x".repeat(81) + "'");
        key("description", "'Für Proben: 模型, نموذج.'", "''", "'" + "x".repeat(601) + "'");
        key("id", "'MIT'", "''", "'MIT or not'", "'-MIT'", "'M/T'", "1");
        key(
                "address",
                "'https://licence.example/mit'",
                "'http://licence.example/'",
                "'javascript:alert(1)'",
                "'file:///etc/passwd'",
                "'https://u:p@licence.example/'",
                "'https:///x'",
                "'https://licence.example/ü'",
                "'https://licence.example/" + "x".repeat(300) + "'",
                "''",
                "null");
        key("languages", "['en', 'zh-Hant']", "[]", "'en'", "['EN']", "['en', 'en']", "[1]");
        key("languages", "['en', 'zh-Hant']", "['en_US']", "['']", "{}", "[['en']]", "null");
        key("issued", "'2026-01-31'", "'2026-02-30'", "'2026-1-3'", "20260131", "'31.1.2026'");
        key("issued", "'2026-01-31'", "'2026-01-31T00:00:00Z'", "''", "null", "'+2026-01-31'");
    }

    private void places() {
        key("id", "'tiny'", "''", "'Tiny'", "'-tiny'", "'.tiny'", "'tiny.'", "'tiny-'", "'..'");
        key("id", "'tiny'", "'a/b'", "'a\\\\b'", "'a b'", "'a_b'", "'ä'", "'con'", "'nul.txt'");
        key("id", "'tiny'", "'com1'", "'lpt9.x'", "'" + "x".repeat(81) + "'", "1", "null");
        key("id", "'tiny-cpu-int4'", "'tiny'", "'aux'", "'../tiny'", "''", "'tiny\\u0000'");
        key("repository", "'owner/tiny.onnx_1'", "'owner'", "'owner/'", "'/tiny'", "'a/b/c'");
        key("repository", "'owner/tiny.onnx_1'", "'../tiny'", "'owner/..'", "'./tiny'", "''");
        key("repository", "'owner/tiny.onnx_1'", "'owner\\\\tiny'", "'ow ner/tiny'", "'con/x'");
        key("repository", "'owner/tiny.onnx_1'", "'owner/tiny?x'", "'owner/tiny#x'", "'a/b%2e'");
        key("repository", "'owner/tiny.onnx_1'", "'owner/ti+ny'", "'owner:x/tiny'", "'a/b.'");
        key("repository", "'owner/tiny.onnx_1'", "'https://a/b'", "'owner/tiny@1'", "'ä/b'");
        String revision = "'0123456789abcdef0123456789abcdef01234567'";
        key("revision", revision, "'Main'", "'main '", "'refs/heads/main'", "'v1'", "''", "null");
        key("revision", revision, "'" + "a".repeat(39) + "'", "'" + "a".repeat(41) + "'");
        key("revision", revision, "'" + "A".repeat(40) + "'", "'main/../x'", "'" + "g".repeat(40));
        key("folder", "'cpu/int4'", "''", "'/cpu'", "'cpu/'", "'cpu//int4'", "'.'", "'..'", "'/'");
        key("folder", "'cpu/int4'", "'../cpu'", "'cpu/../int4'", "'cpu/./int4'", "'cpu/..'");
        key("folder", "'cpu/int4'", "'cpu\\\\int4'", "'..\\\\cpu'", "'C:/cpu'", "'C:'", "'a:b'");
        key("folder", "'cpu/int4'", "'.git/x'", "'a/con'", "'aux/x'", "'a/nul.txt'", "'a/b.'");
        key("folder", "'cpu/int4'", "' cpu'", "'cpu '", "'a b'", "'a%2e%2e'", "'a/…'", "'~/a'");
        key("folder", "'cpu/int4'", "'a" + "/a".repeat(10) + "'", "'" + "a".repeat(97) + "'", "1");
        key("folder", "'cpu/int4'", "'//server/share'", "'\\\\\\\\server\\\\share'", "null");
        key("name", "'model.onnx'", "'../model.onnx'", "'a/model.onnx'", "'model.py'", "''");
        key("name", "'model.onnx'", "'.onnx'", "'model.onnx '", "'con.onnx'", "'model.exe'");
        key("name", "'model.onnx'", "'model.onnx\\u0000'", "'a\\\\model.onnx'", "'tokenizer.json'");
        key("name", "'model.onnx'", "'C:model.onnx'", "'model.onnx::$DATA'", "'Tokenizer.json'");
        String sum = "'" + "ab".repeat(32) + "'";
        key("sha256", sum, "'" + "AB".repeat(32) + "'", "'" + "ab".repeat(31) + "'", "''", "null");
    }

    private void numbers() {
        key("format", "1", "0", "2", "'1'", "1.5", "true", "null", "-1", "[1]");
        key("serial", "7", "0", "-7", "'7'", "7.5", "9007199254740993", "1e20", "7e999999999");
        key("serial", "7", "9".repeat(400), "9".repeat(5000), "NaN", "Infinity", "0x7", "07");
        key("window", "4096", "0", "-1", "100000001", "4096.5", "4.0965e3", "'4096'", "null");
        key("parameters", "1000000", "0", "100000000000001", "1e6", "'1'", "false");
        key("layers", "2", "0", "1001", "-2", "'2'", "2.5");
        key("kv_heads", "4", "0", "1001", "null");
        key("head_size", "16", "0", "10001", "16.1");
        key("vocabulary", "32064", "0", "10000001", "{}");
        key("bytes", "30", "0", "-30", "29", "31", "4398046511105", "'30'", "30.5", "null");
        key("size", "10", "0", "-10", "9", "11", "9223372036854775807", "18446744073709551616");
    }

    private void shapes() {
        key("accelerator", "'cpu'", "'CPU'", "'gpu'", "'webgpu'", "'coreml'", "''", "1", "null");
        key("emphasis", "'speed'", "'Speed'", "'size'", "''", "null", "0");
        for (String opening : List.of("{\n  ", "{\n      ", "'licence': {", "'shape': {")) {
            replace(opening, opening + "'more': 1, ", opening + "'': 1, ", opening + "'Id': 1, ");
        }
        replace("{'name': 'model", "{'more': 1, 'name': 'model", "{'urls': [], 'name': 'model");
        replace("'accelerator'", "'size': 1, 'accelerator'", "'url': 'https://a/', 'accelerator'");
        replace("'variants': [", "'variants': [null, ", "'variants': [[], ", "'variants': [1, ");
        replace("'models': [", "'models': [null, ", "'models': ['x', ", "'models': [{}, ");
        replace("'licence': {'id': 'MIT',", "'licence': {", "'licence': {'id': {'id': 'MIT'},");
        twice("'format': 1", "'serial': 7", "'id': 'tiny'", "'layers': 2", "'window': 4096");
        twice("'id': 'MIT'", "'accelerator': 'cpu'", "'folder': 'cpu/int4'", "'size': 10");
        twice("'id': 'tiny-cpu-int4'", "'bytes': 30", "'name': 'model.onnx'");
        replace("'serial': 7", "'s\\u0065rial': 8, 'serial': 7");
    }

    private void twice(String... members) {
        for (String member : members) {
            replace(member, member + ", " + member);
        }
    }
}
