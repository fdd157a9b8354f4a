package nearside.worker;

import nearside.engine.local.Frame;
import nearside.engine.local.FrameWriter;
import nearside.worker.decode.Decoder;
import nearside.worker.decode.Landing;
import nearside.worker.onnx.KvStretch;
import nearside.worker.template.TemplateException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Carries keys and values of conversations out to the program, which keeps them, and in again. The
/// worker itself writes none of them anywhere.
final class KvPorter {
    private final FrameWriter out;
    private final ByteBuffer buffer = ByteBuffer.allocate(Frame.MOST_KV_BYTES);
    private Optional<Landing> awaited = Optional.empty();

    KvPorter(FrameWriter out) {
        this.out = out;
    }

    /// Sends what is new of the newest conversation, until all is sent or it is enough.
    void handOut(Optional<Mind> mind, Work.Keep keep) throws IOException {
        Optional<Decoder.Unkept> unkept = mind.flatMap(open -> open.unkept(keep.order()));
        if (unkept.isPresent()) {
            out.write(new Frame.Kept(unkept.get().part()));
            KvStretch bytes = unkept.get().bytes();
            while (bytes.left() > 0 && !keep.enough().isRaised()) {
                bytes.get(buffer.clear());
                out.write(new Frame.Kv(buffer.flip()));
            }
        }
        out.write(new Frame.KeepOver());
    }

    /// Makes a place for what is offered, if it is wanted.
    Frame place(Optional<Mind> mind, Frame.Offer offer, Orders orders) {
        letGo();
        awaited = mind.flatMap(open -> landing(open, offer));
        awaited.ifPresent(orders::await);
        return awaited.isPresent() ? new Frame.Wanted() : new Frame.NotWanted();
    }

    /// A template that refuses the prompt says so when it is asked.
    private static Optional<Landing> landing(Mind mind, Frame.Offer offer) {
        try {
            return mind.landing(offer);
        } catch (TemplateException refused) {
            return Optional.empty();
        }
    }

    /// Takes in what came, unless another model was opened meanwhile.
    Frame takeIn(Optional<Mind> mind, Landing landing) {
        if (mind.isEmpty() || !awaited.equals(Optional.of(landing))) {
            return drop(landing);
        }
        awaited = Optional.empty();
        mind.get().land(landing);
        return new Frame.Restored();
    }

    Frame drop(Landing landing) {
        landing.close();
        return new Frame.NotWanted();
    }

    /// What is still on its way has no place any more.
    void letGo() {
        awaited.ifPresent(Landing::close);
        awaited = Optional.empty();
    }
}
