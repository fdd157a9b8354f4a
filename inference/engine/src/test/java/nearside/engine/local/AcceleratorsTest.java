package nearside.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;
import nearside.engine.accelerator.Standing;
import nearside.engine.accelerator.TryOrder;
import nearside.engine.accelerator.Verdict;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class AcceleratorsTest {
    private static final ModelFolder FOLDER = model("phi3-tiny-4k");
    private static final Device CPU = new Device(Provider.CPU, "CPU", "");
    private static final Device CUDA = new Device(Provider.CUDA, "GPU", "580");
    private static final Device DIRECTML = new Device(Provider.DIRECTML, "GPU", "1.15");
    private static final Verdict FASTER = new Verdict.Faster(20, 10);
    private static final Verdict SLOWER = new Verdict.Slower(5, 10);

    private final KeptVerdicts shelf = new KeptVerdicts();

    static ModelFolder model(String name) {
        Path path = Path.of(System.getProperty("nearside.models"), name);
        return switch (ModelFolder.check(path)) {
            case FolderCheck.Sound(ModelFolder folder) -> folder;
            case FolderCheck.Flawed flawed -> throw new AssertionError(flawed);
        };
    }

    private Accelerators there(String runtime, Device... devices) {
        Accelerators accelerators = new Accelerators();
        accelerators.use(TryOrder.DEFAULT, shelf);
        accelerators.met(List.of(devices), runtime);
        return accelerators;
    }

    @Test
    void withTheProcessorAloneThereIsNothingToTry() {
        Accelerators accelerators = there("1.29.0", CPU);
        assertEquals(List.of(), accelerators.standings(FOLDER));
        assertEquals(Optional.empty(), accelerators.untried(FOLDER));
    }

    @Test
    void nobodyAskedForIsNotTried() {
        Accelerators accelerators = new Accelerators();
        accelerators.met(List.of(CUDA, CPU), "1.29.0");
        assertEquals(List.of(), accelerators.standings(FOLDER));
    }

    @Test
    void theNextIsTriedWhereTheFirstWasPutAsideAndNoneBehindAFasterOne() {
        Accelerators accelerators = there("1.29.0", CUDA, DIRECTML, CPU);
        assertEquals(Optional.of(DIRECTML), accelerators.untried(FOLDER));
        accelerators.judge(FOLDER, DIRECTML, SLOWER);
        assertEquals(Optional.of(CUDA), accelerators.untried(FOLDER));
        assertEquals(Optional.empty(), accelerators.best(FOLDER));
        accelerators.judge(FOLDER, CUDA, FASTER);
        assertEquals(Optional.empty(), accelerators.untried(FOLDER));
        assertEquals(Optional.of(CUDA), accelerators.best(FOLDER));
        accelerators.judge(FOLDER, DIRECTML, FASTER);
        assertEquals(Optional.of(DIRECTML), accelerators.best(FOLDER));
    }

    @Test
    void aVerdictHoldsUntilRuntimeDriverOrModelChange() {
        there("1.29.0", CUDA).judge(FOLDER, CUDA, SLOWER);
        assertEquals(
                List.of(new Standing(CUDA, Optional.of(SLOWER))),
                there("1.29.0", CUDA).standings(FOLDER));
        Device updated = new Device(Provider.CUDA, "GPU", "581");
        assertEquals(Optional.of(updated), there("1.29.0", updated).untried(FOLDER));
        assertEquals(Optional.of(CUDA), there("1.30.0", CUDA).untried(FOLDER));
        assertEquals(Optional.of(CUDA), there("1.29.0", CUDA).untried(model("phi3-tiny-128k")));
    }

    @Test
    void whatIsPassedOverHasNoVerdictAndIsTriedAtTheNextStart() {
        Accelerators accelerators = there("1.29.0", CUDA);
        accelerators.passOver(FOLDER, CUDA);
        assertEquals(Optional.empty(), accelerators.untried(FOLDER));
        assertEquals(List.of(new Standing(CUDA, Optional.empty())), accelerators.standings(FOLDER));
        assertEquals(Optional.of(CUDA), there("1.29.0", CUDA).untried(FOLDER));
    }

    @Test
    void aFasterOneThatIsPassedOverIsNotUsed() {
        Accelerators accelerators = there("1.29.0", CUDA);
        accelerators.judge(FOLDER, CUDA, FASTER);
        accelerators.passOver(FOLDER, CUDA);
        assertEquals(Optional.empty(), accelerators.best(FOLDER));
    }
}
