package nearside.copilot.orchestrator;

/// Why a turn goes where it goes; exactly one for each decision.
public enum Reason {
    FITS,
    FITS_PACKED,
    NO_MEMORY_LOAD,
    NO_MEMORY_CONTEXT,
    WINDOW_EXCEEDED,
    TOO_SLOW,
    ENGINE_FAILED,
    POLICY_OFFLINE,
    POLICY_CONSENT,
    USER_CHOICE
}
