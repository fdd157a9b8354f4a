package nearside.desktop.console;

/// How a terminal command ends.
public enum ExitCode {
    DONE(0),
    /// A failure that was explained in words on standard error.
    FAILED(1),
    WRONG_USAGE(2);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
