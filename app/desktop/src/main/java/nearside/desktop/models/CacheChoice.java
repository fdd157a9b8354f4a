package nearside.desktop.models;

import nearside.storage.Settings.KvCache;

/// What a person chose about how models keep what they read.
public enum CacheChoice {
    AUTO,
    EXACT,
    SMALL;

    static CacheChoice of(KvCache stored) {
        return switch (stored) {
            case AUTO -> AUTO;
            case FLOAT32 -> EXACT;
            case INT8 -> SMALL;
        };
    }

    KvCache stored() {
        return switch (this) {
            case AUTO -> KvCache.AUTO;
            case EXACT -> KvCache.FLOAT32;
            case SMALL -> KvCache.INT8;
        };
    }
}
