package nearside.worker.decode;

/// Chooses the next token of one reply from its logits, one call for each token of the reply.
@FunctionalInterface
public interface Choice {
    /// The id of the token.
    ///
    /// @param logits one for each word of the vocabulary; may be changed
    int next(float[] logits);
}
