package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What the worker does when its parent is stopped, goes on, or is killed.
@EnabledOnOs(OS.LINUX)
class WorkerAndParentTest {
    private static final String PHI = "phi3-tiny-4k";

    @TempDir Path temp;

    @Test
    void aParentThatWasStoppedTakesNobodyForDead() throws Exception {
        try (Owner owner = Owner.start(temp, PHI, 10, 3000)) {
            owner.await("Text");
            Owner.signal(owner.process().toHandle(), "STOP");
            TimeUnit.MILLISECONDS.sleep(2750); // longer than a silent worker may live
            Owner.signal(owner.process().toHandle(), "CONT");
            owner.await("Finished");
        }
    }

    @Test
    void aComputerThatSleptTakesNobodyForDead() throws Exception {
        try (Owner owner = Owner.start(temp, PHI, 10, 3000)) {
            owner.await("Text");
            ProcessHandle worker = owner.worker();
            Owner.signal(owner.process().toHandle(), "STOP");
            Owner.signal(worker, "STOP");
            TimeUnit.MILLISECONDS.sleep(2750);
            Owner.signal(owner.process().toHandle(), "CONT"); // and the worker a little later
            Owner.signal(worker, "CONT");
            owner.await("Finished");
        }
    }

    @Test
    void aWorkerDeepInNativeCodeGoesWithItsParentAndTakesItsFolderAlong() throws Exception {
        try (Owner owner = Owner.start(temp, "smollm2-135m-instruct-int4", 7000, 3)) {
            owner.await("Reading");
            owner.killAndAwait(owner.worker());
        }
        try (Stream<Path> left = Files.list(temp)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aStoppedWorkerGoesWithItsParent() throws Exception {
        try (Owner owner = Owner.start(temp, PHI, 10, 3000)) {
            owner.await("Text");
            ProcessHandle worker = owner.worker();
            Owner.signal(worker, "STOP");
            owner.killAndAwait(worker);
        }
    }
}
