package nearside.desktop.print;

import nearside.desktop.trouble.Trouble;

/// Where printing stands.
sealed interface Printing {
    /// Printers are looked for.
    record Looking() implements Printing {}

    /// A person chooses.
    record Ready() implements Printing {}

    /// There are no printers.
    ///
    /// @param said by the system, may be empty
    record NoPrinters(String said) implements Printing {}

    record Sending(String printer) implements Printing {}

    record Sent(String printer) implements Printing {}

    record Failed(Trouble trouble) implements Printing {}

    /// The conversation is not begun, is kept nowhere, or is gone.
    record NotKept() implements Printing {}

    /// A policy keeps conversations in the program.
    record Forbidden() implements Printing {}

    /// Whether printers are there and nothing is under way.
    default boolean rests() {
        return switch (this) {
            case Ready _, Sent _, Failed _ -> true;
            case Looking _, NoPrinters _, Sending _, NotKept _, Forbidden _ -> false;
        };
    }

    /// Whether the conversation can become a file.
    default boolean saves() {
        return switch (this) {
            case Looking _, Ready _, NoPrinters _, Sent _, Failed _ -> true;
            case Sending _, NotKept _, Forbidden _ -> false;
        };
    }
}
