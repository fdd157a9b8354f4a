package nearside.desktop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Route;
import nearside.copilot.borrow.Door;
import nearside.copilot.borrow.Rules;
import nearside.copilot.catalogue.CatalogueFault;
import nearside.copilot.catalogue.InForce;
import nearside.copilot.downloads.Downloads;
import nearside.copilot.models.Models;
import nearside.desktop.console.Command.Output;
import nearside.desktop.downloads.DoorWays;
import nearside.desktop.downloads.Shops;
import nearside.desktop.words.Words;
import nearside.hubside.HubContent;
import nearside.hubside.HubFault;
import nearside.hubside.HubScript;
import nearside.hubside.HubSide;
import nearside.hubside.Turn;
import nearside.storage.ModelShelf;
import nearside.storage.Profile;
import nearside.storage.SettingsFile;
import nearside.storage.policy.Policy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A model is fetched in the terminal, from a hub on this machine.
class GetCommandTest {
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));
    private static final String ID = Shops.own().get().offered().getFirst().variant().id();

    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Profile profile;
    private HubSide hub;

    @BeforeEach
    void open() throws IOException {
        profile = Profile.open(folder);
        hub =
                HubSide.of(
                        HubContent.of(
                                MODELS.resolve("phi3-tiny-4k"),
                                Shops.REPOSITORY,
                                Shops.FOLDER,
                                100_000));
    }

    @AfterEach
    void close() throws IOException {
        hub.close();
        profile.close();
    }

    private ExitCode get(String id, InForce shop, Output output)
            throws IOException, InterruptedException {
        SettingsFile settings = new SettingsFile(folder);
        Models models =
                new Models(
                        MODELS.resolve("smollm2-135m-instruct-int4"),
                        new ModelShelf(folder),
                        settings);
        Console console =
                new Console(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        Rules rules = new Rules(settings.read().borrowing(), Policy.OPEN);
        try (Door door = Door.by(Route.SYSTEM, Limits.USUAL, profile.ledger(), () -> rules);
                Downloads downloads = new Downloads(models, new DoorWays(door))) {
            return new GetCommand(console, models, downloads, Words.of(Locale.ENGLISH))
                    .run(id, shop, output);
        }
    }

    @Test
    void aModelComesAndIsSaidToBeHere() throws Exception {
        assertEquals(ExitCode.DONE, get(ID, Shops.of(hub).get(), Output.TEXT), err::toString);
        assertEquals(
                ID + " is here, whole and verified. Use it: nearside models use " + ID + "\n",
                out.toString(StandardCharsets.UTF_8));
        assertTrue(Files.exists(folder.resolve("models").resolve(ID).resolve("model.onnx")));
    }

    @Test
    void asJsonItIsTheModel() throws Exception {
        assertEquals(ExitCode.DONE, get(ID, Shops.of(hub).get(), Output.JSON), err::toString);
        JsonObject model =
                JsonParser.parseString(out.toString(StandardCharsets.UTF_8))
                        .getAsJsonObject()
                        .getAsJsonObject("model");
        assertEquals(ID, model.get("id").getAsString());
        assertTrue(model.get("sound").getAsBoolean());
    }

    @Test
    void whereNothingIsOfferedItIsSaidWhy() throws Exception {
        InForce nothing = new InForce.Nothing(new CatalogueFault.Outdated(6, 7));
        assertEquals(ExitCode.FAILED, get(ID, nothing, Output.TEXT));
        assertTrue(
                err.toString(StandardCharsets.UTF_8).contains("The catalogue of models is an old"),
                err::toString);
    }

    @Test
    void aModelThatNobodyOffersIsSaidWithThoseThatAreOffered() throws Exception {
        assertEquals(ExitCode.FAILED, get("gpt-9", Shops.own().get(), Output.TEXT));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(ID), err::toString);
        assertEquals(List.of(), hub.log());
    }

    @Test
    void whatFailsIsExplainedAndTheSameCommandGoesOn() throws Exception {
        hub.script(HubScript.always(Turn.Kind.TREE, new HubFault.Status(404, Optional.empty())));
        assertEquals(ExitCode.FAILED, get(ID, Shops.of(hub).get(), Output.TEXT));
        assertTrue(
                err.toString(StandardCharsets.UTF_8).contains("has no such model"), err::toString);
        hub.script(HubScript.none());
        assertEquals(ExitCode.DONE, get(ID, Shops.of(hub).get(), Output.TEXT), err::toString);
    }
}
