package nearside.engine.seal;

/// What became of an attempt to close the network to this process for good.
public sealed interface Seal {
    /// No thread of this process, and no process it starts, gets a new socket any more that could
    /// reach beyond this machine.
    record Closed() implements Seal {}

    /// This system has no such filter that we know how to set.
    record NotHere(String system) implements Seal {}

    /// The kernel refused the filter, with its error number.
    record Refused(String step, int errno) implements Seal {}

    /// Closes the network to all threads of this process and to its children. It cannot be opened
    /// again. Sockets that are open already stay open.
    static Seal set() {
        return SocketFilter.here().map(SeccompCall::apply).orElseGet(SocketFilter::missing);
    }
}
