package nearside.storage.past.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.past.PastConversation;
import nearside.storage.past.PastSamples;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class PastJsonTest {
    private static String written(List<PastConversation> conversations) throws IOException {
        StringWriter text = new StringWriter();
        try (PastJson json = new PastJson(text)) {
            for (PastConversation conversation : conversations) {
                json.write(conversation);
            }
        }
        return text.toString();
    }

    @Test
    void noConversationsAreAnEmptyList() throws Exception {
        assertEquals(
                """
                {
                 "format": "nearside-conversations",
                 "version": 1,
                 "conversations": []
                }\
                """,
                written(List.of()));
    }

    @Test
    void whatIsNotThereIsNotWritten() throws Exception {
        PastConversation bare =
                new PastConversation(
                        "i",
                        new PastConversation.Head("t", Instant.EPOCH, Instant.EPOCH),
                        PastConversation.Filing.NONE,
                        List.of(),
                        Optional.empty(),
                        Optional.of("{\"n\":1e400}"));
        assertEquals(
                """
                {
                 "format": "nearside-conversations",
                 "version": 1,
                 "conversations": [
                  {
                   "id": "i",
                   "title": "t",
                   "created": "1970-01-01T00:00:00Z",
                   "changed": "1970-01-01T00:00:00Z",
                   "messages": [],
                   "extra": {
                    "n": 1e400
                   }
                  }
                 ]
                }\
                """,
                written(List.of(bare)));
    }

    @Test
    void theSameIsWrittenTheSameWay() throws Exception {
        PastConversation conversation = new PastSamples(1).conversation(20);
        assertEquals(written(List.of(conversation)), written(List.of(conversation)));
    }
}
