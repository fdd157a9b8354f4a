package nearside.farside;

/// One connection in a far side's own log.
///
/// @param bytesIn of the request's body; -1 when no request came
/// @param bytesOut of the answer's body
/// @param lastWrite when the last byte went out, a moment of [System#nanoTime]
public record Seen(String path, int status, long bytesIn, long bytesOut, long lastWrite) {}
