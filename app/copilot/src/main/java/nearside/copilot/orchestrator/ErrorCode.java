package nearside.copilot.orchestrator;

import java.util.HexFormat;

/// A short stable code for a bug: where it was thrown, what its root cause was, and the chain
/// between.
public final class ErrorCode {
    private ErrorCode() {}

    public static String of(Throwable bug) {
        Throwable root = bug;
        int chain = bug.getClass().getName().hashCode();
        while (root.getCause() != null) {
            root = root.getCause();
            chain = 31 * chain + root.getClass().getName().hashCode();
        }
        return part(place(bug)) + ":" + part(place(root)) + ":" + part(chain);
    }

    private static int place(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        String where =
                frames.length == 0
                        ? ""
                        : frames[0].getClassName() + "#" + frames[0].getMethodName();
        return 31 * thrown.getClass().getName().hashCode() + where.hashCode();
    }

    private static String part(int hash) {
        return HexFormat.of().withUpperCase().toHexDigits((short) (hash ^ (hash >>> 16)));
    }
}
