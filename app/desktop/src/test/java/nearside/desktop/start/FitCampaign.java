package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nearside.copilot.device.Footprints;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.desktop.start.FitJudgement.Verdict;
import nearside.engine.KvPrecision;
import nearside.engine.contract.Campaign;
import nearside.engine.contract.MemoryLimit;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.memory.Footprint;
import nearside.engine.memory.ModelSize;
import nearside.engine.memory.Need;
import nearside.storage.Measures;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Labels against real loads and real contexts under real limits: what is said to run well leaves
/// the margin, what is not would not have left it, and the memory that is said to be missing would
/// have been enough. One device throughout, which learns from what it answered; the first question
/// to each model finds room enough and does not count. Every eighth question is put to a device
/// that knows nothing and goes by the estimate alone, which must not say "fits" where it does not,
/// and refuses more.
///
/// One seed with the starter in the everyday run. A campaign, in which every fourth model is the
/// one in the folder DIR (the shape of Phi-3-mini), by
///
/// `mvn -pl app/desktop,inference/worker -am test -Dtest=FitCampaign -Dnearside.seeds=1-200
/// -Dnearside.phi=DIR -Dsurefire.failIfNoSpecifiedTests=false`
@EnabledOnOs(OS.LINUX)
class FitCampaign {
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /// One run of the greatest length, and a little more.
    private static final int FIRST_WORDS = 300;

    private static final int LONGEST_REPLY = 32;

    @TempDir Path temp;
    @TempDir Path profile;
    private final Campaign campaign =
            Campaign.of(
                    "fit-labels.csv",
                    "model,weights,prompt_tokens,reply_limit,known,limit_mib,free_mib,margin_mib,"
                            + "need_mib,label,missing_mib,outcome,peak_mib,left_mib,spare_mib,verdict",
                    1);
    private final Map<Verdict, Integer> learned = new EnumMap<>(Verdict.class);
    private final Map<Verdict, Integer> estimated = new EnumMap<>(Verdict.class);
    private int tooLittle;

    @Test
    void whatIsSaidToFitFitsAndLittleElseIsRefused() throws Exception {
        try (MemoryLimit limit = limit()) {
            for (Path model : models()) {
                meet(limit, folder(model));
            }
            for (long seed : campaign.seeds().toArray()) {
                attempt(limit, seed);
            }
        }
        System.out.println("by measurements " + learned + ", by the estimate alone " + estimated);
        assertEquals(0, learned.getOrDefault(Verdict.FALSE_FIT, 0));
        assertEquals(0, estimated.getOrDefault(Verdict.FALSE_FIT, 0));
        assertEquals(0, tooLittle, "less was said to be missing than was");
        int refused = learned.getOrDefault(Verdict.FALSE_REFUSAL, 0);
        int all = learned.values().stream().mapToInt(Integer::intValue).sum();
        assertTrue(!campaign.kept() || refused * 20 <= all, learned::toString);
    }

    /// One that believes that models take next to nothing says "fits" where it does not, and one
    /// that believes that they take three times as much refuses what would fit.
    @Test
    void wrongBeliefsAreNoticed() throws Exception {
        ModelFolder starter = folder(starter());
        FitRun.Question question = question(starter, 400, 8, Weights.ON_DISK);
        long need = load(question);
        try (MemoryLimit limit = limit()) {
            assertEquals(
                    Verdict.FALSE_FIT,
                    judged(
                            limit,
                            question,
                            new Footprint(1, 1, Map.of(8_000, 1L)),
                            GIB + need / 2));
            assertEquals(
                    Verdict.FALSE_REFUSAL,
                    judged(
                            limit,
                            question,
                            new Footprint(need * 3, need * 3, Map.of()),
                            GIB + need * 2));
        }
    }

    private Verdict judged(MemoryLimit limit, FitRun.Question question, Footprint belief, long room)
            throws Exception {
        Path believing = Files.createTempDirectory(temp, "profile");
        new Footprints(new Measures(believing), () -> Optional.of(belief))
                .learn(String.valueOf(question.model().getFileName()));
        FitRun run = new FitRun(limit, new FitRun.Folders(believing, temp));
        return FitJudgement.of(run.run(question, room, most(question))).verdict();
    }

    private static MemoryLimit limit() {
        Optional<MemoryLimit> made = MemoryLimit.make();
        assumeTrue(made.isPresent(), "no control group may be made here");
        return made.get();
    }

