package nearside.worker.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.TokenIds;
import nearside.engine.contract.Campaign;
import nearside.worker.RealModels;
import nearside.worker.onnx.OnnxModel;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// Conversations with random edits, rewinds, branches, quotations, settings, chunks and numbers of
/// drafts: every reply is that of the plain loop. Four in the everyday run; a campaign by
///
/// `mvn -pl inference/worker -am test -Dtest=EditCampaign -Dnearside.seeds=1-3000
/// -Dsurefire.failIfNoSpecifiedTests=false`
///
/// The starter is compared with one token a run. Its logits move by up to 0.1 when its tokens are
/// read in other runs, which tips a drawn token now and then; a wrong key moves them by far more.
/// The tiny Phi-3 rounds activations to 8 bits: there the rule says which tokens are read in runs
/// of many rows, and the number of drafts changes nothing (docs/decisions/0007).
class EditCampaign {
    private static final String STARTER = "smollm2-135m-instruct-int4";
    private static final String LONG = "phi3-tiny-128k";
    private static final List<String> MODELS = List.of("phi3-tiny-4k", LONG, STARTER);

    /// How far logits of the tiny Phi-3 move when an activation is rounded the other way: seen up
    /// to 0.04.
    private static final double ROUNDING = 0.1;

    private static final int TURNS = 12;
    private static final int BROKEN_TURNS = 100;
    private static final int REPLY = 30;
    private static final int SWITCH = 4_096;

    private final Campaign campaign =
            Campaign.of(
                    "edits.csv",
                    "model,turns,tokens_read,tokens_cached,drafts_accepted,exact,logits_apart",
                    4);

    @Test
    void everyReplyIsThatOfThePlainLoop() throws Exception {
        int cached = 0;
        int accepted = 0;
        List<String> wrong = new ArrayList<>();
        for (long seed : campaign.seeds().toArray()) {
            String name = MODELS.get((int) (seed % MODELS.size()));
            Lived lived = live(seed, name);
            row(seed, name, lived);
            cached += lived.cached();
            accepted += lived.accepted();
            if (!isRight(name, lived)) {
                wrong.add("seed " + seed + ", " + lived);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(cached > 0, "nothing was taken from what was read before");
        assertTrue(accepted > 0, "no draft was ever right");
    }

    private void row(long seed, String name, Lived lived) throws IOException {
        campaign.row(
                seed,
                name,
                TURNS,
                lived.read(),
                lived.cached(),
                lived.accepted(),
                lived.differing().isEmpty(),
                lived.apart());
    }

    private static Lived live(long seed, String name) throws Exception {
        try (OnnxModel model = OnnxModel.open(RealModels.folder(name))) {
            Random random = new Random(seed);
            Drafts.Rule rule = Decoder.rule(model);
            Decoder tried = decoder(model, rule.withMost(1 + random.nextInt(15)));
            Decoder padded = decoder(model, rule.withMost(0));
            Lived.Plain plain =
                    model.roundsByRows()
                            ? turn -> turn.by(padded).getLast()
                            : new OneByOne(model)::write;
            Lived lived = Lived.of(talk(random, name, model), TURNS, turn -> turn.by(tried), plain);
            tried.forget();
            padded.forget();
            return lived;
        }
    }

    private static boolean isRight(String name, Lived lived) {
        return name.equals(STARTER)
                ? lived.differing().size() <= 2 && lived.apart() < 0.5
                : lived.differing().isEmpty() && lived.apart() < ROUNDING;
    }

    private static Decoder decoder(OnnxModel model, Drafts.Rule rule) {
        return new Decoder(model, rule, _ -> 1L << 30);
    }

    /// Every other conversation with the long-context model is about the length where its rotary
    /// factors change.
    private static RandomTalk talk(Random random, String name, OnnxModel model) {
        boolean crosses = name.equals(LONG) && random.nextBoolean();
        int most = name.equals(STARTER) ? 500 : 1_500;
        RandomTalk.Length length =
                crosses
                        ? new RandomTalk.Length(
                                SWITCH - 1 - random.nextInt(60), SWITCH + 200, REPLY)
                        : new RandomTalk.Length(40, most, REPLY);
        return new RandomTalk(
                random, length, Math.min(30_000, model.folder().shape().vocabulary()));
    }

    /// The breaker for what is taken over: one wrong token in each prompt.
    @Test
    void oneWrongTokenInWhatIsTakenOverIsSeen() throws Exception {
        Lived lived = broken(Drafts.Rule.AFTER_EVERY_MATCH, EditCampaign::oneWrong);
        assertTrue(lived.apart() > 1, lived.toString());
        assertTrue(lived.differing().size() > BROKEN_TURNS / 2, lived.toString());
    }

    private static Turn oneWrong(Turn turn) {
        int[] ids = turn.prompt().toArray();
        ids[ids.length / 2]++;
        return new Turn(TokenIds.of(ids), turn.ahead(), turn.sampling(), turn.limit());
    }

    /// The breaker for the rule: tokens after a match are read in runs of one row.
    @Test
    void aWrongRuleIsSeen() throws Exception {
        Lived lived = broken(Drafts.Rule.NEVER, turn -> turn);
        assertTrue(lived.apart() > ROUNDING, lived.toString());
    }

    private static Lived broken(Drafts.Rule rule, UnaryOperator<Turn> change) throws Exception {
        try (OnnxModel model = OnnxModel.open(RealModels.folder("phi3-tiny-4k"))) {
            Decoder tried = decoder(model, rule);
            Decoder plain = decoder(model, Drafts.Rule.AFTER_EVERY_MATCH.withMost(0));
            Lived lived =
                    Lived.of(
                            talk(new Random(1), "phi3-tiny-4k", model),
                            BROKEN_TURNS,
                            turn -> change.apply(turn).by(tried),
                            turn -> turn.by(plain).getLast());
            tried.forget();
            plain.forget();
            return lived;
        }
    }
}
