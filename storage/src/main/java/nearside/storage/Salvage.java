package nearside.storage;

import nearside.storage.SalvagedTexts.Age;
import nearside.storage.database.Session;
import nearside.storage.salvage.Cell;
import nearside.storage.salvage.DamagedSet;
import nearside.storage.salvage.Shape;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/// Brings all rows of a damaged set into a database that is being built, and what is missing then
/// from a backup. The set is read once for each kind of row, so that a message is known before its
/// texts.
final class Salvage {
    private final Session session;
    private final DamagedSet damaged;
    private final Contents contents;
    private final SalvagedConversations conversations;
    private final SalvagedMessages messages;
    private final SalvagedTexts texts;

    /// Does something with a row that was found.
    private interface Take {
        void row(Cell cell) throws SQLException;
    }

    Salvage(Session session, DamagedSet damaged, Contents contents) throws SQLException {
        this.session = session;
        this.damaged = damaged;
        this.contents = contents;
        this.conversations = new SalvagedConversations(session, contents);
        this.messages = new SalvagedMessages(session, contents);
        this.texts = new SalvagedTexts(session, contents, conversations, messages);
    }

    /// Only what the newest pages have, as far as it makes messages. The table `told_parent` holds
    /// what each of them said of its place, before it got another.
    void runNewest() throws SQLException {
        each(damaged.rows(), Shapes.CONVERSATION, conversations::take);
        each(damaged.rows(), Shapes.MESSAGE, messages::take);
        each(damaged.rows(), Shapes.RUN, cell -> texts.take(cell, Age.NEWEST));
        messages.settle();
        texts.settle();
        session.change("CREATE TABLE told_parent AS SELECT seq, parent FROM message");
        new Relinked(session, contents).run();
    }

    Recovered.Found run(Optional<OpenBackup> backup) throws SQLException {
        everywhere(Shapes.CONVERSATION, conversations::take);
        everywhere(Shapes.MESSAGE, messages::take);
        if (backup.isPresent()) {
            claims(merge(backup.get()));
        }
        each(damaged.rows(), Shapes.RUN, cell -> texts.take(cell, Age.NEWEST));
        each(damaged.olderRows(), Shapes.RUN, cell -> texts.take(cell, Age.OLDER));
        messages.settle();
        SalvagedRest rest = new SalvagedRest(session, contents);
        each(damaged.rows(), rest::take);
        if (rest.isBroken()) {
            each(damaged.olderRows(), rest::mend);
        }
        conversations.file();
        if (backup.isPresent()) {
            tags(merge(backup.get()));
        }
        int fromBackup = backup.isPresent() ? merged(merge(backup.get())) : 0;
        texts.settle();
        new Relinked(session, contents).run();
        return new Legible(session, contents).counted(texts.orphans(), fromBackup);
    }

    private Merge merge(OpenBackup backup) {
        return new Merge(backup.session(), session, contents, texts::cameBack);
    }

    /// A message of the backup that is not here may be the one whose texts are.
    private void claims(Merge merge) throws SQLException {
        for (String id : Merge.conversations(merge.backup())) {
            Optional<TableRow> row =
                    merge.backup().row("SELECT * FROM conversation WHERE id = ?", TableRow::of, id);
            if (row.isPresent() && contents.knows(id)) {
                long here = conversations.put(merge, row.get());
                for (TableRow message : merge.messages(row.get())) {
                    messages.claim(message.with("conversation", here));
                }
            }
        }
    }

    /// Which tag a conversation had is told by the backup alone.
    private void tags(Merge merge) throws SQLException {
        for (TableRow row : merge.backup().rows("SELECT * FROM conversation", TableRow::of)) {
            new MergedFiling(merge, row).tags();
        }
    }

    private static int merged(Merge merge) throws SQLException {
        Merge.Merged merged = Merge.Merged.NOTHING;
        for (String id : Merge.conversations(merge.backup())) {
            merged = merged.plus(merge.conversation(id));
        }
        return merged.came() + merged.mended();
    }

    private void everywhere(Shape shape, Take take) throws SQLException {
        each(damaged.rows(), shape, take);
        each(damaged.olderRows(), shape, take);
    }

    private static void each(Stream<Cell> cells, Shape shape, Take take) throws SQLException {
        each(cells.filter(cell -> cell.fits(shape)), take);
    }

    private static void each(Stream<Cell> cells, Take take) throws SQLException {
        for (Iterator<Cell> all = cells.iterator(); all.hasNext(); ) {
            take.row(all.next());
        }
    }
}
