package nearside.copilot.orchestrator;

import com.google.gson.JsonObject;

import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.orchestrator.Situation.Tokens;
import nearside.engine.Engine;
import nearside.engine.Prompt;
import nearside.storage.Journal;
import nearside.storage.Message;
import nearside.storage.Message.Source;
import nearside.storage.MessageId;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What a turn reads its prompt from and writes its reply to: the profile, or nowhere.
interface Transcript {
    /// Commits the question and an empty reply; empty when nothing is kept.
    Optional<Journal.Begun> begin();

    /// The whole conversation with the question, as it is now: read once for each decision.
    Whole whole(Engine engine, Optional<LocalModel> model);

    /// A whole conversation.
    ///
    /// @param pinned places of lines that are never left out
    /// @param asked the newest message of a person; empty where the lines say so
    /// @param tokens as well as they can be known without rendering it
    record Whole(List<Prompt.Line> lines, Set<Integer> pinned, String asked, Tokens tokens) {
        public Whole {
            lines = List.copyOf(lines);
            pinned = Set.copyOf(pinned);
            Objects.requireNonNull(asked);
        }

        /// One of which nothing is pinned.
        Whole(List<Prompt.Line> lines, Tokens tokens) {
            this(lines, Set.of(), "", tokens);
        }

        /// As it is shortened.
        Talk talk() {
            return new Talk(lines, pinned, "", asked);
        }
    }

    /// By which the engine knows it again; empty when nothing is kept.
    Optional<Prompt.Conversation> conversation();

    /// Whether lines may be left out.
    boolean mayBeShortened();

    /// What an engine is asked: to go on where the last line is the reply as far as it is written,
    /// else for a new one.
    ///
    /// @param lines the conversation, or what is left of it
    Prompt prompt(List<Prompt.Line> lines, int replyLimit);

    /// The place of the line in which each message stands; empty when nothing is kept.
    Map<MessageId, Integer> places();

    /// The record under which the reply was begun before; empty for a new one.
    Optional<JsonObject> earlier();

    /// Keeps the record of why the reply is written where it is.
    void decided(JsonObject record);

    void append(Source source, String text);

    /// What was written of the reply so far is none of it any more: it begins anew.
    void giveUp();

    void finish(Message.State state, Optional<Message.Facts> facts);
}
