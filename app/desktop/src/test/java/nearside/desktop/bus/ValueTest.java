package nearside.desktop.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class ValueTest {
    @Test
    void aTextIsQuoted() {
        assertEquals("'It\\'s a \\\\ \\u000a'", Value.of("It's a \\ \n"));
    }

    @Test
    void partsAreTakenApartOnTheirOwnLevelAlone() {
        assertEquals(
                List.of("1", "clicked, at once", "<'a, b'>", "123", "it's \"so\""),
                new Value("(1, 'clicked, at once', <'a, b'>, uint32 123, \"it's \\\"so\\\"\")")
                        .parts());
    }

    @Test
    void oneAndNone() {
        assertEquals(List.of(":1.7"), new Value("(':1.7',)").parts());
        assertEquals(List.of(), new Value("()").parts());
        assertEquals(List.of("[1, 2]", "[]"), new Value("([1, 2], [])").parts());
    }
}
