package nearside.desktop.borrow;

import nearside.cloud.FarModel.Dialect;
import nearside.cloud.outbound.Key.Header;
import nearside.copilot.borrow.Lender.Whose;

import java.util.Objects;

/// What stands in the fields of a far model, as it was typed.
///
/// @param key empty for the one that is kept, or for none
record Typed(String name, String model, String key, String window, Asked asked, Costs costs) {
    Typed {
        Objects.requireNonNull(name);
        Objects.requireNonNull(model);
        Objects.requireNonNull(key);
        Objects.requireNonNull(window);
        Objects.requireNonNull(asked);
        Objects.requireNonNull(costs);
    }

    /// Never shows the key.
    @Override
    public String toString() {
        return "Typed[" + name + ", " + asked + "]";
    }

    /// Where and how it is asked.
    record Asked(String address, Whose whose, Dialect dialect, Header header) {}

    /// What it costs, all empty where that is not known.
    ///
    /// @param usdCached empty where tokens that were read lately cost what others do
    record Costs(String usdIn, String usdCached, String usdOut, String asOf) {
        boolean isEmpty() {
            return usdIn.isBlank() && usdCached.isBlank() && usdOut.isBlank();
        }
    }
}
