package nearside.desktop.borrow;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

final class PlainTalkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://far.example/v1",
                "http://localhost:1234/v1",
                "http://127.0.0.1:11434/v1",
                "http://[::1]:8080",
                "http://10.1.2.3/v1",
                "http://172.16.0.9/v1",
                "http://192.168.1.20:8000/v1",
                "http://169.254.3.4/v1",
                "http://[fd12:3456::1]/v1",
                "http://[fe80::1]/v1",
                "http://tower:8000/v1",
                "http://Tower.local/v1",
                "http://box.home.arpa/v1",
                "nowhere"
            })
    void nobodyReadsWhatStaysNearOrIsEncrypted(String address) {
        assertFalse(PlainTalk.isReadable(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://far.example/v1",
                "HTTP://api.openai.com/v1",
                "http://8.8.8.8/v1",
                "http://172.32.0.1/v1",
                "http://[2001:db8::1]/v1",
                "http://local.example/v1"
            })
    void plainHttpToElsewhereCanBeRead(String address) {
        assertTrue(PlainTalk.isReadable(URI.create(address)));
    }
}
