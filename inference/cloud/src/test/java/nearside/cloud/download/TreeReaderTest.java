package nearside.cloud.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

class TreeReaderTest {
    private static final String SHA_1 = "0123456789abcdef0123456789abcdef01234567";
    private static final String SHA_256 = SHA_1 + "89abcdef0123456789abcdef";

    private final TreeReader reader =
            new TreeReader("https://hub.example:443", new Source("o/n", "main", "cpu/int4"));

    private List<HubFile> read(String listing) throws Setback {
        return reader.read(listing.getBytes(StandardCharsets.UTF_8));
    }

    private static String entry(String path, String rest) {
        return """
        {"type":"file","path":"%s","size":12,"oid":"%s"%s}\
        """
                .formatted(path, SHA_1, rest);
    }

    @Test
    void smallFilesHaveTheSumOfGitAndLargeOnesTheirOwn() throws Setback {
        String listing =
                """
                [{"type":"file","oid":"%1$s","size":11,"path":"cpu/int4/genai_config.json"},
                 {"type":"file","oid":"%1$s","size":134,"path":"cpu/int4/m.onnx.data",
                  "lfs":{"oid":"%2$s","size":2700000000,"pointerSize":135},"xetHash":"x"}]
                """
                        .formatted(SHA_1, SHA_256);
        assertEquals(
                List.of(
                        new HubFile(
                                "genai_config.json",
                                11,
                                new Checksum(Checksum.Kind.GIT_BLOB, SHA_1)),
                        new HubFile(
                                "m.onnx.data",
                                2_700_000_000L,
                                new Checksum(Checksum.Kind.SHA_256, SHA_256))),
                read(listing));
    }

    @Test
    void whatIsNoPartOfAModelIsPassedOver() throws Setback {
        String others =
                String.join(
                        ",",
                        entry("cpu/int4/README.md", ""),
                        entry("cpu/int4/run.py", ""),
                        entry("cpu/int4/.hidden.onnx", ""),
                        entry("cpu/int4/deeper/m.onnx", ""),
                        entry("cpu/int4/../m.onnx", ""),
                        entry("cpu/other/m.onnx", ""),
                        entry("m.onnx", ""),
                        entry("cpu/int4/a\\\\b.onnx", ""),
                        "{\"type\":\"directory\",\"path\":\"cpu/int4/m.data\",\"size\":0}");
        assertEquals(List.of(), read("[" + others + "]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<html>please log in</html>",
                "[1]",
                "[{}]",
                "[{\"type\":\"file\"}]",
                "[{\"type\":\"file\",\"path\":\"cpu/int4/m.onnx\"}]",
                "[{\"type\":\"file\",\"path\":\"cpu/int4/m.onnx\",\"size\":-1,\"oid\":\"x\"}]",
                "[{\"type\":\"file\",\"path\":\"cpu/int4/m.onnx\",\"size\":1e99,\"oid\":\"x\"}]",
                "[{\"type\":\"file\",\"path\":\"cpu/int4/m.onnx\",\"size\":1,\"oid\":\"xyz\"}]",
                "[{\"type\":\"file\",\"path\":\"cpu/int4/m.onnx\",\"size\":999999999999999999,"
                        + "\"oid\":\"0123456789abcdef0123456789abcdef01234567\"}]"
            })
    void anythingElseIsNoListing(String listing) {
        Setback.Passing refused = assertThrows(Setback.Passing.class, () -> read(listing));
        assertInstanceOf(DownloadFailure.Unlike.class, refused.failure());
    }
}
