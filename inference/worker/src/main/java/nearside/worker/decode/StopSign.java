package nearside.worker.decode;

/// Raised once, from any thread, when somebody wants a reply to end.
public final class StopSign {
    private volatile boolean raised;
    private Runnable onRaise = () -> {};

    public synchronized void raise() {
        if (!raised) {
            raised = true;
            onRaise.run();
        }
    }

    public boolean isRaised() {
        return raised;
    }

    /// What else to do when the sign is raised; done at once if it is already.
    synchronized void onRaise(Runnable action) {
        onRaise = action;
        if (raised) {
            action.run();
        }
    }
}
