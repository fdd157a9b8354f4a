package nearside.storage.campaign;

import java.util.SplittableRandom;

/// A kind of work that a session does: it chooses the next call.
@FunctionalInterface
interface Work {
    /// Chooses what follows.
    ///
    /// @param number of the text that the call may use; never used before
    Step next(Book book, SplittableRandom random, int number);
}
