package nearside.copilot.orchestrator;

import nearside.copilot.borrow.Borrowing;
import nearside.copilot.device.Calibration;
import nearside.copilot.device.Calibration.Occasion;
import nearside.copilot.device.DeviceWatch;
import nearside.copilot.device.Speeds;
import nearside.copilot.models.Published;
import nearside.engine.Engine;
import nearside.engine.Prompt;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.Spare;
import nearside.engine.memory.Memory;
import nearside.storage.Attachment;
import nearside.storage.Attachments;
import nearside.storage.ConversationId;
import nearside.storage.MessageId;
import nearside.storage.Settings.Relief;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// The one door by which every question enters: window, terminal and whatever comes later.
public final class Orchestrator implements AutoCloseable {
    private static final Duration LONGEST_END = Duration.ofSeconds(3);

    private final Surroundings around;
    private final Optional<Kept> kept;
    private final AttachedTokens attached = new AttachedTokens();
    private final Set<Turn> underWay = ConcurrentHashMap.newKeySet();

    /// An orchestrator over this device's engine.
    ///
    /// @param kept where conversations are kept; empty when another program holds the profile, and
    ///   then only [Request.Unsaved] can be answered
    public Orchestrator(Device device, Optional<Kept> kept) {
        this(device, kept, Optional.empty());
    }

    /// The same, which can borrow.
    ///
    /// @param borrowing empty where nothing may leave
    public Orchestrator(Device device, Optional<Kept> kept, Optional<Borrowing> borrowing) {
        this.around =
                new Surroundings(
                        device,
                        borrowing,
                        new ReadSoFar(),
                        new Recent(System::nanoTime),
                        new SentBefore(System::nanoTime),
                        new ShortenedBefore());
        this.kept = Objects.requireNonNull(kept);
    }

    /// Starts a turn that asks nobody, and returns at once.
    public Turn answer(Request request) {
        return answer(request, Presence.NOBODY);
    }

    /// Starts the turn and returns at once.
    public Turn answer(Request request, Presence presence) {
        return answer(request, presence, Optional.empty());
    }

    /// The same by a model that is named.
    ///
    /// @param model its id; where it is not here any more, the usual one answers
    public Turn answer(Request request, Presence presence, Optional<String> model) {
        Transcript transcript =
                switch (request) {
                    case Request.Ask ask -> KeptTranscript.ofQuestion(keeping(), ask);
                    case Request.Continue more -> KeptTranscript.ofRest(keeping(), more);
                    case Request.Again again -> KeptTranscript.ofAnother(keeping(), again);
                    case Request.Unsaved unsaved -> new UnsavedTranscript(unsaved);
                };
        return Turn.start(
                turn -> {
                    underWay.add(turn);
                    Deciding deciding =
                            new Deciding(around, transcript, presence, request.replyLimit(), model);
                    return new TurnRun(turn, around, transcript, presence, deciding);
                },
                underWay::remove);
    }

    /// Puts a reply as the person wants it in the place of that one, which stays. Blocks.
    ///
    /// @return the new one
    public MessageId rewrite(MessageId reply, String text) {
        return keeping()
                .journal()
                .rewrite(reply, text, DecisionRecord.rewritten().toString())
                .reply();
    }

    /// How long an answer to that would take here, before anything is spent. Reads what is kept of
    /// the conversation; does not wait for the engine.
    ///
    /// @param conversation empty for a new one
    /// @param attachedBytes of text that go with the question
    /// @return empty without a model
    public Optional<Outlook> outlook(
            Optional<ConversationId> conversation, String question, long attachedBytes) {
        return outlook(conversation, question, attachedBytes, Optional.empty());
    }

    /// The same by a model that is named.
    ///
    /// @param named its id
    public Optional<Outlook> outlook(
            Optional<ConversationId> conversation,
            String question,
            long attachedBytes,
            Optional<String> named) {
        return around.device()
                .model()
                .forTurn(named)
                .map(model -> outlook(model, conversation, question, attachedBytes));
    }

    private Outlook outlook(
            LocalModel model,
            Optional<ConversationId> conversation,
            String question,
            long attachedBytes) {
        List<Unseen.Read> soFar = conversation.map(id -> soFar(id, model)).orElse(List.of());
        int asked = TokenCount.estimate(question) + TokenCount.estimate(attachedBytes);
        int tokens = soFar.stream().mapToInt(Unseen.Read::tokens).sum() + asked;
        int window = model.forDecision().window();
        Optional<Prompt.Conversation> talk =
                conversation.map(it -> new Prompt.Conversation(it.value()));
        Unseen.Plan plan =
                tokens < window
                        ? new Unseen.Plan(Map.of(), tokens)
                        : Unseen.of(
                                soFar,
                                new Unseen.Draft(question, asked),
                                window,
                                Setup.USUAL_LIMIT,
                                around.shortenedBefore().of(talk, model.measured()));
        return Outlook.of(model, around, tokens, talk, plan).with(Unseen.stays(soFar, asked));
    }

