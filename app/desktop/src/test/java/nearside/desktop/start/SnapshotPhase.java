package nearside.desktop.start;

import nearside.engine.KvPrecision;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Conversation;
import nearside.engine.ReplyEvent.Finished;
import nearside.engine.ReplyEvent.Reading;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.contract.Pulled;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.LocalEngine;
import nearside.engine.local.WorkerCommand;
import nearside.storage.ConversationId;
import nearside.storage.Profile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One phase of [SnapshotBenchmark], in a JVM of its own.
final class SnapshotPhase {
    private static final int REPLY = 8;
    private static final String WORDS =
            "The keeper of the lighthouse counts ships, writes letters and mends the old lamp. ";

    private final ModelFolder folder;
    private final KvPrecision kv;
    private final Path profile;
    private final Conversation talk;
    private final Timed shelf;
    private final LocalEngine engine;

    private SnapshotPhase(Path model, KvPrecision kv, Profile open) {
        this.folder = ((FolderCheck.Sound) ModelFolder.check(model)).folder();
        this.kv = kv;
        this.profile = open.folder();
        this.talk = new Conversation(only(open).value());
        this.shelf = new Timed(new KeptSnapshots(open.snapshots()));
        WorkerCommand command =
                new WorkerCommand(Installation.of(System.getProperties()).worker(), profile);
        this.engine = new LocalEngine(command, new KeptScales(profile), shelf, _ -> {});
    }

    /// The one conversation of the profile, begun when there is none.
    private static ConversationId only(Profile open) {
        return open.conversations().list().stream()
                .findFirst()
                .map(nearside.storage.Conversation::id)
                .orElseGet(() -> open.journal().begin(Optional.empty(), "Hello").conversation());
    }

    public static void main(String[] arguments) throws Exception {
        try (Profile open = Profile.open(Path.of(arguments[4]))) {
            SnapshotPhase running =
                    new SnapshotPhase(
                            Path.of(arguments[1]), KvPrecision.valueOf(arguments[2]), open);
            if (arguments[0].equals("keep")) {
                running.keep(Integer.parseInt(arguments[3]));
            } else {
                running.restore();
            }
        }
    }

    private Pulled ask(List<Prompt.Line> lines) {
        return Pulled.all(
                engine.answer(
                        new Prompt(
                                lines,
                                Prompt.Ending.NEW_REPLY,
                                Prompt.SpecialTokens.AS_TEXT,
                                Sampling.GREEDY,
                                REPLY,
                                Optional.of(talk))));
    }

    private void keep(int tokens) throws Exception {
        engine.use(folder, kv);
        ask(List.of(new Prompt.Line(Role.USER, "Hello")));
        String text = WORDS.repeat(Math.max(1, tokens / engine.count(WORDS).orElseThrow()));
        List<Prompt.Line> first = List.of(new Prompt.Line(Role.USER, text));
        shelf.listen();
        say("reading all", ask(first));
        Duration kept = shelf.finished();
        System.out.printf(
                Locale.ROOT, "kept in %.2f s, %.1f MB%n", kept.toNanos() / 1e9, bytes() / 1e6);
        List<Prompt.Line> next = new ArrayList<>(first);
        next.add(new Prompt.Line(Role.ASSISTANT, "The lamp is mended."));
        next.add(new Prompt.Line(Role.USER, "How many ships were counted? ".repeat(6)));
        Files.writeString(profile.resolve("next"), next.getFirst().text());
        say("next turn in memory", ask(next));
        engine.close();
    }

    private void restore() throws Exception {
        String text = Files.readString(profile.resolve("next"));
        long begun = System.nanoTime();
        engine.use(folder, kv);
        Pulled restored =
                ask(
                        List.of(
                                new Prompt.Line(Role.USER, text),
                                new Prompt.Line(Role.ASSISTANT, "The lamp is mended."),
                                new Prompt.Line(
                                        Role.USER, "How many ships were counted? ".repeat(6))));
        System.out.printf(
                Locale.ROOT,
                "restored in %.2f s, %.2f s after the start of the engine%n",
                shelf.read().toNanos() / 1e9,
                (System.nanoTime() - begun) / 1e9);
        say("next turn after a restart", restored);
        engine.close();
    }

    private long bytes() throws Exception {
        Path folder = profile.resolve("cache").resolve("kv-snapshots");
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void say(String what, Pulled pulled) {
        Finished last = (Finished) pulled.last();
        Optional<Reading> reading = pulled.of(Reading.class).stream().findFirst();
        System.out.printf(
                Locale.ROOT,
                "%s: first token after %.3f s (%d tokens, %d cached)%n",
                what,
                last.usage().firstToken().toNanos() / 1e9,
                pulled.prompt().count(),
                reading.map(Reading::cached).orElse(0));
    }
}
