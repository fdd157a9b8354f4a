package nearside.worker.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.TokenIds;
import nearside.worker.Campaign;
import nearside.worker.RealModels;
import nearside.worker.onnx.OnnxModel;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// Conversations with random edits, rewinds, branches, quotations, settings, chunks and numbers of
/// drafts: every reply is that of the plain loop, token by token. Four in the everyday run; a
/// campaign by
///
/// `mvn -pl inference/worker -am test -Dtest=EditCampaign -Dnearside.seeds=1-3000
/// -Dsurefire.failIfNoSpecifiedTests=false`
///
/// The starter keeps its activations in fp32: however its tokens are read, it writes what one token
/// a run writes. The tiny Phi-3 rounds them to 8 bits: there the rule says which tokens are read in
/// runs of many rows, and the number of drafts changes nothing (docs/decisions/0007).
class EditCampaign {
    private static final String STARTER = "smollm2-135m-instruct-int4";
    private static final String LONG = "phi3-tiny-128k";
    private static final List<String> MODELS = List.of("phi3-tiny-4k", LONG, STARTER);
    private static final int TURNS = 12;
    private static final int SWITCH = 4_096;

    private final Campaign campaign =
            Campaign.of(
                    "edits.csv", "model,turns,tokens_read,tokens_cached,drafts_accepted,exact", 4);

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
            lived.wrong().forEach(turn -> wrong.add("seed " + seed + ", turn " + turn));
        }
        assertEquals(List.of(), wrong);
        assertTrue(cached > 0, "nothing was taken from what was read before");
        assertTrue(accepted > 0, "no draft was ever right");
    }

    private void row(long seed, String name, Lived lived) throws IOException {
        campaign.row(
                seed,
                name,
                lived.turns(),
                lived.read(),
                lived.cached(),
                lived.accepted(),
                lived.wrong().isEmpty());
    }

    private static Lived live(long seed, String name) throws Exception {
        try (OnnxModel model = OnnxModel.open(RealModels.folder(name))) {
            Random random = new Random(seed);
            Drafts.Rule rule = Decoder.rule(model);
            Decoder tried = decoder(model, rule.withMost(1 + random.nextInt(15)));
            Decoder padded = decoder(model, rule.withMost(0));
            Lived.Plain plain =
                    model.roundsByRows()
                            ? turn -> turn.by(padded).getLast().reply
                            : new OneByOne(model)::write;
            Lived lived = Lived.of(talk(random, name, model), TURNS, turn -> turn.by(tried), plain);
            tried.forget();
            padded.forget();
            return lived;
        }
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
                        ? new RandomTalk.Length(SWITCH - 1 - random.nextInt(60), SWITCH + 200)
                        : new RandomTalk.Length(40, most);
        return new RandomTalk(
                random, length, Math.min(30_000, model.folder().shape().vocabulary()));
    }

    /// The breaker for what is taken over: one wrong token in each prompt.
    @Test
    void oneWrongTokenInWhatIsTakenOverIsSeen() throws Exception {
        Lived lived = broken(Drafts.Rule.AFTER_EVERY_MATCH, EditCampaign::oneWrong);
        assertTrue(lived.wrong().size() > lived.turns() / 2, lived.toString());
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
        assertNotEquals(List.of(), lived.wrong());
    }

    private static Lived broken(Drafts.Rule rule, UnaryOperator<Turn> turns) throws Exception {
        String name = "phi3-tiny-4k";
        try (OnnxModel model = OnnxModel.open(RealModels.folder(name))) {
            Decoder tried = decoder(model, rule);
            Decoder plain = decoder(model, Drafts.Rule.AFTER_EVERY_MATCH.withMost(0));
            Lived lived =
                    Lived.of(
                            talk(new Random(1), name, model),
                            100,
                            turn -> turns.apply(turn).by(tried),
                            turn -> turn.by(plain).getLast().reply);
            tried.forget();
            plain.forget();
            return lived;
        }
    }
}
