package nearside.copilot.downloads;

import nearside.cloud.download.Landing;
import nearside.cloud.download.LandingFile;
import nearside.storage.shelf.Arrival;
import nearside.storage.shelf.ArrivingFile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Optional;

/// Where downloads land: an arrival on the shelf of the profile.
final class ShelfLanding implements Landing {
    private final Arrival arrival;

    ShelfLanding(Arrival arrival) {
        this.arrival = arrival;
    }

    @Override
    public Optional<byte[]> plan() throws IOException {
        return arrival.plan();
    }

    @Override
    public void keep(byte[] plan) throws IOException {
        arrival.keep(plan);
    }

    @Override
    public boolean has(String name, long size) throws IOException {
        return arrival.has(name, size);
    }

    @Override
    public LandingFile open(String name, long size) throws IOException {
        return new File(arrival.open(name, size));
    }

    @Override
    public void drop(String name) throws IOException {
        arrival.drop(name);
    }

    @Override
    public long freeBytes() throws IOException {
        return arrival.freeBytes();
    }

    private record File(ArrivingFile file) implements LandingFile {
        @Override
        public BitSet blocks() {
            return file.blocks();
        }

        @Override
        public void write(int block, ByteBuffer bytes) throws IOException {
            file.write(block, bytes);
        }

        @Override
        public void read(int block, ByteBuffer into) throws IOException {
            file.read(block, into);
        }

        @Override
        public void clear() throws IOException {
            file.clear();
        }

        @Override
        public void settle() throws IOException {
            file.settle();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }

        @Override
        public long size() {
            return file.size();
        }
    }
}
