package nearside.cloud.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.outbound.Origin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;

class HubTest {
    private static final Hub MIRROR =
            new Hub(
                    URI.create("https://models.example.com/mirror/"),
                    List.of(new Origin("https", "store.example.com", 8443)));

    private static final Source SOURCE = new Source("owner/name", "main", "cpu/int4");

    private static Origin origin(String address) {
        return Origin.of(URI.create(address));
    }

    @Test
    void addressesLieUnderTheBase() {
        assertEquals(
                URI.create(
                        "https://models.example.com/mirror/api/models/owner/name/tree/main/cpu/int4"),
                MIRROR.tree(SOURCE, "main"));
        assertEquals(
                URI.create(
                        "https://models.example.com/mirror/owner/name/resolve/abc/cpu/int4/a%2Bb.onnx"),
                MIRROR.file(SOURCE, "abc", "a+b.onnx"));
    }

    @Test
    void aFolderMayBeAllOfTheRepository() {
        Source whole = new Source("owner/name", "main", "");
        assertEquals(
                URI.create("https://huggingface.co/owner/name/resolve/main/config.json"),
                Hub.PUBLIC.file(whole, "main", "config.json"));
        assertEquals(
                URI.create("https://huggingface.co/api/models/owner/name/tree/main"),
                Hub.PUBLIC.tree(whole, "main"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://huggingface.co",
                "https://cdn-lfs.huggingface.co",
                "https://cas-bridge.xethub.hf.co",
                "https://us.aws.cdn.hf.co:443"
            })
    void thePublicHubHasItsOwnStorage(String host) {
        assertTrue(Hub.PUBLIC.reaches(origin(host)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://huggingface.co",
                "http://cdn.hf.co",
                "https://cdn.hf.co:8443",
                "https://hf.co.evil.example",
                "https://evilhf.co",
                "https://evilhuggingface.co",
                "https://models.example.com",
                "https://127.0.0.1"
            })
    void andNoOther(String host) {
        assertFalse(Hub.PUBLIC.reaches(origin(host)));
    }

    @Test
    void aMirrorHasTheHostsThatItNames() {
        assertTrue(MIRROR.reaches(origin("https://models.example.com")));
        assertTrue(MIRROR.reaches(origin("https://store.example.com:8443")));
        assertFalse(MIRROR.reaches(origin("https://store.example.com")));
        assertFalse(MIRROR.reaches(origin("https://cdn.hf.co")));
        assertFalse(MIRROR.reaches(origin("http://models.example.com")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://h.example", "https://h.example/x", "https://h.example/?a/"})
    void theBaseEndsWithASlash(String base) {
        assertThrows(IllegalArgumentException.class, () -> new Hub(URI.create(base), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owner",
                "owner/../x",
                "/name",
                "owner/name/more",
                "owner/na me",
                "o\\wner/name"
            })
    void aRepositoryIsTwoPlainNames(String repository) {
        assertThrows(IllegalArgumentException.class, () -> new Source(repository, "main", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/../b", "/a", "a/", "a//b", "a\\b", "a b", "C:/a", "."})
    void aFolderIsPlainNames(String folder) {
        assertThrows(IllegalArgumentException.class, () -> new Source("o/n", "main", folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "..", "main?x", "%2e"})
    void aRevisionIsAPlainName(String revision) {
        assertThrows(IllegalArgumentException.class, () -> new Source("o/n", revision, ""));
    }
}
