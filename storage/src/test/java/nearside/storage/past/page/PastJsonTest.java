package nearside.storage.past.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastBytes;
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
    void bytesStandInPiecesAndThoseThatAreLostDoNot() throws Exception {
        byte[] large = new byte[(1 << 20) + 1];
        List<PastAttachment> files =
                List.of(
                        PastAttachment.of("a", "two.bin", PastBytes.of(List.of(large))),
                        PastAttachment.of("b", "", PastBytes.of(List.of())),
                        new PastAttachment("c", "lost", 7, Optional.empty()));
        PastConversation bare = Plain.conversation("t", "x");
        String text = written(List.of(bare.with(List.of(bare.messages().getFirst().with(files)))));
        String members =
                text.substring(text.indexOf("\"attachments\""))
                        .replaceAll("\\s", "")
                        .replaceAll("A{1000,}", "A..");
        assertEquals(
                "\"attachments\":["
                        + "{\"id\":\"a\",\"name\":\"two.bin\",\"size\":1048577,"
                        + "\"bytes\":[\"A..==\",\"AA==\"]},"
                        + "{\"id\":\"b\",\"name\":\"\",\"size\":0,\"bytes\":[]},"
                        + "{\"id\":\"c\",\"name\":\"lost\",\"size\":7}]}]}]}",
                members);
    }

    @Test
    void theSameIsWrittenTheSameWay() throws Exception {
        PastConversation conversation = new PastSamples(1).conversation(20);
        assertEquals(written(List.of(conversation)), written(List.of(conversation)));
    }
}
