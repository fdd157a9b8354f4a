package nearside.storage.past;

/// The program that a conversation comes from.
public enum PastSource {
    /// This one, here or on another device.
    NEARSIDE,
    CHATGPT,
    CLAUDE,
    OPEN_WEBUI,
    LM_STUDIO,
    JAN
}
