package nearside.engine.contract;

import nearside.engine.Engine;
import nearside.engine.Prompt;
import nearside.engine.Reply;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/// An engine that follows a script: the first question gets the first script, and so on; the last
/// script is used again for all further questions. Tokens are words.
public final class ScriptedEngine implements Engine {
    private final Deque<Script> scripts = new ArrayDeque<>();
    private final List<Prompt> prompts = new ArrayList<>();

    public ScriptedEngine(Script... scripts) {
        this.scripts.addAll(List.of(scripts));
    }

    /// An engine whose replies are all these pieces.
    public static ScriptedEngine writing(String... pieces) {
        List<Step> script = new ArrayList<>();
        for (String piece : pieces) {
            script.add(new Step.Write(piece));
        }
        script.add(Step.end());
        return new ScriptedEngine(new Script(script));
    }

    @Override
    public synchronized Reply answer(Prompt prompt) {
        prompts.add(prompt);
        Script script = scripts.size() > 1 ? scripts.remove() : scripts.element();
        return new ScriptedReply(prompt, script);
    }

    /// What was asked so far.
    public synchronized List<Prompt> prompts() {
        return List.copyOf(prompts);
    }

    @Override
    public OptionalInt count(String text) {
        return OptionalInt.of(words(text));
    }

    static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
