package nearside.hubside;

import java.util.Optional;

/// A request in the hub's own log.
///
/// @param status that was answered; 0 where no head was sent
/// @param bodyBytes that were sent, without the frame of chunks
public record Served(
        Host host, HubRequest request, HubFault fault, int status, long bodyBytes, State state) {
    /// Who was asked.
    public enum Host {
        HUB,
        STORAGE
    }

    /// How far it came.
    public enum State {
        UNDER_WAY,
        /// All was sent that the script wanted.
        SENT,
        /// The other side hung up first.
        HUNG_UP
    }

    public String method() {
        return request.method();
    }

    /// The path with its query.
    public String target() {
        return request.target();
    }

    /// The header of that name.
    public Optional<String> range() {
        return request.header("Range");
    }

    /// The header of that name.
    public Optional<String> ifRange() {
        return request.header("If-Range");
    }
}
