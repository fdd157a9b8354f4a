package nearside.storage;

import nearside.storage.text.WellFormed;
import nearside.storage.vault.Place;
import nearside.storage.vault.Sealer;

import java.util.List;
import java.util.Optional;

/// Where each column that holds content stands, and the way in and out of it: sealed for its row,
/// so that no value can be read in another row's stead. The one list of all such columns.
record Contents(Sealer sealer) {
    /// A column with content.
    enum Column {
        TITLE("conversation.title"),
        CONVERSATION_EXTRA("conversation.extra"),
        DECISION("message.decision"),
        MESSAGE_EXTRA("message.extra"),
        SEGMENT("segment.text"),
        PIECE("piece.text"),
        DRAFT("draft.text"),
        DRAFT_FILE_NAME("draft_file.name"),
        DRAFT_FILE("draft_file.bytes"),
        FOLDER("folder.name"),
        TAG("tag.name"),
        SETUP("conversation.setup"),
        TEMPLATE_NAME("template.name"),
        TEMPLATE("template.text"),
        ATTACHMENT_NAME("attachment.name"),
        ATTACHMENT("attachment_block.bytes");

        private final String column;

        Column(String column) {
            this.column = column;
        }

        /// A value of a conversation.
        Place in(String conversation, String row) {
            return new Place(column, conversation, row);
        }

        /// A value of the profile.
        Place in(String row) {
            return in("", row);
        }
    }

    /// A run of text. Its source is bound with it: what was written here cannot be made to look
    /// borrowed.
    static Place text(
            Column column, String conversation, String message, int ordinal, String source) {
        return column.in(conversation, message + " " + ordinal + " " + source);
    }

    /// Whether there is a key of that conversation.
    boolean knows(String conversation) {
        return sealer.key(conversation).isPresent();
    }

    /// All conversations that have a key.
    List<String> conversations() {
        return sealer.conversations();
    }

    byte[] seal(Place place, String text) {
        return sealer.seal(place, WellFormed.of(text));
    }

    byte[] seal(Place place, byte[] plain) {
        return sealer.seal(place, plain);
    }

    /// The same as [#text] for what is no text.
    Optional<byte[]> bytes(Place place, byte[] sealed) {
        return sealer.bytes(place, sealed);
    }

    /// Empty when the value was changed, stands in the wrong row, or its conversation's key is
    /// gone.
    Optional<String> text(Place place, byte[] sealed) {
        return sealer.text(place, sealed);
    }

    /// Whether the value was sealed for that place and can be read.
    boolean opens(Place place, byte[] sealed) {
        return bytes(place, sealed).isPresent();
    }
}
