package nearside.copilot.borrow.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.copilot.borrow.mask.JsonTexts.Numbers;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonTextsTest {
    private static String changed(String json, Numbers numbers) {
        return new JsonTexts(text -> text.replace("11", "\"x\""), numbers).in(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"a\": \"1 1\",  \"b\":[1.50e2, null]}|{\"a\": \"1 1\",  \"b\":[1.50e2, null]}",
                "{\"a\": \"11\"}|{\"a\":\"\\\"x\\\"\"}",
                "{\"11\":[[\"a11\"],1.50e2,true]}|{\"\\\"x\\\"\":[[\"a\\\"x\\\"\"],1.50e2,true]}",
                "[\"\\u0031\\u0031\"]|[\"\\\"x\\\"\"]",
                "{\"a\": 11}|{\"a\":\"\\\"x\\\"\"}",
                "{\"a\": 11|{\"a\": \"x\"",
                "{\"a\": 11} 11|{\"a\": \"x\"} \"x\"",
                "\"11\"|\"\"x\"\"",
                "11|\"x\"",
            })
    void textsAndNumbersChangeAndItStaysJson(String json, String expected) {
        assertEquals(expected, changed(json, Numbers.CHANGE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"maximum\": 11}|{\"maximum\": 11}",
                "{\"maximum\": 11, \"d\": \"11\"}|{\"maximum\":11,\"d\":\"\\\"x\\\"\"}",
            })
    void numbersStayWhereTheyShould(String json, String expected) {
        assertEquals(expected, changed(json, Numbers.STAY));
    }
}
