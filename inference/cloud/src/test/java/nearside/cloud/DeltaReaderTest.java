package nearside.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.cloud.outbound.FarException;
import nearside.engine.EngineFailure.Far;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class DeltaReaderTest {
    private final DeltaReader reader = new DeltaReader("far");

    private static Delta text(String text) {
        return new Delta.Part(text, List.of(), Optional.empty(), Optional.empty());
    }

    static List<Arguments> chunks() {
        return List.of(
                Arguments.of("{\"choices\":[{\"delta\":{\"content\":\"ha\"}}]}", text("ha")),
                Arguments.of(
                        "{\"choices\":[{\"index\":0,\"delta\":{\"content\":null}}]}", text("")),
                Arguments.of(
                        "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"b\"}},"
                                + "{\"index\":0,\"delta\":{\"content\":\"a\"}}]}",
                        text("a")),
                Arguments.of(
                        "{\"choices\":[],\"prompt_filter_results\":[{}],\"usage\":null}", text("")),
                Arguments.of(
                        "{\"choices\":[{\"delta\":{\"reasoning_content\":\"hm\"}}]}", text("")),
                Arguments.of(
                        "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"x\":[1]}",
                        new Delta.Part("", List.of(), Optional.of("stop"), Optional.empty())),
                Arguments.of(
                        "{\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":4,"
                                + "\"prompt_tokens_details\":{\"cached_tokens\":3}}}",
                        new Delta.Part(
                                "",
                                List.of(),
                                Optional.empty(),
                                Optional.of(new Delta.Counted(9, 3, 4)))),
                Arguments.of(
                        "{\"error\":{\"message\":\"busy\",\"code\":\"503\"}}",
                        new Delta.Broken("busy", OptionalInt.of(503))),
                Arguments.of(
                        "{\"error\":{\"message\":\"busy\",\"code\":\"overloaded\"}}",
                        new Delta.Broken("busy", OptionalInt.empty())),
                Arguments.of(" [DONE] ", new Delta.Done()));
    }

    @ParameterizedTest
    @MethodSource("chunks")
    void eventsOfAllKindsOfServersAreRead(String data, Delta expected) throws FarException {
        assertEquals(expected, reader.read(data));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"choices\":null}",
                "{\"choices\":\"none\"}",
                "{\"choices\":[7]}",
                "{\"choices\":[{\"delta\":{\"content\":{}}}]}",
                "{\"choices\":[{\"delta\":[]}]}",
                "{\"choices\":[{\"index\":\"x\"}]}",
                "{\"choices\":[{\"finish_reason\":{}}]}",
                "{\"usage\":{\"prompt_tokens\":\"many\"}}",
                "{\"choices\":[]} trailing",
                "{'choices':[]}",
                "{\"error\":\"busy\"}",
            })
    void whatIsNoChunkIsRefused(String data) {
        FarException thrown = assertThrows(FarException.class, () -> reader.read(data));
        assertEquals(
                new Far.Garbled("far", "a chunk of a chat completion", "something else"),
                thrown.failure());
    }

    @Test
    void deepNestingDoesNotOverflowTheStack() {
        String deep = "[".repeat(100_000);
        assertThrows(FarException.class, () -> reader.read("{\"choices\":" + deep));
    }
}