    private static List<Path> models() {
        String phi = System.getProperty("nearside.phi", "");
        return phi.isEmpty() ? List.of(starter()) : List.of(starter(), Path.of(phi));
    }

    /// The first question to a model finds room enough.
    private void meet(MemoryLimit limit, ModelFolder model) throws Exception {
        FitRun.Question question = question(model, FIRST_WORDS, 8, Weights.ON_DISK);
        FitRun run = new FitRun(limit, new FitRun.Folders(profile, temp));
        assertTrue(run.run(question, most(question), most(question)).isAnswered());
    }

    private void attempt(MemoryLimit limit, long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        String phi = System.getProperty("nearside.phi", "");
        boolean big = !phi.isEmpty() && random.nextInt(4) == 0;
        ModelFolder model = folder(big ? Path.of(phi) : starter());
        int longest = big ? 500 : 3_000;
        FitRun.Question question = question(random, model, longest);
        FitRun.Question demanding = question(model, longest, LONGEST_REPLY, question.weights());
        long room = room(random, demanding);
        Path device = random.nextInt(8) == 0 ? Files.createTempDirectory(temp, "profile") : profile;
        boolean known =
                new Footprints(new Measures(device), Optional::empty).of(model.id()).isPresent();
        FitRun.Outcome outcome =
                new FitRun(limit, new FitRun.Folders(device, temp))
                        .run(question, room, most(demanding));
        FitJudgement judgement = FitJudgement.of(outcome);
        boolean refused = outcome.said().replyTokens() == 0;
        tooLittle += refused && !judgement.wasEnough(outcome) ? 1 : 0;
        (known ? learned : estimated).merge(judgement.verdict(), 1, Integer::sum);
        if (outcome.isAnswered()) {
            assertEquals(question.tokens(), outcome.promptTokens(), "seed " + seed);
        }
        campaign.row(
                seed,
                model.id(),
                question.weights(),
                question.tokens(),
                question.reply(),
                known ? "yes" : "no",
                outcome.limitBytes() / MIB,
                outcome.said().freeBytes() / MIB,
                judgement.marginBytes() / MIB,
                outcome.said().needBytes() / MIB,
                outcome.said().state(),
                outcome.said().missingBytes() / MIB,
                outcome.told().split(" ", 2)[0],
                outcome.peakBytes() / MIB,
                judgement.leftBytes() / MIB,
                judgement.spareBytes() / MIB,
                judgement.verdict());
    }

    /// Short prompts come as often as long ones.
    private static FitRun.Question question(
            SplittableRandom random, ModelFolder model, int longest) {
        int words = (int) Math.exp(random.nextDouble(Math.log(8), Math.log(longest)));
        return question(
                model,
                words,
                random.nextInt(4, LONGEST_REPLY),
                random.nextBoolean() ? Weights.ON_DISK : Weights.LOADED);
    }

    private static FitRun.Question question(
            ModelFolder model, int words, int reply, Weights weights) {
        return new FitRun.Question(model.path(), words, words + around(model), reply, weights);
    }

    /// Tokens that the template puts around a question.
    private static int around(ModelFolder model) {
        return model.family().startsWith("phi") ? 4 : 31;
    }

    /// A device knows nothing of the question: from nothing to twice what the most demanding one to
    /// this model takes, with what is left to others.
    private static long room(SplittableRandom random, FitRun.Question demanding) {
        long load = demanding.weights() == Weights.ON_DISK ? load(demanding) : 0;
        long room = random.nextLong(2 * (load + answer(demanding)));
        return Math.max(room + GIB, room * 10 / 9);
    }

    /// More than it takes, but no more than twice: a virtual machine takes more where there is
    /// more.
    private static long most(FitRun.Question question) {
        return GIB + 2 * (load(question) + answer(question));
    }

    private static long load(FitRun.Question question) {
        return Need.toLoad(size(question)).bytes();
    }

    private static long answer(FitRun.Question question) {
        return Need.toAnswer(size(question), question.tokens(), question.reply()).bytes();
    }

    private static ModelSize size(FitRun.Question question) {
        return ModelSize.of(folder(question.model()), KvPrecision.FLOAT32);
    }

    private static Path starter() {
        return Path.of(System.getProperty("nearside.models"), "smollm2-135m-instruct-int4");
    }

    private static ModelFolder folder(Path path) {
        return ((FolderCheck.Sound) ModelFolder.check(path)).folder();
    }
}