    /// Measures how fast the model in use is, if it fits: a minute at most, and only while it may
    /// go on. Blocks.
    ///
    /// @param occasion whether it is measured again where it was before
    /// @param begins told when there is something to measure
    /// @param goesOn looked at several times a second
    /// @return how many lengths were measured
    public int calibrate(Occasion occasion, Runnable begins, BooleanSupplier goesOn)
            throws InterruptedException {
        Device device = around.device();
        Optional<LocalModel> measured =
                device.model()
                        .now()
                        .filter(it -> it.weights() == Situation.Weights.LOADED)
                        .filter(it ->
                                occasion == Occasion.WANTED
                                        || !device.speeds().of(it.measured()).isKnown())
                        .filter(it -> it.loads(device.memory().get()));
        if (measured.isEmpty()) {
            return 0;
        }
        begins.run();
        LocalModel model = measured.get();
        return new Calibration(device.engine(), device.speeds(), System::nanoTime)
                .run(model.measured(), model.forDecision().window() / 2, goesOn);
    }

    /// How each of these models would get on here now.
    public List<Prospect> prospects(List<ModelFolder> folders) {
        Device device = around.device();
        Memory memory = device.memory().get();
        return folders.stream()
                .map(device.model()::asItIs)
                .map(model ->
                        Prospect.of(
                                model,
                                memory,
                                device.speeds().of(model.measured()),
                                device.patience().get()))
                .toList();
    }

    /// How one that is not here yet would.
    public Prospect prospect(Published model) {
        return Prospect.of(model, around.device().memory().get());
    }

    private List<Unseen.Read> soFar(ConversationId id, LocalModel model) {
        Map<MessageId, Integer> counts =
                keeping().conversations().counts(id, model.tokenizerHash());
        Attachments attachments = keeping().attachments();
        Map<MessageId, List<Attachment>> files = attachments.in(id);
        Set<MessageId> pinned = keeping().conversations().pinned(id);
        return keeping().conversations().messages(id).stream()
                .map(message -> {
                    String text = History.text(message);
                    int tokens =
                            Optional.ofNullable(counts.get(message.id()))
                                    .orElseGet(() ->
                                            TokenCount.estimate(text)
                                                    + attached.of(
                                                            files.getOrDefault(
                                                                    message.id(), List.of()),
                                                            attachments));
                    return new Unseen.Read(
                            message, text, tokens, Unseen.Hold.of(message.id(), pinned));
                })
                .toList();
    }

    /// Stops every turn and waits until what was written is kept: nothing is appended afterwards.
    @Override
    public void close() {
        underWay.forEach(Turn::stop);
        underWay.forEach(turn -> turn.awaitOver(LONGEST_END));
    }

    private Kept keeping() {
        return kept.orElseThrow(
                () -> new IllegalStateException("this profile is held by another program"));
    }

    /// What is around all turns.
    record Surroundings(
            Device device,
            Optional<Borrowing> borrowing,
            ReadSoFar readSoFar,
            Recent recent,
            SentBefore sentBefore,
            ShortenedBefore shortenedBefore) {
        Surroundings {
            Objects.requireNonNull(device);
            Objects.requireNonNull(borrowing);
            Objects.requireNonNull(readSoFar);
            Objects.requireNonNull(recent);
            Objects.requireNonNull(sentBefore);
            Objects.requireNonNull(shortenedBefore);
        }
    }

    /// What of the device a turn uses.
    ///
    /// @param memory a fresh reading, taken just before memory is needed
    /// @param patience the longest time to the first word that the person bears
    /// @param never what the person does not want to be given up
    /// @param watch what the device was like lately; closed by whoever made it
    /// @param spare what the engine can let go of
    public record Device(
            Engine engine,
            ModelInUse model,
            Supplier<Memory> memory,
            Speeds speeds,
            Supplier<Duration> patience,
            Supplier<Set<Relief>> never,
            DeviceWatch watch,
            Spare spare) {
        public Device {
            Objects.requireNonNull(engine);
            Objects.requireNonNull(model);
            Objects.requireNonNull(memory);
            Objects.requireNonNull(speeds);
            Objects.requireNonNull(patience);
            Objects.requireNonNull(never);
            Objects.requireNonNull(watch);
            Objects.requireNonNull(spare);
        }

        /// One of which nothing but the memory is known, with nothing to spare, where all may be
        /// given up.
        public Device(
                Engine engine,
                ModelInUse model,
                Supplier<Memory> memory,
                Speeds speeds,
                Supplier<Duration> patience) {
            this(
                    engine,
                    model,
                    memory,
                    speeds,
                    patience,
                    Set::of,
                    DeviceWatch.of(memory),
                    Spare.NONE);
        }
    }
}
