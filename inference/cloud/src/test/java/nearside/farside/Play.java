package nearside.farside;

import java.io.IOException;

/// What a far side does with one request.
@FunctionalInterface
public interface Play {
    void answer(Asked asked, Wire wire) throws IOException, InterruptedException;
}
