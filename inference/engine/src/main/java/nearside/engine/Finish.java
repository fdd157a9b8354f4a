package nearside.engine;

/// Why a reply ended as it should.
public enum Finish {
    /// The model wrote an end-of-sequence token.
    EOS,
    /// The reply limit or the window was reached.
    LENGTH,
    /// The text came to one of the strings that it was to end before.
    STOP_STRING,
    /// Somebody pressed Stop.
    STOP,
    /// The model waits for what the tools answer that it asked for.
    TOOLS
}
