package nearside.desktop.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.NodeOrientation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SideTest {
    @ParameterizedTest
    @CsvSource({
        "Tides,LEFT_TO_RIGHT",
        "潮汐,LEFT_TO_RIGHT",
        "שלום world,RIGHT_TO_LEFT",
        "مرحبا,RIGHT_TO_LEFT",
        "1. (مرحبا) hello,RIGHT_TO_LEFT",
        "Hello مرحبا,LEFT_TO_RIGHT",
        "\uD83A\uDD00 and so on,RIGHT_TO_LEFT",
        "'12 + 3, …',INHERIT",
        "'',INHERIT"
    })
    void theFirstLetterDecides(String text, NodeOrientation side) {
        assertEquals(side, Side.of(text));
    }
}
