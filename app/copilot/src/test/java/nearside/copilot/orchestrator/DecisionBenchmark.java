package nearside.copilot.orchestrator;

import nearside.copilot.device.Speeds;
import nearside.engine.Sampling;
import nearside.engine.contract.Campaign;
import nearside.engine.contract.ScriptedEngine;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.EngineState;
import nearside.storage.ConversationId;
import nearside.storage.Journal;
import nearside.storage.Measures;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;
import nearside.storage.Profile;
import nearside.storage.Settings.KvCache;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What a decision costs in a conversation of 10,000 tokens in 100 messages that were counted
/// before, with nothing left out: all of it, from the profile to the target, and the pure function
/// alone. Not part of the everyday run.
///
/// `mvn -pl app/copilot -am test -Dtest=DecisionBenchmark -Dsurefire.failIfNoSpecifiedTests=false`
class DecisionBenchmark {
    private static final int MESSAGES = 100;
    private static final int CONVERSATIONS = 100;
    private static final int AGAIN = 10;

    private final ScriptedEngine engine = ScriptedEngine.writing("never");

    private static ModelFolder folder() {
        ModelFolder small = House.FOLDER;
        ModelFolder.Shape shape = small.shape();
        return new ModelFolder(
                small.path(),
                small.family(),
                small.madeFor(),
                small.contents(),
                new ModelFolder.Shape(
                        shape.layers(),
                        shape.kvHeads(),
                        shape.headSize(),
                        shape.kvNumberBytes(),
                        shape.vocabulary(),
                        16_384,
                        OptionalInt.empty()),
                small.names());
    }

    @Test
    void run(@TempDir Path home) throws Exception {
        try (Profile profile = Profile.open(home)) {
            ModelInUse model =
                    new ModelInUse(
                            (_, _) -> {}, () -> new EngineState.Ready("tiny"), () -> House.PLENTY);
            model.use(folder(), KvCache.AUTO);
            Orchestrator.Surroundings around =
                    new Orchestrator.Surroundings(
                            new Orchestrator.Device(
                                    engine,
                                    model,
                                    () -> House.PLENTY,
                                    new Speeds(new Measures(home)),
                                    () -> Situation.Pace.USUAL_PATIENCE),
                            Optional.empty(),
                            new ReadSoFar(),
                            new Recent(System::nanoTime),
                            new SentBefore(System::nanoTime),
                            new ShortenedBefore());
            List<Double> first = new ArrayList<>();
            List<Double> again = new ArrayList<>();
            List<Double> pure = new ArrayList<>();
            for (int i = 0; i < CONVERSATIONS; i++) {
                Deciding deciding = deciding(profile, around);
                first.add(decide(deciding));
                Decision decision = deciding.next(new Course());
                for (int j = 0; j < AGAIN; j++) {
                    again.add(decide(deciding));
                    long start = System.nanoTime();
                    Decision same = Decision.of(decision.situation());
                    pure.add(millis(start));
                    if (!same.equals(decision)) {
                        throw new IllegalStateException("another decision: " + same);
                    }
                }
                if (i == 0) {
                    System.out.println(
                            decision.reason() + " " + decision.situation().prompt() + " tokens");
                }
            }
            say("first of a turn", first);
            say("again in a turn", again);
            say("the function alone", pure);
            System.out.println("load average " + Campaign.loadAverage());
        }
    }

    private static double decide(Deciding deciding) throws InterruptedException {
        long start = System.nanoTime();
        Decision decision = deciding.next(new Course());
        double took = millis(start);
        if (decision.reason() != Reason.FITS) {
            throw new IllegalStateException("not what was to be measured: " + decision);
        }
        return took;
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void say(String what, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        System.out.printf(
                "%-20s %5d times: median %.3f ms, p95 %.3f ms, longest %.3f ms%n",
                what,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100),
                sorted.getLast());
    }

    /// A question at the end of a conversation of its own.
    private static Deciding deciding(Profile profile, Orchestrator.Surroundings around) {
        Optional<ConversationId> conversation = Optional.empty();
        Journal journal = profile.journal();
        String hash = House.FOLDER.contents().tokenizerHash();
        for (int i = 0; i < MESSAGES / 2; i++) {
            Journal.Begun begun = journal.begin(conversation, words(i));
            journal.append(begun.reply(), new Segment(Source.HERE, words(i + 1_000)));
            journal.finish(begun.reply(), State.DONE, Optional.empty());
            journal.counted(Map.of(begun.question(), 100), hash);
            journal.counted(Map.of(begun.reply(), 100), hash);
            conversation = Optional.of(begun.conversation());
        }
        Transcript transcript =
                KeptTranscript.ofQuestion(
                        new Kept(profile.conversations(), journal, profile.attachments()),
                        new Request.Ask(conversation, "And now?", Sampling.GREEDY, 256));
        transcript.begin();
        return new Deciding(around, transcript, Presence.PERSON, 256, Optional.empty());
    }

    private static String words(int from) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            words.append("word").append((from * 31 + i * 7) % 977).append(' ');
        }
        return words.toString();
    }
}
