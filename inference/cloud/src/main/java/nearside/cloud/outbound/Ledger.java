package nearside.cloud.outbound;

/// Where every attempt to connect is written down: before it begins, and again at its end.
public interface Ledger {
    /// Writes down an attempt. It is on disk when this returns; what cannot be written down does
    /// not leave.
    Booking begin(Permit permit);

    /// One attempt that was written down.
    interface Booking {
        /// Writes down its end.
        void end(Outcome outcome);
    }

    /// How an attempt ended.
    ///
    /// @param status of the answer, 0 when there was none
    /// @param ending in one word
    /// @param bytesOut of the request's body, as far as they were taken by the connection
    /// @param bytesIn of the answer's body, as far as they came
    /// @param used what the far side takes money for
    record Outcome(Ending ending, int status, long bytesOut, long bytesIn, Used used) {}

    /// Tokens as the far side counted them, or as they were counted here where it did not.
    ///
    /// @param read of the question
    /// @param written of the answer
    record Used(int read, int written) {
        public static final Used NOTHING = new Used(0, 0);
    }

    /// The word for how an attempt ended.
    enum Ending {
        /// The answer came to its end.
        COMPLETE,
        /// The far side ended it before that, or was silent for too long.
        BROKEN,
        /// This side ended it.
        STOPPED,
        /// There was no answer.
        UNREACHED
    }
}
