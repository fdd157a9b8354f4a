package nearside.worker;

/// The worker process: reads frames from standard input, thinks, and writes frames to standard
/// output.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        throw new UnsupportedOperationException();
    }
}
