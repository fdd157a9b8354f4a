package nearside.worker;

import nearside.engine.local.Frame;
import nearside.engine.local.FrameException;
import nearside.engine.local.FrameReader;
import nearside.engine.local.FrameWriter;
import nearside.worker.decode.Landing;
import nearside.worker.decode.StopSign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The program's orders as they come. Stop and the end of the pipe take effect at once, whatever
/// the thinking thread does; counts have a thread of their own; the rest waits in a queue.
final class Orders {
    private static final Duration CALM = Duration.ofMillis(500);

    private final FrameReader in;
    private final FrameWriter out;
    private final Texts texts;
    private final BlockingQueue<Work> work = new LinkedBlockingQueue<>();
    private final ExecutorService counter =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("counts").factory());
    private int lastTurn;
    private StopSign lastStop = new StopSign();
    private StopSign enough = new StopSign();
    private volatile Optional<Landing> landing = Optional.empty();

    Orders(FrameReader in, FrameWriter out, Texts texts) {
        this.in = in;
        this.out = out;
        this.texts = texts;
    }

    /// What the thinking thread does next.
    ///
    /// @param tidy is done once when nothing comes for a while
    Work next(Runnable tidy) throws InterruptedException {
        Work soon = work.poll(CALM.toMillis(), TimeUnit.MILLISECONDS);
        if (soon != null) {
            return soon;
        }
        tidy.run();
        return work.take();
    }

    /// Where keys and values go that come from now on.
    void await(Landing place) {
        landing = Optional.of(place);
    }

    void listen() {
        Thread.ofPlatform().daemon().name("orders").start(this::read);
    }

    private void read() {
        try {
            Optional<Frame> frame = in.read();
            while (frame.isPresent()) {
                take(frame.get());
                frame = in.read();
            }
            Exit.PARENT_GONE.now();
        } catch (FrameException e) {
            System.err.println("Bad frame: " + e.getMessage());
            Exit.BAD_FRAME.now();
        } catch (IOException e) {
            Exit.PARENT_GONE.now();
        }
    }

    private void take(Frame frame) throws FrameException {
        switch (frame) {
            case Frame.Open open -> work.add(new Work.Open(open));
            case Frame.Answer answer -> answer(answer);
            case Frame.Stop stop -> stop(stop.turn());
            case Frame.Count count -> counter.execute(() -> count(count));
            case Frame.Keep keep -> keep(keep);
            case Frame.Offer offer -> work.add(new Work.Offer(offer));
            case Frame.LetGo(var part) -> work.add(new Work.LetGo(part));
            case Frame.Kv(ByteBuffer bytes) -> land(bytes);
            case Frame.Enough() -> enough();
            case Frame.Bye() -> Exit.BYE.now();
            case Frame.Report _ -> throw new FrameException("a report for the worker");
        }
    }

    private void answer(Frame.Answer answer) {
        lastTurn = answer.turn();
        lastStop = new StopSign();
        work.add(new Work.Answer(answer.turn(), answer.prompt(), lastStop));
    }

    private void keep(Frame.Keep keep) {
        enough = new StopSign();
        work.add(new Work.Keep(keep, enough));
    }

    private void enough() {
        enough.raise();
        landing.ifPresent(place -> work.add(new Work.Drop(place)));
        landing = Optional.empty();
    }

    /// Straight into the model's memory: nothing waits, so that a stop is seen behind it.
    private void land(ByteBuffer bytes) throws FrameException {
        Optional<Landing> place = landing;
        if (place.isEmpty()) {
            throw new FrameException("keys and values that nobody waits for");
        }
        try {
            if (place.get().put(bytes)) {
                landing = Optional.empty();
                work.add(new Work.Land(place.get()));
            }
        } catch (IllegalArgumentException tooMany) {
            throw new FrameException(String.valueOf(tooMany.getMessage()));
        }
    }

    private void stop(int turn) {
        if (turn == lastTurn) {
            lastStop.raise();
        }
    }

    private void count(Frame.Count count) {
        try {
            OptionalInt tokens = texts.count(count.text());
            out.write(new Frame.Counted(count.id(), tokens));
        } catch (IOException e) {
            Exit.PARENT_GONE.now();
        }
    }
}
