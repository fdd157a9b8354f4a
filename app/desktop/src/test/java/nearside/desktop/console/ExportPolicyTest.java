package nearside.desktop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.desktop.console.Command.Common;
import nearside.desktop.console.Command.Output;
import nearside.desktop.offline.Run;
import nearside.desktop.past.PageFormat;
import nearside.desktop.start.Installation;
import nearside.desktop.start.Itself;
import nearside.desktop.start.OfflineSeal;
import nearside.storage.policy.PolicyFault;
import nearside.storage.policy.PolicySource;
import nearside.storage.policy.PolicyTexts;
import nearside.storage.policy.PolicyTexts.PolicyText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A policy may keep conversations in the program; what cannot be read as a policy does, too.
class ExportPolicyTest {
    @TempDir Path room;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /// One file of administrators.
    private record Given(String text) implements PolicySource {
        @Override
        public List<Path> places() {
            return List.of(Path.of("/policy"));
        }

        @Override
        public PolicyTexts look() {
            return new PolicyTexts(
                    List.of(new PolicyText(Path.of("/policy/rules.json"), text)), List.of());
        }

        @Override
        public Optional<PolicyFault> fault(Path named) {
            return Optional.empty();
        }
    }

    private ExitCode export(String policy) throws InterruptedException {
        Console console =
                new Console(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8));
        Installation nothing = new Installation(room, List.of("nothing"));
        Common common = new Common(Optional.empty(), Output.TEXT, Run.AS_SET);
        return new Terminal(
                        console,
                        nothing,
                        room.resolve("profile"),
                        new Given(policy),
                        OfflineSeal.ofCommand(),
                        new Itself(List.of("nothing")))
                .run(
                        new Command.TakeAway(
                                common, Optional.empty(), PageFormat.JSON, Optional.empty()));
    }

    @Test
    void withoutARuleItIsWritten() throws Exception {
        assertEquals(ExitCode.DONE, export("{}"), err.toString(UTF_8));
        assertTrue(out.toString(UTF_8).contains("conversations"), out.toString(UTF_8));
    }

    @Test
    void aPolicyForbidsIt() throws Exception {
        assertEquals(ExitCode.FAILED, export("{\"export\": false}"));
        assertEquals("", out.toString(UTF_8));
        assertTrue(err.toString(UTF_8).startsWith("nearside: "), err.toString(UTF_8));
    }

    @Test
    void aPolicyThatIsNoneForbidsIt() throws Exception {
        assertEquals(ExitCode.FAILED, export("{\"export\": \"perhaps\"}"));
        assertEquals("", out.toString(UTF_8));
    }
}
