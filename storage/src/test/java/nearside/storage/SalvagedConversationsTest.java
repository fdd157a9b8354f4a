package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

class SalvagedConversationsTest {
    @Test
    void onlyAnIdThatWasMadeHereTellsWhen() {
        Instant now = Instant.parse("2026-11-29T03:04:05.678Z");
        String id = new TimeOrderedIds(InstantSource.fixed(now)).next();
        assertEquals(Optional.of(Nanos.of(now)), SalvagedConversations.made(id));
        assertEquals(Optional.empty(), SalvagedConversations.made(UUID.randomUUID().toString()));
        assertEquals(Optional.empty(), SalvagedConversations.made("conversation-41"));
    }
}
