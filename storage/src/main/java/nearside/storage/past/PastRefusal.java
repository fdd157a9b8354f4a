package nearside.storage.past;

/// Why something was not brought in: where it stands, what was expected and what was found. What
/// stands around it is brought in all the same. Sentences are made elsewhere.
public sealed interface PastRefusal {
    PastWhere where();

    /// The file is not there, or may not be read.
    record Unreadable(PastWhere where) implements PastRefusal {}

    /// Neither the export of a known program nor of this one.
    record UnknownForm(PastWhere where) implements PastRefusal {}

    /// Not JSON from here on.
    ///
    /// @param at line, column and path, as the parser tells them
    record NotJson(PastWhere where, String at) implements PastRefusal {}

    /// The file ends in the middle.
    record CutOff(PastWhere where) implements PastRefusal {}

    record TooMuch(PastWhere where, Limit limit, long most) implements PastRefusal {}

    /// A member is of another kind than its form says.
    record Wrong(PastWhere where, String member, Kind expected, Kind found)
            implements PastRefusal {}

    /// Its parents lead back to itself.
    record Circle(PastWhere where) implements PastRefusal {}

    /// Its id was there before in the same conversation.
    record Twice(PastWhere where) implements PastRefusal {}

    /// Its id belongs to a message of another conversation here.
    record Taken(PastWhere where) implements PastRefusal {}

    /// The file was written by a newer version of this program.
    record Newer(PastWhere where, String found, int known) implements PastRefusal {}

    /// Not a zip archive, or a damaged one.
    record BadArchive(PastWhere where) implements PastRefusal {}

    /// What may grow too large.
    enum Limit {
        /// Characters of one conversation.
        CONVERSATION,
        /// Characters of one text.
        TEXT,
        /// Levels of JSON inside each other.
        LEVELS,
        /// Bytes that come out of an archive.
        ARCHIVE,
        /// Files in a folder or an archive.
        FILES,
        /// Bytes of one attachment.
        ATTACHMENT,
        /// Bytes of the attachments of one conversation.
        ATTACHMENTS
    }

    /// What a member of JSON is, or should be.
    enum Kind {
        NOTHING,
        TEXT,
        NUMBER,
        TRUTH,
        LIST,
        OBJECT,
        TIME,
        ID,
        /// One of a few words.
        WORD,
        /// Bytes as text.
        BASE64,
        /// The number of the bytes beside it.
        SIZE
    }
}
