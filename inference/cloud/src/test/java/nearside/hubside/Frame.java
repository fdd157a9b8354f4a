package nearside.hubside;

/// How an answer says where its body ends.
public enum Frame {
    /// By `Content-Length`.
    LENGTH,
    /// In chunks.
    CHUNKED,
    /// By the end of the connection.
    UNTIL_CLOSE
}
