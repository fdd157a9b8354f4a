package nearside.desktop.console;

import java.util.Optional;

/// Somebody who sits at the terminal and can be asked.
interface Person {
    /// What is typed next; empty when nothing can be typed any more. Blocks.
    Optional<String> line();

    /// Whoever sits where both input and output are a terminal; empty for a script.
    static Optional<Person> atTerminal() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .map(terminal -> () -> Optional.ofNullable(terminal.readLine()));
    }
}
