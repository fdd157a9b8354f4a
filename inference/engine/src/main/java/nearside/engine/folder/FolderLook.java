package nearside.engine.folder;

import nearside.engine.folder.ModelFolder.Contents;
import nearside.engine.folder.ModelFolder.Inputs;
import nearside.engine.folder.ModelFolder.Names;
import nearside.engine.folder.ModelFolder.Shape;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// One look at a model folder: first what its configuration asks for, then whether that is there.
final class FolderLook {
    private static final long MOST_GRAPH_BYTES = Integer.MAX_VALUE;

    private final Path path;
    private final Listing folder;
    private final SortedSet<String> files = new TreeSet<>();

    FolderLook(Path path) throws Flawed {
        this.path = path;
        this.folder = Listing.of(path);
    }

    ModelFolder look() throws Flawed {
        CompletableFuture<String> hash = hashing();
        GenaiConfig config = GenaiConfig.of(configuration());
        LongContext context = context(config);
        Graph graph = graph(config);
        GraphFit.check(config, graph);
        long weightBytes = weights(config.onnxFile(), graph);
        String tokenizerHash = tokenizer(hash);
        companions();
        return new ModelFolder(
                path,
                config.family(),
                config.madeFor(),
                new Contents(files.stream().toList(), weightBytes, tokenizerHash),
                shape(config, context, graph),
                names(config, graph));
    }

    private JsonValue configuration() throws Flawed {
        files.add(GenaiConfig.FILE);
        return new JsonFile(folder, GenaiConfig.FILE).read(new NativeNames(GenaiConfig.FILE));
    }

    private LongContext context(GenaiConfig config) throws Flawed {
        int contextLength = config.numbers().contextLength();
        if (!folder.has(FileNames.CONFIG)) {
            return LongContext.of(config.family(), contextLength);
        }
        JsonFile file = new JsonFile(folder, FileNames.CONFIG);
        return LongContext.of(file.read(JsonWatcher.BLIND), contextLength);
    }

    private Graph graph(GenaiConfig config) throws Flawed {
        String name = config.onnxFile();
        files.add(name);
        long size = folder.size(name, MOST_GRAPH_BYTES);
        if (LfsPointer.is(folder, name)) {
            throw new Flawed(new FolderFlaw.NotOnnx(name, LfsPointer.PROBLEM));
        }
        try (SeekableByteChannel channel = folder.open(name)) {
            return GraphReader.read(new WireFile(name, channel, size), config.madeFor());
        } catch (IOException unreadable) {
            throw new Flawed(new FolderFlaw.NotOnnx(name, "it cannot be read"));
        }
    }

    private long weights(String graphFile, Graph graph) throws Flawed {
        long bytes = folder.size(graphFile);
        for (Map.Entry<String, Long> need : graph.data().entrySet()) {
            String data = need.getKey();
            if (!FileNames.isData(data)) {
                throw new Flawed(new FolderFlaw.StrayData(graphFile, JsonValue.brief(data)));
            }
            long size = folder.size(data);
            if (size < need.getValue()) {
                throw new Flawed(new FolderFlaw.Cut(data, need.getValue(), size));
            }
            files.add(data);
            bytes = Math.addExact(bytes, size);
        }
        return bytes;
    }

    /// Beside the rest: it is a third of the whole look.
    private CompletableFuture<String> hashing() {
        CompletableFuture<String> hash = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("tokenizer hash")
                .start(() -> {
                    try {
                        hash.complete(Tokenizer.hash(folder));
                    } catch (Flawed | RuntimeException told) {
                        hash.completeExceptionally(told);
                    }
                });
        return hash;
    }

    private String tokenizer(CompletableFuture<String> hash) throws Flawed {
        files.add(FileNames.TOKENIZER);
        files.add(FileNames.TOKENIZER_CONFIG);
        String found = found(hash);
        new JsonFile(folder, FileNames.TOKENIZER_CONFIG).pass();
        return found;
    }

    private static String found(CompletableFuture<String> hash) throws Flawed {
        try {
            return hash.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case Flawed flawed -> throw flawed;
                case RuntimeException bug -> throw bug;
                case null, default -> throw e;
            }
        }
    }

    private void companions() throws Flawed {
        for (String name : folder.names()) {
            if (FileNames.COMPANIONS.contains(name)) {
                folder.size(name, JsonFile.MOST_BYTES_PASSED_OVER);
                files.add(name);
                if (name.endsWith(".json")) {
                    new JsonFile(folder, name).pass();
                }
            }
        }
    }

    /// A cache of numbers of an unknown kind is counted as one of fp32.
    private static Shape shape(GenaiConfig config, LongContext context, Graph graph) {
        GenaiConfig.Numbers numbers = config.numbers();
        return new Shape(
                numbers.layers(),
                numbers.kvHeads(),
                numbers.headSize(),
                GraphFit.kvNumberBytes(config, graph).orElse(Float.BYTES),
                numbers.vocabulary(),
                context.window(),
                context.switchAt());
    }

    private static Names names(GenaiConfig config, Graph graph) {
        Inputs named = config.inputs();
        Inputs inputs =
                new Inputs(
                        named.ids(),
                        named.mask(),
                        GraphFit.positions(graph, named.positions()),
                        named.pastKey(),
                        named.pastValue());
        return new Names(config.onnxFile(), inputs, config.outputs(), config.endOfReply());
    }
}
