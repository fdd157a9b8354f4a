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

    private AskedModel(Subject subject, String id) {
        this.subject = subject;
        this.id = id;
    }

    /// One that is loaded now: its tokens can be counted.
    public static AskedModel loaded(Engine engine, ModelFolder folder)
            throws Unmeasured, InterruptedException {
        AskedModel model = new AskedModel(new Subject(engine, folder), folder.id());
        model.answer("Hello", 1);
        return model;
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
