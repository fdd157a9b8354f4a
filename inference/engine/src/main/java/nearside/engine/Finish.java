package nearside.engine;

/// Why a reply ended as it should.
public enum Finish {
    /// The model wrote an end-of-sequence token.
    EOS,
    /// The reply limit or the window was reached.
    LENGTH,
    /// Somebody pressed Stop.
    STOP
}
