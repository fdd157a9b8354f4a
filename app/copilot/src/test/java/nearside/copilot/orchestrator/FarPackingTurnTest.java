package nearside.copilot.orchestrator;

import static nearside.farside.Completion.DONE;
import static nearside.farside.Completion.finish;
import static nearside.farside.Completion.opening;
import static nearside.farside.Completion.text;
import static nearside.farside.Completion.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.copilot.borrow.Lender.Whose;
import nearside.copilot.borrow.Offer;
import nearside.copilot.borrow.Price;
import nearside.copilot.context.cost.CacheTerms;
import nearside.copilot.context.cost.CacheTerms.Writing;
import nearside.engine.Sampling;
import nearside.farside.FarSide;
import nearside.farside.Play;
import nearside.storage.Conversation;
import nearside.storage.ConversationId;
import nearside.storage.Journal;
import nearside.storage.Message;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.MessageId;
import nearside.storage.Settings;
import nearside.storage.ledger.LedgerEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What leaves of a long conversation, how a far model asks for more of it, and what is sent again.
class FarPackingTurnTest extends BorrowingCase {
    private static final String PEARL = "The boat of Ada Voss is named Pearl.";
    private static final String LOCK = "The lock of the shed opens with 4711.";

    private ConversationId conversation = new ConversationId("none");

    /// A long talk about nothing, with two facts in it.
    @BeforeEach
    void talk() {
        said(Optional.empty(), PEARL, "A fine name.");
        conversation = house.profile.conversations().list().getFirst().id();
        said(Optional.of(conversation), LOCK, "I shall not tell.");
        for (int i = 0; i < 40; i++) {
            said(
                    Optional.of(conversation),
                    "Then number " + i + " was seen on the road, and it was dull and brown.",
                    "Number " + i + " is nothing to write home about, since all were brown.");
        }
        house.hasNoRoom();
        house.chosen = asking(Settings.Consent.WITHIN_LIMITS);
    }

    private static Settings.Borrowing asking(Settings.Consent consent) {
        return asking(consent, 4_000);
    }

    private static Settings.Borrowing asking(Settings.Consent consent, int tokens) {
        return new Settings.Borrowing(
                Settings.Mode.LOCAL_FIRST,
                consent,
                new Settings.Limits(tokens, new BigDecimal("0.50")),
                Set.of());
    }

    private static Price knowing(CacheTerms terms) {
        return new Price(
                new BigDecimal("2"),
                new BigDecimal("8"),
                LocalDate.of(2026, 11, 1),
                Optional.of(new Price.Cached(new BigDecimal("0.02"), terms)));
    }

    private void said(Optional<ConversationId> in, String question, String answer) {
        Journal journal = house.profile.journal();
        MessageId reply = journal.begin(in, question).reply();
        journal.append(reply, new Segment(Source.HERE, answer));
        journal.finish(reply, Message.State.DONE, Optional.empty());
    }

    private static Play saying(Queue<String> replies) {
        return (_, wire) -> {
            wire.stream().body(opening());
            for (String piece : replies.remove().split("(?<=\\s)", -1)) {
                wire.body(text(piece));
            }
            wire.body(finish("stop")).body(usage(40, 7)).body(DONE).end();
        };
    }

    private static FarSide far(String... replies) throws Exception {
        return FarSide.plain(saying(new ArrayDeque<>(List.of(replies))));
    }

    private List<TurnEvent> ask(Orchestrator orchestrator, String question, Consent... says)
            throws Exception {
        return all(
                orchestrator.answer(
                        new Request.Ask(Optional.of(conversation), question, Sampling.GREEDY, 200),
                        says.length == 0 ? Presence.NOBODY : Presence.PERSON),
                says);
    }

