package nearside.desktop.chat;

import nearside.engine.Finish;
import nearside.storage.Message;

/// How an answer ended, as its footer says it.
public enum Ending {
    DONE,
    /// At the reply limit, or at the end of the window.
    LENGTH,
    STOPPED,
    /// Something went down in mid-answer; the words so far are kept.
    CUT,
    FAILED;

    /// Whether more of the answer can be asked for.
    boolean canContinue() {
        return this != DONE;
    }

    static Ending of(Finish finish) {
        return switch (finish) {
            case EOS, STOP_STRING, TOOLS -> DONE;
            case LENGTH -> LENGTH;
            case STOP -> STOPPED;
        };
    }

    /// A stored reply that still says it is being written was left so by a program that is gone.
    static Ending of(Message.State state) {
        return switch (state) {
            case DONE -> DONE;
            case LENGTH -> LENGTH;
            case STOPPED -> STOPPED;
            case WRITING, CUT -> CUT;
            case FAILED -> FAILED;
        };
    }
}
