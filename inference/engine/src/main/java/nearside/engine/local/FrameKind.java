package nearside.engine.local;

/// The byte that says which frame follows.
final class FrameKind {
    static final int OPEN = 1;
    static final int ANSWER = 2;
    static final int STOP = 3;
    static final int COUNT = 4;
    static final int BYE = 5;
    static final int KEEP = 6;
    static final int OFFER = 7;
    static final int ENOUGH = 8;
    static final int LET_GO = 9;
    static final int KV = 32;
    static final int HELLO = 65;
    static final int OPENED = 66;
    static final int NOT_OPENED = 67;
    static final int READING = 68;
    static final int TEXT = 69;
    static final int FINISHED = 70;
    static final int FAILED = 71;
    static final int COUNTED = 72;
    static final int ALIVE = 73;
    static final int READ_ON = 74;
    static final int CALIBRATED = 75;
    static final int KEPT = 76;
    static final int KEEP_OVER = 77;
    static final int WANTED = 78;
    static final int NOT_WANTED = 79;
    static final int RESTORED = 80;
    static final int HOLDS = 81;
    static final int NO_RUNTIME = 82;

    private FrameKind() {}

    static int of(Frame frame) {
        return switch (frame) {
            case Frame.Open _ -> OPEN;
            case Frame.Answer _ -> ANSWER;
            case Frame.Stop _ -> STOP;
            case Frame.Count _ -> COUNT;
            case Frame.Bye _ -> BYE;
            case Frame.Keep _ -> KEEP;
            case Frame.Offer _ -> OFFER;
            case Frame.Enough _ -> ENOUGH;
            case Frame.LetGo _ -> LET_GO;
            case Frame.Kv _ -> KV;
            case Frame.Hello _ -> HELLO;
            case Frame.Opened _ -> OPENED;
            case Frame.NotOpened _ -> NOT_OPENED;
            case Frame.Reading _ -> READING;
            case Frame.ReadOn _ -> READ_ON;
            case Frame.Text _ -> TEXT;
            case Frame.Finished _ -> FINISHED;
            case Frame.Failed _ -> FAILED;
            case Frame.Counted _ -> COUNTED;
            case Frame.Alive _ -> ALIVE;
            case Frame.Calibrated _ -> CALIBRATED;
            case Frame.Kept _ -> KEPT;
            case Frame.KeepOver _ -> KEEP_OVER;
            case Frame.Wanted _ -> WANTED;
            case Frame.NotWanted _ -> NOT_WANTED;
            case Frame.Restored _ -> RESTORED;
            case Frame.Holds _ -> HOLDS;
            case Frame.NoRuntime _ -> NO_RUNTIME;
        };
    }
}
