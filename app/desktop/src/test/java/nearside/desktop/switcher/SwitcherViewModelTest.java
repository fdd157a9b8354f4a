package nearside.desktop.switcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.switcher.SwitchItem.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

final class SwitcherViewModelTest {
    private final List<String> done = new ArrayList<>();
    private List<SwitchItem> all =
            List.of(
                    item("The tides of the sea"),
                    item("Sea shells"),
                    item("Overseas"),
                    item("Backups…"));
    private final SwitcherViewModel switcher = new SwitcherViewModel(() -> all);

    private SwitchItem item(String title) {
        return new SwitchItem(Kind.CONVERSATION, title, () -> done.add(title));
    }

    private List<String> titles() {
        return switcher.found().stream().map(SwitchItem::title).toList();
    }

    @Test
    void allIsThereBeforeAnythingIsTyped() {
        assertFalse(switcher.open().get());
        switcher.begin();
        assertTrue(switcher.open().get());
        assertEquals(all.stream().map(SwitchItem::title).toList(), titles());
    }

    @Test
    void whatBeginsWithItComesFirst() {
        switcher.begin();
        switcher.typed().set("SEA");
        assertEquals(List.of("Sea shells", "The tides of the sea", "Overseas"), titles());
        switcher.typed().set("sea the");
        assertEquals(List.of("The tides of the sea"), titles());
        switcher.typed().set("nothing");
        assertEquals(List.of(), titles());
        switcher.take();
        assertEquals(List.of(), done, "there is nothing to take");
        assertTrue(switcher.open().get());
    }

    @Test
    void theChosenOneIsTakenAndItIsLeft() {
        switcher.begin();
        switcher.typed().set("sea");
        switcher.move(1);
        assertEquals(1, switcher.at().get());
        switcher.move(2);
        assertEquals(0, switcher.at().get(), "round");
        switcher.move(-1);
        switcher.take();
        assertEquals(List.of("Overseas"), done);
        assertFalse(switcher.open().get());
        switcher.begin();
        assertEquals("", switcher.typed().get(), "it begins anew");
        assertEquals(0, switcher.at().get());
    }

    @Test
    void whatIsThereIsAskedForEachTime() {
        switcher.begin();
        switcher.leave();
        all = List.of(item("New"));
        switcher.begin();
        assertEquals(List.of("New"), titles());
    }

    @Test
    void noMoreThanFiftyAreShown() {
        all = IntStream.range(0, 10_000).mapToObj(i -> item("Number " + i)).toList();
        switcher.begin();
        assertEquals(50, switcher.found().size());
        switcher.typed().set("9999");
        assertEquals(List.of("Number 9999"), titles());
    }

    @ParameterizedTest
    @CsvSource({
        "Sea shells, sea, 0",
        "Sea shells, shells, 1",
        "Sea shells, hell, 2",
        "Sea shells, shells sea, 1",
        "Overseas sea, sea, 1",
        "北京的天气, 天气, 2",
    })
    void lessIsBetter(String title, String typed, int rank) {
        assertEquals(OptionalInt.of(rank), Matching.rank(title, typed));
    }
}
