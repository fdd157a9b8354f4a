package nearside.desktop.offline;

/// What the command line says about the network.
public enum Run {
    /// Nothing: the settings and the policy decide.
    AS_SET,
    /// This run is offline.
    OFFLINE
}
