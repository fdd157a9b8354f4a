package nearside.engine.local;

/// What an engine holds of conversations that it has read, and can let go.
public interface Spare {
    /// Holds nothing.
    Spare NONE =
            new Spare() {
                @Override
                public Held held() {
                    return Held.NOTHING;
                }

                @Override
                public void letGo(Held.Part part) {}
            };

    /// What could be let go at once: nothing while a reply is being written.
    Held held();

    /// Lets go of that, so that its memory is free for something else: what is kept on a disk comes
    /// back from there, the rest is read again.
    void letGo(Held.Part part);
}
