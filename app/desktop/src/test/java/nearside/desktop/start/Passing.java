package nearside.desktop.start;

import nearside.engine.Prompt;
import nearside.engine.local.KvModel;
import nearside.engine.local.KvPart;
import nearside.engine.local.SnapshotShelf;

import java.util.List;
import java.util.Optional;

/// A shelf that passes everything on to another.
class Passing implements SnapshotShelf {
    private final SnapshotShelf shelf;

    Passing(SnapshotShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public void dropOthers(KvModel model) {
        shelf.dropOthers(model);
    }

    @Override
    public Optional<Found> find(
            KvModel model, Prompt.Conversation conversation, List<Prompt.Line> lines) {
        return shelf.find(model, conversation, lines);
    }

    @Override
    public Optional<Keeping> keep(KvModel model, Asked asked, KvPart part) {
        return shelf.keep(model, asked, part);
    }
}
