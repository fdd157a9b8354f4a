package nearside.storage.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.example.com,https,api.example.com,443",
        "HTTPS://API.Example.COM/,https,api.example.com,443",
        "http://127.0.0.1:8080,http,127.0.0.1,8080",
        "http://proxy,http,proxy,80",
        "https://[::1]:9,https,[::1],9"
    })
    void anAddressIsSchemeHostAndPort(String text, String scheme, String host, int port) {
        assertEquals(Optional.of(new Endpoint(scheme, host, port)), Endpoint.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.example.com",
                "ftp://example.com",
                "https:example.com",
                "https://",
                "https://example.com/v1",
                "https://example.com?x=1",
                "https://example.com#top",
                "https://me:secret@example.com",
                "https://example.com:0",
                "https://example.com:65536",
                "https://*.example.com",
                "https://exa mple.com",
                "https://a_b.example.com",
                "file:///etc/passwd"
            })
    void anythingElseIsNone(String text) {
        assertEquals(Optional.empty(), Endpoint.of(text));
    }

    @Test
    void itReadsAsItIsWritten() {
        Endpoint endpoint = new Endpoint("https", "example.com", 8443);
        assertEquals(Optional.of(endpoint), Endpoint.of(endpoint.toString()));
    }

    @Test
    void aHostIsInSmallLetters() {
        assertThrows(IllegalArgumentException.class, () -> new Endpoint("https", "Example.com", 1));
    }
}
