package nearside.desktop.bench;

import nearside.engine.Engine;
import nearside.engine.Speculation;
import nearside.engine.folder.ModelFolder;

/// A model that is asked single questions.
public final class AskedModel {
    /// What a chat template adds at most.
    private static final int TEMPLATE = 32;

    private final Subject subject;
    private final String id;

    /// One in an engine that has it, or is about to load it.
    public AskedModel(Engine engine, ModelFolder folder) {
        subject = new Subject(engine, folder);
        id = folder.id();
    }

    public String id() {
        return id;
    }

    /// Whether its window holds a question and an answer of so many tokens.
    public boolean sees(String question, int answer) {
        return subject.count(question) + TEMPLATE + answer <= subject.window();
    }

    /// Its answer, of so many tokens at most.
    public String answer(String question, int most) throws Unmeasured, InterruptedException {
        return subject.asUsersGetIt(Subject.question(question), Speculation.PROMPT_LOOKUP, most)
                .text();
    }
}
