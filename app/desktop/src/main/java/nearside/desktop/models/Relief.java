package nearside.desktop.models;

import nearside.storage.Settings;

/// What may be given up where memory is short, as a person is asked about it.
public enum Relief {
    /// The chosen model, for a smaller one.
    STAND_IN,
    /// Earlier messages of a conversation.
    LEAVE_OUT,
    /// Answers as long as they may be.
    SHORT_REPLY;

    Settings.Relief stored() {
        return switch (this) {
            case STAND_IN -> Settings.Relief.STAND_IN;
            case LEAVE_OUT -> Settings.Relief.LEAVE_OUT;
            case SHORT_REPLY -> Settings.Relief.SHORT_REPLY;
        };
    }
}
