package nearside.storage.policy;

/// In whose hands a file or folder is.
sealed interface Custody {
    /// It is not there.
    record Absent() implements Custody {}

    /// Only administrators can have put it there, and only they can change it.
    record Administrators() implements Custody {}

    record Faulty(PolicyFault fault) implements Custody {}

    /// What a file must be.
    enum Kind {
        FOLDER,
        FILE
    }
}
