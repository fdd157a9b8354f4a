package nearside.copilot.orchestrator;

/// The one door by which every question enters: window, terminal and whatever comes later.
public final class Orchestrator {
    public Turn answer(Request request) {
        throw new UnsupportedOperationException();
    }
}
