package nearside.desktop.hotkey;

/// Keys that work while another program has the keyboard.
public interface Hotkey extends AutoCloseable {
    /// Where the system lets no program do so.
    Hotkey NONE =
            new Hotkey() {
                @Override
                public Grab grab(KeyChord keys, Runnable pressed) {
                    return Grab.IMPOSSIBLE;
                }

                @Override
                public void close() {}
            };

    /// What became of a wish for keys.
    enum Grab {
        /// They work from now on.
        DONE,
        /// Another program has them.
        TAKEN,
        /// No program can have them here.
        IMPOSSIBLE
    }

    /// Takes these keys instead of those before.
    ///
    /// @param pressed runs on a thread of its own
    Grab grab(KeyChord keys, Runnable pressed);

    /// Gives the keys back.
    @Override
    void close();
}
