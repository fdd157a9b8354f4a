package nearside.hubside;

/// Which fault is played on which request. Asked on the threads of the connections.
@FunctionalInterface
public interface HubScript {
    HubFault fault(Turn turn);

    /// All is well.
    static HubScript none() {
        return _ -> new HubFault.None();
    }

    /// The fault on every request of that kind.
    static HubScript always(Turn.Kind kind, HubFault fault) {
        return turn -> turn.kind() == kind ? fault : new HubFault.None();
    }

    /// The fault on the first request of that kind.
    static HubScript once(Turn.Kind kind, HubFault fault) {
        return turn -> turn.kind() == kind && turn.nth() == 1 ? fault : new HubFault.None();
    }
}
