package nearside.cloud;

import nearside.cloud.outbound.Outbound;
import nearside.cloud.outbound.Parcel;
import nearside.engine.Engine;
import nearside.engine.Prompt;
import nearside.engine.Reply;

import java.util.Objects;
import java.util.OptionalInt;

/// A borrowed model behind an OpenAI-compatible address.
public final class CloudEngine implements Engine {
    private final FarModel model;
    private final Outbound outbound;
    private final Breaker breaker;
    private final Gate gate;
    private final FarTokens tokens;

    /// @param breaker shared by all engines, since it knows far sides
    public CloudEngine(FarModel model, Outbound outbound, Breaker breaker, Gate gate) {
        this.model = Objects.requireNonNull(model);
        this.outbound = Objects.requireNonNull(outbound);
        this.breaker = Objects.requireNonNull(breaker);
        this.gate = Objects.requireNonNull(gate);
        this.tokens = FarTokens.of(model.model());
    }

    @Override
    public Reply answer(Prompt prompt) {
        CloudReply reply = new CloudReply(question(prompt), outbound, breaker);
        Thread.ofVirtual().name("far reply").start(reply);
        return reply;
    }

    private Question question(Prompt prompt) {
        return Question.of(model, prompt, tokens, gate);
    }

    @Override
    public OptionalInt count(String text) {
        return OptionalInt.of(tokens.count(text));
    }

    /// What would leave for this prompt, to the byte.
    public Parcel parcel(Prompt prompt) {
        return question(prompt).parcel();
    }

    /// Tokens that the far side will count for this prompt.
    public int promptTokens(Prompt prompt) {
        return question(prompt).promptIds().count();
    }
}
