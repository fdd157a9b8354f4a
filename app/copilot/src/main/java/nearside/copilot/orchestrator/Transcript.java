package nearside.copilot.orchestrator;

import nearside.copilot.orchestrator.Situation.Tokens;
import nearside.engine.Engine;
import nearside.engine.Prompt;
import nearside.storage.Journal;
import nearside.storage.Message;

import java.util.List;
import java.util.Optional;

/// What a turn reads its prompt from and writes its reply to: the profile, or nowhere.
interface Transcript {
    /// Commits the question and an empty reply; empty when nothing is kept.
    Optional<Journal.Begun> begin();

    /// Tokens of the prompt, as well as they can be known without rendering it.
    Tokens tokens(Engine engine, Optional<LocalModel> model);

    /// The whole conversation with the question.
    List<Prompt.Line> lines();

    /// By which the engine knows it again; empty when nothing is kept.
    Optional<Prompt.Conversation> conversation();

    /// Whether lines may be left out.
    boolean mayBeShortened();

    /// What the engine is asked.
    ///
    /// @param lines the conversation, or what is left of it
    Prompt prompt(List<Prompt.Line> lines, int replyLimit);

    void decided(Decision decision);

    void append(String text);

    void finish(Message.State state, Optional<Message.Facts> facts);
}
