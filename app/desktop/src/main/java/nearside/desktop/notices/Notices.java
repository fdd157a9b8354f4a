package nearside.desktop.notices;

/// Tells a person who looks elsewhere, by what the system has for it.
public interface Notices {
    /// Where there is nothing for it.
    Notices NONE = (_, _, _) -> {};

    /// Tells it; what cannot be told is left.
    ///
    /// @param chosen a click on it
    void tell(String title, String text, Runnable chosen);
}
