package nearside.worker.text;

import java.util.List;

/// One reply's ids on their way to the text that is shown: whole characters, and nothing from a
/// stop string on.
public final class ReplyText {
    private final StreamedText characters;
    private final StopStrings stops;

    ReplyText(StreamedText characters, List<String> stops) {
        this.characters = characters;
        this.stops = new StopStrings(stops);
    }

    /// Text that may be shown with this id; often empty.
    public String add(int id) {
        return stops.add(characters.add(id));
    }

    /// What is left when the reply ends.
    public String end() {
        String last = stops.add(characters.end());
        return last + stops.end();
    }

    /// Whether a stop string was met: the reply is over.
    public boolean stopped() {
        return stops.found();
    }
}
