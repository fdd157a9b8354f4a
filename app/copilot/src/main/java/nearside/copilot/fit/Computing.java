package nearside.copilot.fit;

import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;
import nearside.engine.accelerator.Standing;
import nearside.engine.accelerator.TryOrder;
import nearside.engine.accelerator.Verdict;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What would compute a model here, and why nothing else.
///
/// @param on expected where it was not tried yet
/// @param aside in the order in which they are tried
public record Computing(Provider on, List<Aside> aside) {
    public Computing {
        Objects.requireNonNull(on);
        aside = List.copyOf(aside);
    }

    /// Something else that could compute, or could elsewhere.
    public record Aside(Provider provider, String called, Why why) {
        public Aside {
            Objects.requireNonNull(provider);
            Objects.requireNonNull(called);
            Objects.requireNonNull(why);
        }
    }

    /// Why it does not.
    public sealed interface Why {
        /// This device has none, and the model is made for it.
        record NotHere() implements Why {}

        /// The settings leave it out.
        record NotWanted() implements Why {}

        /// The model is made for another; it is tried all the same when the model is here.
        record MadeForAnother() implements Why {}

        /// Another one comes first.
        record Later() implements Why {}

        /// It was tried with this model.
        record Tried(Verdict verdict) implements Why {
            public Tried {
                Objects.requireNonNull(verdict);
            }
        }
    }

    /// What this device has, and what of it may be used.
    ///
    /// @param tried how accelerators stand with the model; none where it is not here
    public record Found(List<Device> devices, TryOrder order, List<Standing> tried) {
        /// A device with nothing but its processor.
        public static final Found PROCESSOR = new Found(List.of(), TryOrder.DEFAULT, List.of());

        public Found {
            devices = List.copyOf(devices);
            Objects.requireNonNull(order);
            tried = List.copyOf(tried);
        }

        private Optional<Verdict> verdict(Device device) {
            return tried.stream()
                    .filter(it -> it.device().equals(device))
                    .findFirst()
                    .flatMap(Standing::verdict);
        }
    }

    /// Pure. An accelerator for which the model is made is expected to be faster than the
    /// processor; any other has to show it.
    public static Computing of(Provider madeFor, Found found) {
        List<Device> usable = found.order().toTry(found.devices());
        Optional<Device> chosen =
                usable.stream().filter(it -> isExpected(it, madeFor, found)).findFirst();
        Stream<Aside> here =
                found.devices().stream()
                        .filter(Device::isAccelerator)
                        .filter(it -> !Optional.of(it).equals(chosen))
                        .map(it -> aside(it, madeFor, found));
        boolean isMissing =
                madeFor != Provider.CPU
                        && found.devices().stream().noneMatch(it -> it.provider() == madeFor);
        Stream<Aside> missing =
                isMissing
                        ? Stream.of(new Aside(madeFor, madeFor.name(), new Why.NotHere()))
                        : Stream.empty();
        return new Computing(
                chosen.map(Device::provider).orElse(Provider.CPU),
                Stream.concat(missing, here).toList());
    }

    private static boolean isExpected(Device device, Provider madeFor, Found found) {
        return found.verdict(device)
                .map(Verdict.Faster.class::isInstance)
                .orElse(device.provider() == madeFor);
    }

    private static Aside aside(Device device, Provider madeFor, Found found) {
        Why why =
                found.verdict(device)
                        .filter(it -> !(it instanceof Verdict.Faster))
                        .<Why>map(Why.Tried::new)
                        .orElseGet(() -> untried(device, madeFor, found));
        return new Aside(device.provider(), device.called(), why);
    }

    private static Why untried(Device device, Provider madeFor, Found found) {
        if (!found.order().toTry(found.devices()).contains(device)) {
            return new Why.NotWanted();
        }
        return device.provider() == madeFor || found.verdict(device).isPresent()
                ? new Why.Later()
                : new Why.MadeForAnother();
    }
}
