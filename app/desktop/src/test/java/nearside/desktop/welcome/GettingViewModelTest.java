package nearside.desktop.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.downloads.Trip;
import nearside.desktop.models.ImportState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How a larger model comes here.
final class GettingViewModelTest {
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));

    @TempDir Path folder;
    private final List<String> opened = new ArrayList<>();
    private Guest guest;
    private GettingViewModel getting;

    @BeforeEach
    void come() {
        guest = new Guest(folder);
        getting = guest.welcome.getting();
        getting.onOpen(opened::add);
        getting.refresh();
        guest.ui.run();
    }

    @AfterEach
    void leave() {
        guest.close();
    }

    @Test
    void thePageOfItsMakersIsOpenedByAClickAlone() {
        assertEquals(List.of(), opened);
        getting.openPage();
        assertEquals(
                List.of("https://huggingface.co/microsoft/Phi-3-mini-4k-instruct-onnx"), opened);
    }

    @Test
    void offlineNoPageIsOpened() {
        guest.mode.goOffline();
        guest.ui.run();
        assertTrue(getting.offline().getValue());
        getting.openPage();
        assertEquals(List.of(), opened);
    }

    private List<String> fetched() {
        return guest.downloads.all().stream().map(Trip::id).toList();
    }

    @Test
    void theOfferedModelIsFetchedByAClickAlone() {
        assertEquals(List.of(), fetched());
        getting.get();
        assertEquals(List.of("phi-3-mini-4k-cpu-int4"), fetched());
    }

    @Test
    void offlineNothingIsFetched() {
        guest.mode.goOffline();
        guest.ui.run();
        getting.get();
        assertEquals(List.of(), fetched());
    }

    @Test
    void roomIsReadFromTheDisk() {
        getting.refresh();
        guest.ui.run();
        assertTrue(getting.room().get().startsWith("Room where models lie: "));
        assertFalse(getting.here().get());
    }

    @Test
    void theFolderIsCheckedAndBroughtIn() {
        getting.bringIn(MODELS.resolve("phi3-tiny-4k"));
        guest.ui.run();
        assertEquals(new ImportState.Done("phi3-tiny-4k"), guest.models.importing().get());
        getting.refresh();
        guest.ui.run();
        assertFalse(getting.here().get(), "two layers are no Phi-3 mini");
    }

    @Test
    void aFolderThatIsNoModelIsRefused() {
        getting.bringIn(folder);
        guest.ui.run();
        assertInstanceOf(ImportState.Refused.class, guest.models.importing().get());
    }
}
