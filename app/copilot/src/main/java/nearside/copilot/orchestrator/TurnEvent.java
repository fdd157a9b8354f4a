package nearside.copilot.orchestrator;

import nearside.copilot.borrow.Offer;
import nearside.engine.EngineFailure;
import nearside.engine.Finish;
import nearside.engine.TokenIds;
import nearside.engine.ToolCall;
import nearside.engine.Usage;
import nearside.engine.device.DeviceReading;
import nearside.storage.Journal;
import nearside.storage.StorageFailure;

import java.time.Duration;
import java.util.Optional;

/// What a turn tells on its way, in this order: Saved (unless unsaved), Decided, stages and text,
/// one end.
public sealed interface TurnEvent {
    /// The question and an empty reply are on disk.
    record Saved(Journal.Begun ids) implements TurnEvent {}

    /// It was decided where the reply is written.
    ///
    /// @param device as it was then, at most one second before
    record Decided(Decision decision, DeviceReading device) implements TurnEvent {}

    /// Lines of the conversation are not read, or not whole, since not all fits.
    ///
    /// @param leftOut lines of which nothing is read
    /// @param inPart lines of which not all is read
    /// @param lines of it, the question included
    /// @param whole what the question needs instead; empty where what is read covers it
    record Shortened(int leftOut, int inPart, int lines, Optional<Whole> whole)
            implements TurnEvent {
        /// Of what covers the question.
        public Shortened(int leftOut, int inPart, int lines) {
            this(leftOut, inPart, lines, Optional.empty());
        }
    }

    /// What was read of other conversations was let go of, to make room for this one.
    ///
    /// @param bytes that it held
    record MadeRoom(long bytes) implements TurnEvent {}

    /// A smaller model answers, since the chosen one does not fit into memory now.
    ///
    /// @param chosen id of the chosen one
    record Smaller(String chosen) implements TurnEvent {}

    /// Something would leave, and the person says whether it may: the turn waits for
    /// [Turn#consent].
    ///
    /// @param reason why it is not answered here
    /// @param here how long an answer here is expected to take instead; empty where none is
    ///   possible
    /// @param needed what a far model asked for that saw a part; empty where none did
    /// @param less whether less of the conversation can leave
    /// @param whole all of it, where that can leave and the offer is less
    /// @param rests whether the offer is enough for what is asked
    /// @param never whether the person can rule that nothing of it ever leaves
    record Asking(
            Offer offer,
            Reason reason,
            Optional<Decision.Expected> here,
            Optional<Needs> needed,
            Less less,
            Optional<Offer> whole,
            Rests rests,
            Never never)
            implements TurnEvent {}

    /// Whether what leaves is enough for what is asked.
    enum Rests {
        ON_ENOUGH,
        /// The question is about more of the conversation than that.
        ON_A_PART
    }

    /// Whether a rule for a whole conversation can be kept.
    enum Never {
        POSSIBLE,
        /// Nothing of the conversation is kept, and so no rule for it.
        NOT_KEPT
    }

    /// Whether less of a conversation can leave.
    enum Less {
        POSSIBLE,
        NOTHING_LEFT
    }

    /// This leaves now; the text that follows is borrowed.
    record Borrowed(Offer offer, Reason reason) implements TurnEvent {}

    /// The far model asks for more of the conversation than it saw: it is looked up and priced.
    ///
    /// @param model its name
    /// @param leftTokens that left for that
    record Needs(String model, String what, int leftTokens) implements TurnEvent {}

    /// What was written of the reply is given up; it begins anew.
    record BegunAnew() implements TurnEvent {}

    /// The one who wrote failed; another goes on.
    record HandedOver(EngineFailure failure) implements TurnEvent {}

    record Loading(String model) implements TurnEvent {}

    /// The model reads the prompt.
    ///
    /// @param cached tokens of the prompt that need not be read again
    record Reading(TokenIds prompt, int cached) implements TurnEvent {}

    /// The model is that far, and will be done in so long.
    ///
    /// @param tokens of the prompt that are read by now, the cached ones included
    record ReadOn(int tokens, Duration left) implements TurnEvent {}

    record Text(String text, TokenIds ids) implements TurnEvent {}

    /// The model asks for a tool that was offered.
    record Called(ToolCall call) implements TurnEvent {}

    /// The end of a turn.
    sealed interface End extends TurnEvent {}

    /// The reply is complete, at its limit, or was stopped; it is on disk (unless unsaved).
    record Done(Finish finish, Usage usage) implements End {}

    /// The decision was an honest stop; the question is kept.
    record Declined(Decision decision) implements End {}

    /// The engine failed; what was written is kept.
    record EngineFailed(EngineFailure failure) implements End {}

    /// The store failed; what was shown since the last save may be missing from it.
    record StorageFailed(StorageFailure failure) implements End {}

    /// A bug ended the turn; the code names its place. What was written and saved is kept.
    record Broken(String code) implements End {}
}
