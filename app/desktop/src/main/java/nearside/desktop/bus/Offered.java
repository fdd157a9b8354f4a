package nearside.desktop.bus;

/// A thing of ours that other programs may ask.
public interface Offered {
    /// Does what is asked.
    ///
    /// @param arguments a tuple
    /// @return a tuple
    String call(String function, Value arguments);

    /// What that property of it is.
    String property(String name);
}
