package nearside.desktop.console;

import nearside.cloud.proof.Outcome;
import nearside.cloud.proof.Target;
import nearside.cloud.proof.Try;
import nearside.desktop.start.Itself;
import nearside.engine.seal.SocketCall;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Tries to leave from processes that this one starts: the program itself, and a shell where there
/// is one that can connect.
///
/// @param itself what starts the program
record ChildTries(Itself itself, Target target) {
    private static final Path SHELL = Path.of("/bin/bash");
    private static final long LONGEST_SECONDS = 60;

    /// What a shell says in English when it gets no socket.
    private static final String DENIED = "Permission denied";

    List<Try> all() throws InterruptedException {
        List<Try> tries = new ArrayList<>(program());
        if (Files.isExecutable(SHELL)) {
            tries.add(shell());
        }
        return tries;
    }

    private List<Try> program() throws InterruptedException {
        Ended child = end(itself.with(List.of(Grammar.TRY)).process());
        try {
            return TriesJson.parse(child.said());
        } catch (IllegalArgumentException unreadable) {
            return List.of(new Try("the program as a child", new Outcome.Unproved(child.said())));
        }
    }

    private Try shell() throws InterruptedException {
        String at = target.host().getHostAddress() + "/" + target.port();
        ProcessBuilder line = new ProcessBuilder(SHELL.toString(), "-c", "exec 3<>/dev/tcp/" + at);
        line.environment().put("LC_ALL", "C");
        line.redirectErrorStream(true);
        Ended child = end(line);
        return new Try("TCP to " + at.replace('/', ':') + ", bash", outcome(child));
    }

    private static Outcome outcome(Ended child) {
        if (child.exit() == 0) {
            return new Outcome.Left("connected");
        }
        return child.said().contains(DENIED) && SocketCall.refusal().isPresent()
                ? new Outcome.Sealed(child.said())
                : new Outcome.Unproved(child.said());
    }

    /// How a child ended, and all that it said.
    private record Ended(int exit, String said) {}

    private static Ended end(ProcessBuilder line) throws InterruptedException {
        try {
            if (!line.redirectErrorStream()) {
                line.redirectError(Redirect.DISCARD);
            }
            Process child = line.start();
            child.getOutputStream().close();
            String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!child.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
            return new Ended(child.waitFor(), said.strip());
        } catch (IOException none) {
            return new Ended(-1, String.valueOf(none.getMessage()));
        }
    }
}
