package nearside.worker.graph;

import java.util.Arrays;
import java.util.Random;

/// A file with a few bytes changed, or cut, or with a part of it doubled.
final class Mutation {
    private Mutation() {}

    static byte[] of(byte[] file, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(file, random.nextInt(file.length));
            case 1 -> doubled(file, random);
            default -> changed(file, random);
        };
    }

    private static byte[] changed(byte[] file, Random random) {
        byte[] changed = file.clone();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        }
        return changed;
    }

    private static byte[] doubled(byte[] file, Random random) {
        int from = random.nextInt(file.length);
        int length = random.nextInt(Math.min(200, file.length - from));
        byte[] longer = new byte[file.length + length];
        System.arraycopy(file, 0, longer, 0, from + length);
        System.arraycopy(file, from, longer, from + length, file.length - from);
        return longer;
    }
}
