package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.storage.policy.Endpoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class FetchingTest {
    private static final URI HUB = URI.create("https://models.example.com/near/");
    private static final Endpoint CDN = new Endpoint("https", "cdn.example.com", 443);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://huggingface.co/",
                "https://models.example.com:8443/a/b/",
                "https://LOCALHOST/",
                "http://127.0.0.1/",
                "http://127.0.0.1:8080/hub/",
                "http://[::1]:8080/",
                "http://localhost:1/",
                "http://LocalHost/"
            })
    void aHubIsSecureOrOnThisMachine(String address) {
        assertEquals(Optional.of(URI.create(address)), Fetching.hub(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "models.example.com/",
                "https://models.example.com",
                "https:///",
                "https://models.example.com/?a/",
                "https://models.example.com/#/",
                "https://me@models.example.com/",
                "https://models.example.com:99999/",
                "https://models.example.com:0/",
                "http://models.example.com/",
                "http://127.0.0.2/",
                "http://127.0.0.1.example.com/",
                "http://localhost.example.com/",
                "http://me@localhost/",
                "http://0.0.0.0/",
                "http://[::]/",
                "ftp://127.0.0.1/",
                "file:///srv/",
                "https://a b/"
            })
    void andNothingElseIs(String address) {
        assertEquals(Optional.empty(), Fetching.hub(address));
        URI other = URI.create(address.replace(' ', '_'));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Fetching(Optional.of(other), List.of(), OptionalInt.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://cdn.example.com", "https://cdn.example.com/a", "cdn", ""})
    void aServerOfAHubIsSecureToo(String address) {
        assertEquals(Optional.empty(), Fetching.server(address));
        assertEquals(Optional.of(CDN), Fetching.server("https://cdn.example.com"));
        Endpoint plain = new Endpoint("http", "cdn.example.com", 80);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Fetching(Optional.of(HUB), List.of(plain), OptionalInt.empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 10_000_001})
    void aLimitLetsSomethingCome(int kilobytes) {
        assertThrows(
                IllegalArgumentException.class,
                () -> Fetching.USUAL.atMost(OptionalInt.of(kilobytes)));
    }

    @Test
    void aLimitIsInThousandsOfBytes() {
        assertEquals(500_000, Fetching.USUAL.atMost(OptionalInt.of(500)).mostBytesPerSecond());
        assertEquals(
                10_000_000_000L,
                Fetching.USUAL.atMost(OptionalInt.of(10_000_000)).mostBytesPerSecond());
    }

    /// The servers of one hub are not those of another.
    @Test
    void anotherHubHasNoFurtherServers() {
        Fetching chosen = new Fetching(Optional.of(HUB), List.of(CDN), OptionalInt.of(5));
        assertEquals(chosen, chosen.from(Optional.of(HUB)));
        assertEquals(
                new Fetching(Optional.empty(), List.of(), OptionalInt.of(5)),
                chosen.from(Optional.empty()));
    }
}
