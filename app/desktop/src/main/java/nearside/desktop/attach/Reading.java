package nearside.desktop.attach;

import java.util.Objects;

/// What came of reading a file.
public sealed interface Reading {
    /// A text.
    record Text(String name, String text) implements Reading {
        public Text {
            Objects.requireNonNull(name);
            Objects.requireNonNull(text);
        }
    }

    /// It cannot go with a question.
    ///
    /// @param bytes how large it is, as far as that is known
    record Refused(String name, Why why, long bytes) implements Reading {
        public Refused {
            Objects.requireNonNull(name);
            Objects.requireNonNull(why);
        }
    }

    /// Why a file cannot go with a question.
    enum Why {
        /// It is gone, or may not be read.
        UNREADABLE,
        FOLDER,
        /// It holds nothing.
        EMPTY,
        LARGE,
        /// A picture: no model here sees.
        PICTURE,
        /// Neither a text nor a picture.
        NO_TEXT
    }
}
