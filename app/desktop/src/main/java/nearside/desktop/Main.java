package nearside.desktop;

/// The program: a window without arguments, else a terminal command.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        throw new UnsupportedOperationException();
    }
}
