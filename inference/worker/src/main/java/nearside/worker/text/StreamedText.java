package nearside.worker.text;

/// One reply's ids on their way to text: whole characters only, whatever the borders between
/// tokens.
public final class StreamedText {
    /// Text that became complete with this id; often empty.
    public String add(int id) {
        throw new UnsupportedOperationException();
    }

    /// What is left when the reply ends; incomplete bytes become U+FFFD.
    public String end() {
        throw new UnsupportedOperationException();
    }
}
