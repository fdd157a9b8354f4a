package nearside.engine;

import java.util.OptionalInt;

/// Something that writes replies: the device's own model, a borrowed one, or a script in a test.
public interface Engine {
    /// Starts one reply. Returns at once; events are pulled from the caller's own thread.
    Reply answer(Prompt prompt);

    /// Tokens of the text by this engine's own tokenizer; empty when the tokenizer is not there
    /// now.
    OptionalInt count(String text);
}
