package nearside.storage.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.gson.JsonParser;

import nearside.storage.json.StrictJson.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class StrictJsonTest {
    private static Reading read(String text) {
        return StrictJson.object(text.replace('\'', '"'));
    }

    @Test
    void anObjectIsReadWhole() {
        String text = "{\"a\": [1, true, null, {\"b\": \"c\"}]}";
        assertEquals(
                new Reading.Whole(JsonParser.parseString(text).getAsJsonObject(), List.of()),
                read(text));
    }

    @Test
    void aKeyGivenTwiceIsToldAtAnyDepthAndHoweverItIsWritten() {
        Reading.Whole whole =
                assertInstanceOf(
                        Reading.Whole.class,
                        read("{'a': {'b': 1, 'b': 2}, 'c': [{'d': 1, '\\u0064': 2}], 'a': 3}"));
        assertEquals(List.of("b", "d", "a"), whole.repeated());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{} x",
                "{} {}",
                "{'a': 1,}",
                "{a: 1}",
                "{'a': 1} // c",
                "/* c */ {}",
                "{'a': NaN}",
                "{'a': 01}",
                "{'a': +1}",
                "{'a': .5}",
                "{'a': 'b\tc'}",
                "{'a': [[[[[[[[1]]]]]]]]}",
                "{'a': 1e99999999999}"
            })
    void whatIsNoStrictJsonIsMalformed(String text) {
        assertInstanceOf(Reading.Malformed.class, read(text));
    }
}
