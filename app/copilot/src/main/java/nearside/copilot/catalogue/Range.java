package nearside.copilot.catalogue;

/// Numbers within bounds.
final class Range {
    private Range() {}

    /// Throws what only a bug can bring about: readers ask first.
    static void check(String name, long number, long least, long most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    name + " " + number + " is not from " + least + " to " + most);
        }
    }
}
