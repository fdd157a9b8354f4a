package nearside.storage;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What a person chose and where the window stood. Kept as one small JSON file in the profile.
///
/// @param models which one is in use, which ones are used where they lie, and from where others
///   come
public record Settings(
        KeptModels models,
        Appearance appearance,
        Language language,
        Welcome welcome,
        Running running,
        Borrowing borrowing,
        Manners manners,
        Windows windows) {

    public static final Settings DEFAULT =
            new Settings(
                    KeptModels.NONE,
                    Appearance.USUAL,
                    Language.SYSTEM,
                    Welcome.SHOWN,
                    new Running(Optional.of(Duration.ofMinutes(10)), List.of(), KvCache.AUTO),
                    Borrowing.USUAL,
                    Manners.USUAL,
                    Windows.NONE);

    public Settings {
        Objects.requireNonNull(models);
        Objects.requireNonNull(appearance);
        Objects.requireNonNull(language);
        Objects.requireNonNull(welcome);
        Objects.requireNonNull(running);
        Objects.requireNonNull(borrowing);
        Objects.requireNonNull(manners);
        Objects.requireNonNull(windows);
    }

    /// The id of the model in use; empty for the embedded starter.
    public Optional<String> model() {
        return models.inUse();
    }

    public Theme theme() {
        return appearance.theme();
    }

    public Settings with(Theme next) {
        return with(appearance.with(next));
    }

    public Settings with(Appearance next) {
        return new Settings(models, next, language, welcome, running, borrowing, manners, windows);
    }

    public Settings with(Language next) {
        return new Settings(
                models, appearance, next, welcome, running, borrowing, manners, windows);
    }

    public Settings with(Welcome next) {
        return new Settings(
                models, appearance, language, next, running, borrowing, manners, windows);
    }

    public Settings with(Manners next) {
        return new Settings(
                models, appearance, language, welcome, running, borrowing, next, windows);
    }

    /// The same after the window stood there.
    ///
    /// @param screens what the screens were called
    public Settings with(String screens, Place place) {
        return new Settings(
                models,
                appearance,
                language,
                welcome,
                running,
                borrowing,
                manners,
                windows.stood(screens, place));
    }

    /// The same with another model.
    ///
    /// @param next empty for the embedded starter
    public Settings withModel(Optional<String> next) {
        return with(models.using(next));
    }

    public Settings with(KeptModels next) {
        return new Settings(
                next, appearance, language, welcome, running, borrowing, manners, windows);
    }

    public Settings with(Fetching next) {
        return with(models.with(next));
    }

    public Settings with(Running next) {
        return new Settings(
                models, appearance, language, welcome, next, borrowing, manners, windows);
    }

    public Settings with(KvCache next) {
        return with(new Running(running.unloadAfter, running.accelerators, next, running.never));
    }

    /// The same in which that may be given up, or may not.
    public Settings with(Relief relief, Allowed allowed) {
        Set<Relief> never = EnumSet.noneOf(Relief.class);
        never.addAll(running.never);
        switch (allowed) {
            case ALLOWED -> never.remove(relief);
            case NEVER -> never.add(relief);
        }
        return with(new Running(running.unloadAfter, running.accelerators, running.kvCache, never));
    }

    public Settings with(Borrowing next) {
        return new Settings(models, appearance, language, welcome, running, next, manners, windows);
    }

    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK,
        CONTRAST_LIGHT,
        CONTRAST_DARK
    }

    public enum Language {
        SYSTEM,
        ENGLISH,
        CHINESE
    }

    /// Whether an empty conversation says what this device can do.
    public enum Welcome {
        SHOWN,
        PUT_AWAY
    }

    /// How models are run.
    ///
    /// @param unloadAfter how long after the last question a model's memory is given back; empty
    ///   for never
    /// @param accelerators names of execution providers in the order they are tried in, `cpu` among
    ///   them to try none behind it; empty for the usual order
    /// @param never what is not given up, however short memory is
    public record Running(
            Optional<Duration> unloadAfter,
            List<String> accelerators,
            KvCache kvCache,
            Set<Relief> never) {
        /// In which all may be given up.
        public Running(Optional<Duration> unloadAfter, List<String> accelerators, KvCache kvCache) {
            this(unloadAfter, accelerators, kvCache, Set.of());
        }

        public Running {
            if (unloadAfter.filter(pause -> pause.toMinutes() < 1).isPresent()) {
                throw new IllegalArgumentException("too short a pause: " + unloadAfter);
            }
            Objects.requireNonNull(kvCache);
            never = Set.copyOf(never);
            accelerators = List.copyOf(accelerators);
        }

        /// The same with another pause.
        ///
        /// @param pause empty for never
        public Running withPause(Optional<Duration> pause) {
            return new Running(pause, accelerators, kvCache, never);
        }

        /// Whether that may be given up.
        public Allowed allows(Relief relief) {
            return never.contains(relief) ? Allowed.NEVER : Allowed.ALLOWED;
        }
    }

    /// What may be given up so that a question can be answered here.
    public enum Relief {
        /// The chosen model, for a smaller one.
        STAND_IN,
        /// Earlier messages of a conversation.
        LEAVE_OUT,
        /// Answers as long as they may be.
        SHORT_REPLY
    }

    /// Whether something may be given up.
    public enum Allowed {
        ALLOWED,
        NEVER
    }

    /// How models keep what they read.
    public enum KvCache {
        /// Exactly, and as bytes where nothing else would fit into memory.
        AUTO,
        /// Always exactly.
        FLOAT32,
        /// Always as bytes.
        INT8
    }

    /// Whether far models may be borrowed, and who is asked before anything leaves.
    ///
    /// @param limits what may leave unasked where the person lets it
    /// @param neverIn ids of conversations of which nothing may leave
    public record Borrowing(Mode mode, Consent consent, Limits limits, Set<String> neverIn) {
        static final Borrowing USUAL =
                new Borrowing(
                        Mode.LOCAL_FIRST,
                        Consent.ASK,
                        new Limits(4_000, new BigDecimal("0.50")),
                        Set.of());

        public Borrowing {
            Objects.requireNonNull(mode);
            Objects.requireNonNull(consent);
            Objects.requireNonNull(limits);
            neverIn = Set.copyOf(neverIn);
        }

        public Borrowing with(Mode next) {
            return new Borrowing(next, consent, limits, neverIn);
        }

        public Borrowing with(Consent next) {
            return new Borrowing(mode, next, limits, neverIn);
        }

        public Borrowing with(Limits next) {
            return new Borrowing(mode, consent, next, neverIn);
        }

        /// The same with one more conversation of which nothing may leave.
        public Borrowing withNeverIn(String conversation) {
            Set<String> more = new HashSet<>(neverIn);
            more.add(conversation);
            return new Borrowing(mode, consent, limits, more);
        }
    }

    /// Whether anything may leave at all.
    public enum Mode {
        /// Answered here, and elsewhere only for a reason and with consent.
        LOCAL_FIRST,
        /// Nothing leaves.
        OFFLINE
    }

    /// Who says yes before something leaves.
    public enum Consent {
        /// The person, each time.
        ASK,
        /// The person's limits; beyond them the person.
        WITHIN_LIMITS
    }

    /// The most that may leave unasked.
    ///
    /// @param tokens of one question, the answer not counted
    /// @param usdPerDay estimated
    public record Limits(int tokens, BigDecimal usdPerDay) {
        public Limits {
            if (tokens < 0 || usdPerDay.signum() < 0) {
                throw new IllegalArgumentException("negative limit: " + tokens + " " + usdPerDay);
            }
            usdPerDay = usdPerDay.signum() == 0 ? BigDecimal.ZERO : usdPerDay.stripTrailingZeros();
        }
    }

    /// Where the window stood when it was closed.
    public record Place(double x, double y, double width, double height, Maximized maximized) {
        public Place {
            boolean possible = Double.isFinite(x) && Double.isFinite(y) && width > 0 && height > 0;
            if (!possible || !Double.isFinite(width) || !Double.isFinite(height)) {
                throw new IllegalArgumentException(
                        "no place: " + x + " " + y + " " + width + " " + height);
            }
            Objects.requireNonNull(maximized);
        }

        public enum Maximized {
            YES,
            NO
        }
    }
}
