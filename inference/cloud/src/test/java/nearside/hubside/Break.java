package nearside.hubside;

/// How a connection stops to be one.
public enum Break {
    /// Closed as usual.
    CLOSE,
    /// Reset (RST).
    RESET,
    /// Left open, and nothing more comes until the other side hangs up.
    STALL
}