    private static List<JsonObject> sent(FarSide far, int request) {
        return JsonParser.parseString(far.asked().get(request).body())
                .getAsJsonObject()
                .getAsJsonArray("messages")
                .asList()
                .stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static String content(JsonObject message) {
        return message.get("content").getAsString();
    }

    private List<LedgerEvent.Began> began() {
        return house.profile.ledger().rows().stream()
                .filter(row -> row.event() instanceof LedgerEvent.Began)
                .map(row -> (LedgerEvent.Began) row.event())
                .toList();
    }

    @Test
    void whatTheQuestionNeedsLeavesAndTheModelIsToldOfTheRest() throws Exception {
        try (FarSide far = far("Pearl")) {
            house.lends(far, Whose.CLOUD);
            ask(house.orchestrator(never()), "How is the boat of Ada Voss named?");
            List<JsonObject> messages = sent(far, 0);
            assertEquals("system", messages.getFirst().get("role").getAsString());
            assertTrue(content(messages.getFirst()).contains("\"need:\""));
            String body = far.asked().getFirst().body();
            assertTrue(body.contains(PEARL));
            assertFalse(body.contains("4711"));
            assertTrue(messages.size() < 20, "sent " + messages.size());
            List<String> parts = began().getFirst().parts();
            assertTrue(parts.contains(house.messages().getFirst().id().value()));
            assertFalse(parts.contains(house.messages().get(2).id().value()));
        }
    }

    @Test
    void whatLeavesWholeHasNoNote() throws Exception {
        try (FarSide far = far("Hello")) {
            house.lends(far, Whose.CLOUD);
            all(house.orchestrator(never()).answer(ask("Hello"), Presence.PERSON));
            assertEquals(1, sent(far, 0).size());
        }
    }

    @Test
    void theFarModelMayAskForMoreOnce() throws Exception {
        try (FarSide far = far("need: the number of the lock\nplease", "It is 4711.")) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events =
                    ask(house.orchestrator(never()), "How is the boat of Ada Voss named?");
            assertEquals(
                    "the number of the lock", of(TurnEvent.Needs.class, events).getFirst().what());
            assertEquals("It is 4711.", reply().text());
            assertTrue(far.asked().get(1).body().contains("4711"));
            assertEquals(2, began().size());
            assertTrue(began().get(1).parts().contains(house.messages().get(2).id().value()));
            assertTrue(began().get(1).figures().contains("left_before_tokens"));
        }
    }

    /// Seconds after it was sent the beginning is known: only what is new is told.
    @Test
    void moreIsSaidBehindWhatIsKnownThere() throws Exception {
        house.price = knowing(new CacheTerms(Duration.ofMinutes(5), 0, 1, Writing.AUTOMATIC));
        try (FarSide far = far("need: the number of the lock", "It is 4711.")) {
            house.lends(far, Whose.CLOUD);
            ask(house.orchestrator(never()), "How is the boat of Ada Voss named?");
            List<JsonObject> first = sent(far, 0);
            List<JsonObject> second = sent(far, 1);
            assertEquals(first, second.subList(0, first.size()));
            assertEquals("need: the number of the lock", content(second.get(first.size())));
            String more = content(second.getLast());
            assertTrue(more.startsWith("Earlier in this conversation:\nuser: "), more);
            assertTrue(more.contains("user: " + LOCK), more);
            assertFalse(more.contains(PEARL), more);
            assertEquals("It is 4711.", reply().text());
        }
    }

    @Test
    void whatIsNotThereIsSaidToBeNotThere() throws Exception {
        house.price = knowing(new CacheTerms(Duration.ofMinutes(5), 0, 1, Writing.AUTOMATIC));
        try (FarSide far = far("need: elephants", "Pearl")) {
            house.lends(far, Whose.CLOUD);
            ask(house.orchestrator(never()), "How is the boat of Ada Voss named?");
            String last = content(sent(far, 1).getLast());
            assertTrue(last.startsWith("Nothing more of that"), last);
            assertEquals("Pearl", reply().text());
        }
    }

