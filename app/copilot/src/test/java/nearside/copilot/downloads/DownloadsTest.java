package nearside.copilot.downloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.downloads.Trip.Standing;
import nearside.copilot.downloads.Trip.Trouble;
import nearside.copilot.models.InstalledModel;
import nearside.hubside.HubFault;
import nearside.hubside.HubScript;
import nearside.hubside.HubSide;
import nearside.hubside.Turn;
import nearside.storage.StorageException;
import nearside.storage.StorageFailure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The queue of models on their way here, with a hub on this machine.
class DownloadsTest {
    @TempDir Path profile;

    private Fetched from(HubSide hub) throws Exception {
        return Fetched.from(
                hub.base(), hub.storage(), profile, Fetched.limits(Duration.ofSeconds(2)));
    }

    private static Standing standing(Downloads downloads) {
        return downloads.all().getFirst().standing();
    }

    @Test
    void whatIsPausedStaysAndGoesOn() throws Exception {
        try (HubSide hub = HubSide.of(Published.tiny().content());
                Fetched fetched = from(hub)) {
            hub.script(
                    HubScript.always(
                            Turn.Kind.STORAGE, new HubFault.Slow(1 << 16, Duration.ofMillis(5))));
            Downloads downloads = fetched.downloads();
            downloads.get(fetched.getting());
            downloads.pause(Fetched.ID);
            assertInstanceOf(
                    Standing.Paused.class,
                    downloads.await(Fetched.ID, Duration.ofSeconds(20)).standing());
            hub.script(HubScript.none());
            downloads.goOn(Fetched.ID);
            assertEquals(
                    new Standing.Here(Fetched.ID),
                    downloads.await(Fetched.ID, Duration.ofSeconds(60)).standing());
        }
    }

    @Test
    void whatIsGivenUpLeavesNothing() throws Exception {
        try (HubSide hub = HubSide.of(Published.tiny().content());
                Fetched fetched = from(hub)) {
            hub.script(
                    HubScript.always(
                            Turn.Kind.STORAGE, new HubFault.Slow(1 << 12, Duration.ofMillis(5))));
            fetched.downloads().get(fetched.getting());
            fetched.downloads().giveUp(Fetched.ID);
            assertEquals(List.of(), fetched.downloads().all());
            assertEquals(List.of(), Fetched.models(profile).arrivals());
        }
    }

    @Test
    void whatWasBegunBeforeRestsUntilSomebodyWantsIt() throws Exception {
        try (HubSide hub = HubSide.of(Published.tiny().content());
                Fetched fetched = from(hub)) {
            fetched.downloads().left(fetched.getting());
            assertInstanceOf(Standing.Paused.class, standing(fetched.downloads()));
            assertEquals(List.of(), hub.log());
            fetched.downloads().goOn(Fetched.ID);
            assertInstanceOf(
                    Standing.Here.class,
                    fetched.downloads().await(Fetched.ID, Duration.ofSeconds(60)).standing());
        }
    }

    @Test
    void whatComesAnewTakesThePlaceOfWhatWasFetched() throws Exception {
        try (HubSide hub = HubSide.of(Published.tiny().content());
                Fetched fetched = from(hub)) {
            assertEquals(new Standing.Here(Fetched.ID), fetched.run());
            Path model = profile.resolve("models").resolve(Fetched.ID);
            Files.writeString(model.resolve("genai_config.json"), "spoilt");
            assertEquals(new Standing.Here(Fetched.ID), fetched.run());
            assertTrue(Published.tiny().isIn(model));
            assertEquals(List.of(Fetched.ID), shelf());
        }
    }

    @Test
    void whatAPersonBroughtInStaysBesideWhatComes() throws Exception {
        try (HubSide hub = HubSide.of(Published.tiny().content());
                Fetched fetched = from(hub)) {
            Path own = Files.createDirectories(profile.resolve("models").resolve(Fetched.ID));
            Files.writeString(own.resolve("mine.txt"), "mine");
            assertEquals(new Standing.Here(Fetched.ID + "-2"), fetched.run());
            assertEquals(List.of(Fetched.ID, Fetched.ID + "-2"), shelf());
            assertEquals("mine", Files.readString(own.resolve("mine.txt")));
        }
    }

    private List<String> shelf() {
        return Fetched.models(profile).list().stream()
                .map(InstalledModel::id)
                .filter(id -> id.startsWith(Fetched.ID))
                .toList();
    }

    @Test
    void twoProcessesDoNotSpoilEachOther() throws Exception {
        try (HubSide hub = HubSide.of(Published.tiny().content());
                Fetched fetched = from(hub);
                var held = Fetched.models(profile).arrive(Fetched.ID).orElseThrow()) {
            assertEquals(
                    new Standing.Failed(new Trouble.Elsewhere()), fetched.run(), held::toString);
        }
    }

    /// The ledger is in the profile; when its disk is full, the queue waited for ever.
    @Test
    void aLedgerThatCannotBeWrittenEndsIt() throws Exception {
        StorageFailure full = new StorageFailure.Denied(profile);
        Downloads.Ways ways =
                (_, _) -> {
                    throw new StorageException(full, new java.io.IOException("full"));
                };
        try (HubSide hub = HubSide.of(Published.tiny().content());
                Fetched fetched = from(hub);
                Downloads downloads = new Downloads(Fetched.models(profile), ways)) {
            downloads.get(fetched.getting());
            assertEquals(
                    new Standing.Failed(new Trouble.Unkept(full)),
                    downloads.await(Fetched.ID, Duration.ofSeconds(20)).standing());
        }
    }

    @Test
    void aFolderThatDoesNotRunHereIsNotKept() throws Exception {
        Path other = Files.createDirectory(profile.resolve("other"));
        Published tiny = Published.tiny();
        for (String name : tiny.names()) {
            Files.copy(tiny.folder().resolve(name), other.resolve(name));
        }
        Files.writeString(other.resolve("genai_config.json"), "{}");
        try (HubSide hub = HubSide.of(Published.of(other).content());
                Fetched fetched = from(hub)) {
            Standing.Failed failed = assertInstanceOf(Standing.Failed.class, fetched.run());
            assertInstanceOf(Trouble.Unfit.class, failed.trouble());
            assertEquals(List.of(), Fetched.models(profile).arrivals());
            assertFalse(Files.exists(profile.resolve("models").resolve(Fetched.ID)));
            assertTrue(hub.log().size() > 3);
        }
    }
}
