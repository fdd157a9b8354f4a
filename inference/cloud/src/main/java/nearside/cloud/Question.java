package nearside.cloud;

import nearside.cloud.outbound.FarException;
import nearside.cloud.outbound.Parcel;
import nearside.cloud.outbound.Permit;
import nearside.engine.EngineFailure.Far;
import nearside.engine.Prompt;
import nearside.engine.Role;
import nearside.engine.TokenIds;

/// One prompt for a far model, as it leaves.
record Question(FarModel model, Prompt prompt, Parcel parcel, FarTokens tokens, Gate gate) {
    static Question of(FarModel model, Prompt prompt, FarTokens tokens, Gate gate) {
        byte[] body = ChatRequest.body(model, Continuation.lines(prompt), prompt);
        Parcel parcel = new Parcel(model.completions(), body, model.key());
        return new Question(model, prompt, parcel, tokens, gate);
    }

    String far() {
        return model.origin().toString();
    }

    /// Tools count as the text in which they leave: each far side has a way of its own.
    TokenIds promptIds() {
        TokenIds lines = tokens.prompt(Continuation.lines(prompt));
        return prompt.tools().isEmpty()
                ? lines
                : lines.plus(tokens.ids(ToolForm.tools(prompt.tools()).toString()));
    }

    Permit permit() throws FarException {
        return gate.permit(model, parcel)
                .orElseThrow(() -> new FarException(new Far.NotPermitted(far())));
    }

    /// Joins what comes to what was written before.
    Joint joint() {
        return switch (prompt.ending()) {
            case NEW_REPLY -> new Joint("");
            case OPEN_REPLY -> new Joint(written());
        };
    }

    private String written() {
        Prompt.Line last = prompt.lines().getLast();
        if (last.role() != Role.ASSISTANT) {
            throw new IllegalStateException("no reply to go on with");
        }
        return last.text();
    }
}
