package nearside.desktop.borrow;

import nearside.cloud.FarModel.Dialect;
import nearside.cloud.outbound.Key.Header;
import nearside.copilot.borrow.Lender.Whose;
import nearside.storage.far.FarEntry;

/// The words of a far model as it is kept, and as it is borrowed.
final class FarWords {
    private FarWords() {}

    static Whose whose(FarEntry.Whose stored) {
        return switch (stored) {
            case CLOUD -> Whose.CLOUD;
            case MY_DEVICE -> Whose.MY_DEVICE;
        };
    }

    static FarEntry.Whose stored(Whose whose) {
        return switch (whose) {
            case CLOUD -> FarEntry.Whose.CLOUD;
            case MY_DEVICE -> FarEntry.Whose.MY_DEVICE;
        };
    }

    static Dialect dialect(FarEntry.Dialect stored) {
        return switch (stored) {
            case OPENAI -> Dialect.OPENAI;
            case COMPATIBLE -> Dialect.COMPATIBLE;
        };
    }

    static FarEntry.Dialect stored(Dialect dialect) {
        return switch (dialect) {
            case OPENAI -> FarEntry.Dialect.OPENAI;
            case COMPATIBLE -> FarEntry.Dialect.COMPATIBLE;
        };
    }

    static Header header(FarEntry.Header stored) {
        return switch (stored) {
            case BEARER -> Header.BEARER;
            case API_KEY -> Header.API_KEY;
        };
    }

    static FarEntry.Header stored(Header header) {
        return switch (header) {
            case BEARER -> FarEntry.Header.BEARER;
            case API_KEY -> FarEntry.Header.API_KEY;
        };
    }
}
