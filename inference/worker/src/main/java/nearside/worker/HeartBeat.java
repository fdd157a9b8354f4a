package nearside.worker;

import nearside.engine.local.Frame;
import nearside.engine.local.FrameWriter;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Says four times a second that this process lives, also while native code thinks.
final class HeartBeat {
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private HeartBeat() {}

    static void start(FrameWriter out) {
        Thread.ofPlatform().daemon().name("heart-beat").start(() -> beat(out));
    }

    private static void beat(FrameWriter out) {
        try {
            while (!NEVER.await(250, TimeUnit.MILLISECONDS)) {
                out.write(new Frame.Alive());
            }
        } catch (IOException e) {
            Exit.PARENT_GONE.now();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }
}