    @Test
    void aSecondWishIsShownAsWhatItIs() throws Exception {
        try (FarSide far = far("need: a", "need: b")) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events =
                    ask(house.orchestrator(never()), "How is the boat of Ada Voss named?");
            assertEquals(1, of(TurnEvent.Needs.class, events).size());
            assertEquals("need: b", reply().text());
            assertEquals(2, far.asked().size());
        }
    }

    /// The person sees what it is about and what it costs before more leaves.
    @Test
    void moreIsPricedAndAskedForBeforeItLeaves() throws Exception {
        house.chosen = asking(Settings.Consent.ASK);
        try (FarSide far = far("need: the number of the lock")) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events =
                    ask(
                            house.orchestrator(never()),
                            "How is the boat of Ada Voss named?",
                            Consent.SEND,
                            Consent.STAY_HERE);
            List<TurnEvent.Asking> asked = of(TurnEvent.Asking.class, events);
            assertEquals(Optional.empty(), asked.get(0).needed());
            assertEquals("the number of the lock", asked.get(1).needed().orElseThrow().what());
            assertTrue(asked.get(1).offer().most().isPresent());
            assertEquals(1, far.asked().size());
            assertEquals(
                    Reason.USER_CHOICE,
                    assertInstanceOf(TurnEvent.Declined.class, events.getLast())
                            .decision()
                            .reason());
        }
    }

    @Test
    void wordsThatOnlyBeginLikeAWishAreAnAnswer() throws Exception {
        try (FarSide far = far("Needless to say, Pearl", "need")) {
            house.lends(far, Whose.CLOUD);
            Orchestrator orchestrator = house.orchestrator(never());
            ask(orchestrator, "How is the boat of Ada Voss named?");
            assertEquals("Needless to say, Pearl", reply().text());
            ask(orchestrator, "What does the boat of Ada Voss do?");
            assertEquals("need", reply().text());
        }
    }

    @Test
    void everythingCanLeave() throws Exception {
        house.chosen = asking(Settings.Consent.ASK);
        try (FarSide far = far("Pearl")) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events =
                    ask(
                            house.orchestrator(never()),
                            "How is the boat of Ada Voss named?",
                            Consent.SEND_ALL,
                            Consent.SEND);
            List<TurnEvent.Asking> asked = of(TurnEvent.Asking.class, events);
            Offer whole = asked.get(0).whole().orElseThrow();
            assertEquals(whole.weight(), asked.get(1).offer().weight());
            assertFalse(whole.weight().isPart());
            assertEquals(Optional.empty(), asked.get(1).whole());
            assertEquals(85, sent(far, 0).size());
            assertEquals(85, began().getFirst().parts().size());
        }
    }

    /// Within the limits, too: the person is asked whether all of it may leave.
    @Test
    void aQuestionAboutAllOfItIsNotAnsweredFromAPartUnasked() throws Exception {
        house.chosen = asking(Settings.Consent.WITHIN_LIMITS, 400);
        try (FarSide far = far("Here it is", "Pearl")) {
            house.lends(far, Whose.CLOUD);
            Orchestrator orchestrator = house.orchestrator(never());
            List<TurnEvent> events =
                    ask(
                            orchestrator,
                            "Translate our whole conversation into French",
                            Consent.SEND_ALL,
                            Consent.SEND);
            List<TurnEvent.Asking> asked = of(TurnEvent.Asking.class, events);
            assertEquals(TurnEvent.Rests.ON_A_PART, asked.getFirst().rests());
            int part = asked.getFirst().offer().weight().tokens();
            assertTrue(part > 250 && part <= 400, "the note counts, too: " + part);
            assertEquals(TurnEvent.Rests.ON_ENOUGH, asked.get(1).rests());
            assertEquals(85, sent(far, 0).size());
            ask(orchestrator, "How is the boat of Ada Voss named?");
            assertEquals("Pearl", reply().text());
        }
    }

    /// Few lines have little slack in what their template is estimated to take.
    @Test
    void theNoteCountsAgainstTheLimitOfAFewLongLinesToo() throws Exception {
        house.chosen = asking(Settings.Consent.ASK, 400);
        Set<ConversationId> before = Set.of(conversation);
        said(Optional.empty(), walk(0), walk(50));
        conversation =
                house.profile.conversations().list().stream()
                        .map(Conversation::id)
                        .filter(id -> !before.contains(id))
                        .findFirst()
                        .orElseThrow();
        said(Optional.of(conversation), walk(100), walk(150));
        try (FarSide far = far("Pearl")) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events =
                    ask(
                            house.orchestrator(never()),
                            "Translate our whole conversation into French",
                            Consent.SEND);
            int part = of(TurnEvent.Asking.class, events).getFirst().offer().weight().tokens();
            assertTrue(part > 300 && part <= 400, "left " + part);
        }
    }

    private static String name(int of) {
        return "BDKLMNPRST".charAt(of % 10) + "aeiou".substring(of % 5) + of + "ik";
    }

    private static String walk(int from) {
        return IntStream.range(from, from + 50)
                .mapToObj(i -> "On day %d came %s and %s.".formatted(i, name(i * 3), name(i * 7)))
                .collect(Collectors.joining(" "));
    }

    @Test
    void whatIsAskedAfterAStoppedQuestionAboutAllOfItIsNotAboutAllOfIt() throws Exception {
        Journal journal = house.profile.journal();
        journal.finish(
                journal.begin(
                                Optional.of(conversation),
                                "Translate our whole conversation into French")
                        .reply(),
                Message.State.STOPPED,
                Optional.empty());
        try (FarSide far = far("Pearl")) {
            house.lends(far, Whose.CLOUD);
            List<TurnEvent> events =
                    ask(house.orchestrator(never()), "How is the boat of Ada Voss named?");
            assertEquals(List.of(), of(TurnEvent.Asking.class, events));
            assertTrue(far.asked().getFirst().body().contains(PEARL));
            assertTrue(sent(far, 0).size() < 20, "sent " + sent(far, 0).size());
        }
    }

    /// What left stays as it was, byte for byte, as long as the far side knows it and takes less
    /// for it.
    @Test
    void whatIsKnownThereIsSentAsItWasAndCostsLess() throws Exception {
        house.price = knowing(new CacheTerms(Duration.ofMinutes(5), 0, 1, Writing.AUTOMATIC));
        try (FarSide far = far("Pearl", "4711")) {
            house.lends(far, Whose.CLOUD);
            Orchestrator orchestrator = house.orchestrator(never());
            ask(orchestrator, "How is the boat of Ada Voss named?");
            List<TurnEvent> events = ask(orchestrator, "What opens the lock of the shed?");
            List<JsonObject> first = sent(far, 0);
            List<JsonObject> second = sent(far, 1);
            assertEquals(first, second.subList(0, first.size()));
            assertEquals("Pearl", content(second.get(first.size())));
            assertTrue(content(second.getLast()).startsWith("Earlier in this conversation:\n"));
            assertTrue(content(second.getLast()).contains(LOCK));
            assertTrue(content(second.getLast()).endsWith("What opens the lock of the shed?"));
            Offer offer = of(TurnEvent.Borrowed.class, events).getFirst().offer();
            assertTrue(offer.known() > 0);
            assertTrue(
                    offer.least()
                                    .orElseThrow()
                                    .compareTo(house.price.usd(offer.weight().tokens(), 0))
                            < 0);
            assertTrue(began().get(1).figures().contains("\"leaves\":\"APPEND\""));
        }
    }

    @Test
    void whereAllCostsTheSameTheFewestTokensLeave() throws Exception {
        try (FarSide far = far("Pearl", "4711")) {
            house.lends(far, Whose.CLOUD);
            Orchestrator orchestrator = house.orchestrator(never());
            ask(orchestrator, "How is the boat of Ada Voss named?");
            ask(orchestrator, "What opens the lock of the shed?");
            assertTrue(began().get(1).figures().contains("\"leaves\":\"PACK_AGAIN\""));
            assertFalse(far.asked().get(1).body().contains("Earlier in this conversation"));
            assertTrue(far.asked().get(1).body().contains("4711"));
        }
    }

    /// Then the beginning is another one.
    @Test
    void afterAQuestionIsWrittenAnewNothingIsTakenForKnown() throws Exception {
        house.price = knowing(Price.Cached.USUAL);
        try (FarSide far = far("Pearl", "Again")) {
            house.lends(far, Whose.CLOUD);
            Orchestrator orchestrator = house.orchestrator(never());
            ask(orchestrator, "How is the boat of Ada Voss named?");
            MessageId question = house.messages().get(house.messages().size() - 2).id();
            all(
                    orchestrator.answer(
                            new Request.Ask(
                                    Optional.of(conversation),
                                    Optional.empty(),
                                    "What opens the lock of the shed?",
                                    Sampling.GREEDY,
                                    200,
                                    List.of(),
                                    Optional.of(question))));
            assertTrue(began().get(1).figures().contains("\"leaves\":\"PACK_AGAIN\""));
            assertFalse(far.asked().get(1).body().contains("How is the boat"));
        }
    }
}
