package nearside.desktop.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.trouble.Explain;
import nearside.desktop.trouble.Trouble;
import nearside.desktop.words.Words;
import nearside.storage.Profile;
import nearside.storage.StorageFailure;
import nearside.storage.policy.Policy.Export;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A real profile and real small programs that play the client of CUPS.
@DisabledOnOs(OS.WINDOWS)
class PrintViewModelTest {
    @TempDir Path room;
    private final Words words = Words.of(Locale.ENGLISH);
    private final HeldThread ui = new HeldThread();
    private final List<Trouble> unseen = new ArrayList<>();
    private final List<StorageFailure> failures = new ArrayList<>();
    private final List<String> saved = new ArrayList<>();
    private PlayedCups cups = new PlayedCups(Path.of(""));
    private Profile profile;
    private PrintViewModel print;
    private Kept kept = new Kept("", "");

    @BeforeEach
    void open() throws IOException {
        profile = Profile.open(room.resolve("profile"));
        String id = profile.journal().begin(Optional.empty(), "Tides").conversation().value();
        kept = new Kept(id, "Tides");
        cups = PlayedCups.in(room.resolve("bin"));
        print = over(Export.ALLOWED, cups.environment());
    }

    private PrintViewModel over(Export policy, Map<String, String> environment) {
        PrintViewModel made =
                new PrintViewModel(
                        new PrintViewModel.Behind(
                                profile.past(), policy, new CupsPrinters(environment)),
                        new Background(Runnable::run, ui, failures::add),
                        words,
                        unseen::add);
        made.onSave(saved::add);
        return made;
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private Printing begun() {
        print.begin(Optional.of(kept));
        assertEquals(new Printing.Looking(), print.printing().get());
        assertFalse(print.canPrint());
        ui.run();
        return print.printing().get();
    }

    @Test
    void theUsualPrinterIsChosenAndGetsThePages() throws IOException {
        assertEquals(new Printing.Ready(), begun());
        assertEquals(List.of("paper", "ink"), print.names());
        assertEquals(Optional.of("ink"), print.chosen.get());
        assertEquals("Tides", print.title());
        print.copies().typed().set(" 12 ");
        print.print();
        assertEquals(new Printing.Sending("ink"), print.printing().get());
        assertFalse(print.canPrint());
        assertFalse(print.canSave());
        ui.run();
        assertEquals(new Printing.Sent("ink"), print.printing().get());
        assertEquals("12", cups.arguments().get(3));
        assertTrue(print.canPrint(), "once more");
    }

    @Test
    void anotherPrinterGetsThemWhenItIsChosen() throws IOException {
        begun();
        print.chosen.set(Optional.of("paper"));
        print.print();
        ui.run();
        assertEquals(new Printing.Sent("paper"), print.printing().get());
        assertEquals("paper", cups.arguments().get(1));
    }

    @Test
    void oneOfSeveralIsNotChosenByTheProgram() throws IOException {
        cups.lpstat("[ \"$1\" = -d ] || { echo paper; echo ink; }\n");
        assertEquals(new Printing.Ready(), begun());
        assertEquals(Optional.empty(), print.chosen.get());
        print.print();
        assertFalse(print.canPrint());
        assertFalse(cups.hasPrinted());
        cups.lpstat("[ \"$1\" = -d ] || echo paper\n");
        begun();
        assertEquals(Optional.of("paper"), print.chosen.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00", "100", "-1", "two", "1.5", "1 2"})
    void aWrongNumberOfCopiesIsSaidAndNothingPrinted(String typed) {
        begun();
        print.copies().typed().set(typed);
        assertEquals(
                "Expected a number from 1 to 99, found “" + typed + "”.",
                print.copies().fault().get());
        assertFalse(print.canPrint());
        print.print();
        assertEquals(new Printing.Ready(), print.printing().get());
        assertFalse(cups.hasPrinted());
        begun();
        assertEquals("", print.copies().fault().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "99", "07", " 3", "３"})
    void aRightNumberIsTaken(String typed) {
        begun();
        print.copies().typed().set(typed);
        assertEquals("", print.copies().fault().get());
        assertTrue(print.canPrint());
    }

    @Test
    void withoutPrintersItCanBecomeAFile() {
        print = over(Export.ALLOWED, Map.of());
        assertEquals(new Printing.NoPrinters(""), begun());
        assertFalse(print.canPrint());
        print.save();
        assertEquals(List.of(kept.id()), saved);
    }

    @Test
    void aPolicyForbidsPaperAsItForbidsFiles() {
        print = over(Export.FORBIDDEN, cups.environment());
        print.begin(Optional.of(kept));
        ui.run();
        assertEquals(new Printing.Forbidden(), print.printing().get());
        print.chosen.set(Optional.of("ink"));
        print.print();
        print.save();
        ui.run();
        assertFalse(cups.hasPrinted());
        assertEquals(List.of(), saved);
        assertEquals(new Printing.Forbidden(), print.printing().get());
    }

    @Test
    void whatIsKeptNowhereIsNotPrinted() {
        print.begin(Optional.empty());
        ui.run();
        assertEquals(new Printing.NotKept(), print.printing().get());
        print.print();
        print.save();
        assertFalse(cups.hasPrinted());
        assertEquals(List.of(), saved);
    }

    @Test
    void aConversationThatWentAwayMeanwhileIsNotPrinted() {
        kept = new Kept("gone", "Gone");
        begun();
        print.print();
        ui.run();
        assertEquals(new Printing.NotKept(), print.printing().get());
        assertFalse(cups.hasPrinted());
    }

    @Test
    void aRefusalIsSaidWithWhatTheSystemSays() throws IOException {
        cups.lp("cat > /dev/null; echo 'lp: no such class' >&2; exit 1\n");
        begun();
        print.print();
        ui.run();
        Trouble trouble = new Explain(words).printingRefused("ink", "lp: no such class");
        assertEquals(new Printing.Failed(trouble), print.printing().get());
        assertEquals("lp: no such class", trouble.details());
        assertTrue(trouble.meaning().contains("ink"), trouble.meaning());
        assertTrue(print.canPrint(), "another try");
        assertTrue(print.canSave());
    }

    /// A panel that was closed is not told, the window is.
    @Test
    void aFailureThatNobodySeesAnyMoreIsToldElsewhere() throws IOException {
        cups.lp("exit 1\n");
        begun();
        print.print();
        print.forget();
        print.begin(Optional.empty());
        ui.run();
        assertEquals(new Printing.NotKept(), print.printing().get());
        assertEquals(1, unseen.size());
    }

    @Test
    void printersOfAnEarlierLookAreNotShown() {
        print.begin(Optional.of(kept));
        print.forget();
        ui.run();
        assertEquals(List.of(), print.names());
        assertInstanceOf(Printing.Looking.class, print.printing().get());
    }

    @Test
    void aStoreThatFailsEndsTheWaiting() throws IOException {
        begun();
        // What cannot be a database any more, from its first page on.
        for (String file : List.of("nearside.db", "nearside.db-wal")) {
            Files.write(room.resolve("profile").resolve(file), new byte[65_536]);
        }
        print.print();
        ui.run();
        assertEquals(1, failures.size());
        assertEquals(new Printing.Ready(), print.printing().get());
        assertFalse(cups.hasPrinted());
    }
}
