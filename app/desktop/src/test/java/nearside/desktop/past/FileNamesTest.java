package nearside.desktop.past;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.past.PastConversation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource({
        "Boiling eggs, Boiling eggs 00000e99.md",
        "'', 00000e99.md",
        "../../etc/passwd, etc passwd 00000e99.md",
        "'a:b*c?\"<>|\\d', a b c d 00000e99.md",
        "日本語 é, 日本語 é 00000e99.md",
        "'CON.', CON 00000e99.md",
    })
    void aTitleIsWrittenAsFarAsEverySystemCan(String title, String name) {
        PastConversation conversation =
                new PastConversation(
                        "6553a0c0-0000-4000-8000-000000000e99",
                        new PastConversation.Head(title, Instant.EPOCH, Instant.EPOCH),
                        PastConversation.Filing.NONE,
                        List.of(),
                        Optional.empty(),
                        Optional.empty());
        assertEquals(name, FileNames.of(conversation, PageFormat.MARKDOWN));
    }
}
