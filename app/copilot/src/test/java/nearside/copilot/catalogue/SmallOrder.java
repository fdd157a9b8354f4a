package nearside.copilot.catalogue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A point of the curve of Ed25519, by the formulas of RFC 8032, section 5.1: slow and simple.
record SmallOrder(BigInteger x, BigInteger y) {
    private static final BigInteger ONE = BigInteger.ONE;
    private static final BigInteger P = ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D =
            BigInteger.valueOf(-121_665).multiply(BigInteger.valueOf(121_666).modInverse(P)).mod(P);

    private static final BigInteger ROOT_OF_MINUS_ONE =
            BigInteger.TWO.modPow(P.subtract(ONE).shiftRight(2), P);

    private static final BigInteger ORDER =
            ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static final SmallOrder NEUTRAL = new SmallOrder(BigInteger.ZERO, ONE);

    /// All of them: any point, as often as the large order says, until all eight were met.
    static List<SmallOrder> points() {
        List<SmallOrder> points = new ArrayList<>();
        for (int y = 2; points.size() < 8 && y < 500; y++) {
            Optional<BigInteger> x = x(BigInteger.valueOf(y));
            if (x.isPresent()) {
                SmallOrder point = new SmallOrder(x.get(), BigInteger.valueOf(y)).times(ORDER);
                if (!points.contains(point)) {
                    points.add(point);
                }
            }
        }
        return points;
    }

    static boolean isOnCurve(BigInteger y) {
        return x(y).isPresent();
    }

    /// A root of `(y² - 1) / (d y² + 1)`, if there is one.
    private static Optional<BigInteger> x(BigInteger y) {
        BigInteger square = y.multiply(y).mod(P);
        BigInteger quotient =
                square.subtract(ONE).multiply(D.multiply(square).add(ONE).modInverse(P)).mod(P);
        BigInteger root = quotient.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
        for (BigInteger each : List.of(root, root.multiply(ROOT_OF_MINUS_ONE).mod(P))) {
            if (each.multiply(each).mod(P).equals(quotient)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private SmallOrder plus(SmallOrder other) {
        BigInteger product = D.multiply(x).multiply(other.x).multiply(y).multiply(other.y).mod(P);
        BigInteger across = x.multiply(other.y).add(y.multiply(other.x));
        BigInteger along = y.multiply(other.y).add(x.multiply(other.x));
        return new SmallOrder(
                across.multiply(ONE.add(product).modInverse(P)).mod(P),
                along.multiply(ONE.subtract(product).mod(P).modInverse(P)).mod(P));
    }

    private SmallOrder times(BigInteger number) {
        SmallOrder sum = NEUTRAL;
        for (int bit = number.bitLength() - 1; bit >= 0; bit--) {
            sum = sum.plus(sum);
            if (number.testBit(bit)) {
                sum = sum.plus(this);
            }
        }
        return sum;
    }

    SmallOrder times8() {
        return times(BigInteger.valueOf(8));
    }

    boolean isNeutral() {
        return equals(NEUTRAL);
    }

    /// Little-endian, the lowest bit of x above y.
    String hex() {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = y.shiftRight(8 * i).byteValue();
        }
        bytes[31] |= (byte) (x.testBit(0) ? 0x80 : 0);
        return HexFormat.of().formatHex(bytes);
    }
}
