package nearside.cloud;

import nearside.cloud.outbound.Call;
import nearside.cloud.outbound.FarException;
import nearside.cloud.outbound.Outbound;
import nearside.cloud.outbound.Permit;
import nearside.engine.EngineFailure.Far;
import nearside.engine.Finish;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// One reply of a far model: asked, asked again while nothing was written, read as it comes. Runs
/// on a virtual thread of its own.
///
/// The queue is not bounded by itself: the reply limit bounds what can lie in it.
final class CloudReply implements Reply, Runnable {
    private final Question question;
    private final Outbound outbound;
    private final Breaker breaker;
    private final Tally tally;
    private final BlockingQueue<ReplyEvent> events = new LinkedBlockingQueue<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private @Nullable Call call;
    private volatile @Nullable Exception bug;
    private boolean over;

    CloudReply(Question question, Outbound outbound, Breaker breaker) {
        this.question = question;
        this.outbound = outbound;
        this.breaker = breaker;
        this.tally = new Tally(question.promptIds().count());
    }

    @Override
    public void run() {
        try {
            events.add(new ReplyEvent.Reading(question.promptIds(), 0));
            events.add(finished(reply()));
        } catch (FarException failed) {
            events.add(
                    isStopped() ? finished(Finish.STOP) : new ReplyEvent.Failed(failed.failure()));
        } catch (InterruptedException | RuntimeException found) {
            bug = found;
            events.add(new ReplyEvent.Finished(Finish.STOP, tally.usage()));
        }
    }

    private ReplyEvent finished(Finish finish) {
        return new ReplyEvent.Finished(finish, tally.usage());
    }

    private Finish reply() throws FarException, InterruptedException {
        Permit permit = question.permit();
        for (int tries = 1; !isStopped(); tries++) {
            refuseIfResting();
            try {
                Finish finish = attempt(permit);
                breaker.answered(question.model().origin());
                return finish;
            } catch (FarException failed) {
                book(failed.failure());
                waitFor(pause(failed, tries));
            }
        }
        return Finish.STOP;
    }

    private void refuseIfResting() throws FarException {
        Optional<Far> resting = breaker.refusal(question.model().origin(), System.nanoTime());
        if (resting.isPresent()) {
            throw new FarException(resting.get());
        }
    }

    private void book(Far failure) {
        if (!isStopped() && Retries.isTrouble(failure)) {
            breaker.failed(question.model().origin(), System.nanoTime());
        }
    }

    /// How long to wait before the next try.
    ///
    /// @throws FarException the same, when there is none
    private Duration pause(FarException failed, int tries) throws FarException {
        if (tally.hasText() || isStopped()) {
            throw failed;
        }
        Optional<Duration> pause =
                Retries.pause(
                        failed.failure(),
                        tries,
                        outbound.limits().pause(),
                        RandomGenerator.getDefault());
        if (pause.isEmpty()) {
            throw failed;
        }
        return pause.get();
    }

    private void waitFor(Duration pause) throws InterruptedException {
        boolean over = stop.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        assert over == isStopped();
    }

    private Finish attempt(Permit permit) throws FarException, InterruptedException {
        try (Call begun = outbound.call(permit, question.parcel())) {
            attach(begun);
            return new Answer(question, begun, outbound.limits(), tally, events::add).read();
        }
    }

    /// From here on a stop reaches this call, also one that was asked for before.
    private synchronized void attach(Call begun) {
        call = begun;
        if (isStopped()) {
            begun.stop();
        }
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }

    @Override
    public Optional<ReplyEvent> next(Duration patience) throws InterruptedException {
        if (over) {
            return Optional.empty();
        }
        ReplyEvent event = events.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        over = event instanceof ReplyEvent.Finished || event instanceof ReplyEvent.Failed;
        if (over && bug != null) {
            throw new IllegalStateException(bug);
        }
        return Optional.ofNullable(event);
    }

    @Override
    public synchronized void close() {
        stop.countDown();
        if (call != null) {
            call.stop();
        }
    }
}
