package nearside.desktop.print;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The printers that the system knows. Asking and printing block.
public interface Printers {
    /// Printers that were found.
    ///
    /// @param usual the one that the system takes when nobody chooses
    /// @param said what the system said where there are none
    record Found(List<String> names, Optional<String> usual, String said) {
        public Found {
            names = List.copyOf(names);
        }

        /// None, for that reason.
        static Found none(String said) {
            return new Found(List.of(), Optional.empty(), said);
        }
    }

    /// What is to be done with the pages.
    ///
    /// @param copies 1 to 99
    record Order(String printer, int copies) {
        static final int MOST = 99;

        public Order {
            if (copies < 1 || copies > MOST) {
                throw new IllegalArgumentException("not 1 to " + MOST + " copies: " + copies);
            }
        }
    }

    /// What became of an order.
    sealed interface Outcome {
        /// The system has the pages.
        record Taken() implements Outcome {}

        /// The system does not take the pages.
        ///
        /// @param said by it, as it is
        record Refused(String said) implements Outcome {}

        /// The system said nothing for so long; it was ended.
        record Silent(Duration waited) implements Outcome {}

        /// The pages could not be made.
        record NoPages(String said) implements Outcome {}
    }

    Found find();

    Outcome print(Order order, Leaves leaves);
}
