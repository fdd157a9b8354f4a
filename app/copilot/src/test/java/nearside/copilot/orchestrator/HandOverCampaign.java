package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.FarTokens;
import nearside.copilot.borrow.Lender.Whose;
import nearside.copilot.orchestrator.CutReply.Cut;
import nearside.copilot.orchestrator.CutReply.Manner;
import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.Sampling;
import nearside.engine.contract.Campaign;
import nearside.engine.contract.Script;
import nearside.engine.contract.ScriptedEngine;
import nearside.engine.contract.Step;
import nearside.farside.FarSide;
import nearside.storage.Message;
import nearside.storage.Message.State;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// Replies that are cut in their middle, half of them by the engine here and half by a far side,
/// and finished by a far side that takes no prompt with an assistant's line at its end: nothing is
/// said twice, nothing is missing, and each time the person is asked again. Eight in the everyday
/// run; a campaign by
///
/// `mvn -pl app/copilot -am test -Dtest=HandOverCampaign -Dnearside.seeds=1-500
/// -Dsurefire.failIfNoSpecifiedTests=false`
class HandOverCampaign {
    private static final int LIMIT = 2_000;

    private final Campaign campaign =
            Campaign.of(
                    "hand-overs.csv",
                    "by,manner,characters,cut_at,begun_anew,asked,repeated,missing",
                    8);

    @Test
    void aReplyThatIsCutIsFinishedWithoutASeam(@TempDir Path home) throws Exception {
        for (long seed : campaign.seeds().toArray()) {
            session(CutReply.of(seed), home.resolve(String.valueOf(seed)));
        }
    }

    private void session(CutReply reply, Path folder) throws Exception {
        String what = "seed " + reply.seed() + " " + reply.by() + " " + reply.manner();
        try (House house = new House(folder);
                FarSide first = FarSide.plain(first(reply));
                FarSide second = FarSide.plain(RefusingPrefill.whole(reply))) {
            house.lends(first, Whose.CLOUD).lends(second, Whose.CLOUD);
            if (reply.by() == Cut.FAR) {
                house.hasNoRoom();
            }
            List<TurnEvent> events = events(house.orchestrator(engine(reply)));
            assertInstanceOf(TurnEvent.Done.class, events.getLast(), what);
            check(reply, house.messages().getLast(), events, what);
        }
    }

    private static RefusingPrefill first(CutReply reply) {
        return switch (reply.by()) {
            case HERE -> RefusingPrefill.whole(reply);
            case FAR -> RefusingPrefill.cut(reply);
        };
    }

    /// In fewer pieces than its window has tokens.
    private static ScriptedEngine engine(CutReply reply) {
        List<Step> steps = new ArrayList<>();
        String written = reply.written();
        reply.pieces(written, 1 + written.length() / 15)
                .forEach(piece -> steps.add(new Step.Write(piece)));
        steps.add(new Step.Fail(new EngineFailure.WorkerDied(Stage.WRITE, 137)));
        return new ScriptedEngine(new Script(steps));
    }

    private static List<TurnEvent> events(Orchestrator orchestrator) throws InterruptedException {
        Request.Ask ask = new Request.Ask(Optional.empty(), "Tell", Sampling.GREEDY, LIMIT);
        Turn turn = orchestrator.answer(ask, Presence.PERSON);
        List<TurnEvent> events = new ArrayList<>();
        while (events.isEmpty() || !(events.getLast() instanceof TurnEvent.End)) {
            events.add(turn.next(House.LONG).orElseThrow());
            if (events.getLast() instanceof TurnEvent.Asking) {
                turn.consent(Consent.SEND);
            }
        }
        return events;
    }

    private void check(CutReply reply, Message kept, List<TurnEvent> events, String what)
            throws Exception {
        boolean anew = reply.mustBeginAnew(FarTokens.of("far").count(reply.written()));
        assertEquals(anew ? 1 : 0, count(TurnEvent.BegunAnew.class, events), what);
        long asked = count(TurnEvent.Asking.class, events);
        assertEquals(reply.by() == Cut.FAR ? 2 : 1, asked, what);
        assertEquals(asked, count(TurnEvent.Borrowed.class, events), what);
        assertEquals(asked + (reply.by() == Cut.HERE ? 1 : 0), decided(events), what);
        assertEquals(State.DONE, kept.state(), what);
        assertTrue(kept.text().startsWith(reply.written()), what + ": what came is not kept");
        Grams whole = Grams.of(reply.whole().text());
        Grams counts = Grams.of(History.text(kept));
        campaign.row(
                reply.seed(),
                reply.by(),
                reply.manner(),
                reply.whole().text().length(),
                reply.at(),
                anew,
                asked,
                counts.repeated(),
                counts.missing(whole));
        assertEquals(0, counts.repeated(), what + ": " + counts.difference(whole));
        assertEquals(0, counts.missing(whole), what + ": " + counts.difference(whole));
        assertEquals(whole, counts, what + ": " + counts.difference(whole));
    }

    private static long decided(List<TurnEvent> events) {
        return count(TurnEvent.Decided.class, events);
    }

    private static long count(Class<? extends TurnEvent> kind, List<TurnEvent> events) {
        return events.stream().filter(kind::isInstance).count();
    }

    /// The same texts, put together by nobody.
    @Test
    void withoutAJointTextIsSaidTwiceOrMissing() {
        List<CutReply> all = LongStream.rangeClosed(1, 500).mapToObj(CutReply::of).toList();
        long twice =
                all.stream()
                        .filter(it -> it.manner() == Manner.ONE_SENTENCE_EARLIER)
                        .filter(it -> Grams.of(it.written() + it.rest()).repeated() > 0)
                        .count();
        long gaps =
                all.stream()
                        .filter(it -> it.at() + 40 < it.whole().text().length())
                        .filter(it -> {
                            String text = it.whole().text();
                            Grams cut = Grams.of(it.written() + text.substring(it.at() + 40));
                            return cut.missing(Grams.of(text)) > 0;
                        })
                        .count();
        assertTrue(twice > 20, "said twice: " + twice);
        assertTrue(gaps > 300, "missing: " + gaps);
    }
}
