package nearside.storage.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// How long conversations are kept, counted from their last change.
///
/// @param leastDays before that none is removed for good by itself
/// @param mostDays after that each one is
public record Retention(OptionalInt leastDays, OptionalInt mostDays) {
    /// The longest that can be said: a hundred years.
    public static final int LONGEST_DAYS = 36_500;

    /// How long a deleted conversation can be brought back.
    public static final Duration TRASH = Duration.ofDays(30);

    public static final Retention USUAL = new Retention(OptionalInt.empty(), OptionalInt.empty());

    /// Nothing is removed.
    public static final Retention HOLD =
            new Retention(OptionalInt.of(LONGEST_DAYS), OptionalInt.empty());

    public Retention {
        if (!inRange(leastDays) || !inRange(mostDays)) {
            throw new IllegalArgumentException("no days: " + leastDays + " " + mostDays);
        }
        if (leastDays.orElse(1) > mostDays.orElse(LONGEST_DAYS)) {
            throw new IllegalArgumentException("least " + leastDays + " over most " + mostDays);
        }
    }

    /// Deleted ones are removed when they were deleted before this.
    public Instant deletedBefore(Instant now) {
        Duration trash =
                mostDays.isPresent() && mostDays.getAsInt() < TRASH.toDays()
                        ? Duration.ofDays(mostDays.getAsInt())
                        : TRASH;
        return now.minus(trash);
    }

    /// Of the deleted ones none is removed that was changed at this moment or later.
    public Optional<Instant> heldFrom(Instant now) {
        return before(now, leastDays);
    }

    /// All are removed that were last changed before this.
    public Optional<Instant> changedBefore(Instant now) {
        return before(now, mostDays);
    }

    /// When a conversation that was deleted goes for good.
    public Instant goes(Instant deleted, Instant changed) {
        Instant usual = deleted.plus(Duration.between(deletedBefore(deleted), deleted));
        Instant held = later(usual, after(changed, leastDays));
        return after(changed, mostDays).filter(held::isAfter).orElse(held);
    }

    private static Instant later(Instant one, Optional<Instant> other) {
        return other.filter(one::isBefore).orElse(one);
    }

    private static Optional<Instant> after(Instant changed, OptionalInt days) {
        return days.isPresent()
                ? Optional.of(changed.plus(Duration.ofDays(days.getAsInt())))
                : Optional.empty();
    }

    /// Both at once; empty where they contradict each other.
    Optional<Retention> and(Retention other) {
        OptionalInt least = larger(leastDays, other.leastDays);
        OptionalInt most = smaller(mostDays, other.mostDays);
        return least.orElse(1) <= most.orElse(LONGEST_DAYS)
                ? Optional.of(new Retention(least, most))
                : Optional.empty();
    }

    private static Optional<Instant> before(Instant now, OptionalInt days) {
        return days.isPresent()
                ? Optional.of(now.minus(Duration.ofDays(days.getAsInt())))
                : Optional.empty();
    }

    private static boolean inRange(OptionalInt days) {
        return days.orElse(1) >= 1 && days.orElse(1) <= LONGEST_DAYS;
    }

    private static OptionalInt larger(OptionalInt one, OptionalInt other) {
        return one.isEmpty() || (other.isPresent() && other.getAsInt() > one.getAsInt())
                ? other
                : one;
    }

    private static OptionalInt smaller(OptionalInt one, OptionalInt other) {
        return one.isEmpty() || (other.isPresent() && other.getAsInt() < one.getAsInt())
                ? other
                : one;
    }
}
