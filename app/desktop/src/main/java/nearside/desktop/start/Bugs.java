package nearside.desktop.start;

import nearside.copilot.orchestrator.ErrorCode;

import java.io.PrintStream;

/// The one handler of bugs: a short code for people, the chain of classes for the local log.
public final class Bugs implements Thread.UncaughtExceptionHandler {
    private final PrintStream err;

    public Bugs(PrintStream err) {
        this.err = err;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable bug) {
        String code = ErrorCode.of(bug);
        System.getLogger("nearside.bug").log(System.Logger.Level.ERROR, "bug " + code, bug);
        err.println("nearside: something went wrong inside the program (code " + code + ").");
        if (thread.getName().equals("main")) {
            System.exit(1);
        }
    }
}
