package org.smssev.jobs.measure.network;

import java.util.Optional;
import java.util.ServiceLoader;
import org.smssev.common.UserException;
import org.smssev.common.config.NetworkConfig;

/** Chooses between the engines on the class path. */
public final class Engines {
    /** Coordinates of the oldest release of GraphFrames that has all of what is asked, for {@code --packages}. */
    public static final String GRAPHFRAMES = "io.graphframes:graphframes-spark4_2.13:0.12.3";

    private Engines() {}

    /**
     * The distributed engine if it is chosen, empty for the compact one.
     *
     * @param edges edges of the graph; AUTO takes the distributed engine from {@code network.large-edges} on, where its
     *     jar is present
     * @throws UserException if GRAPHFRAMES is set, but not on the class path
     */
    static Optional<GraphEngine> distributed(NetworkConfig settings, long edges) {
        return switch (settings.engine()) {
            case COMPACT -> Optional.empty();
            case AUTO -> edges < settings.largeEdges() ? Optional.empty() : find(NetworkConfig.Engine.GRAPHFRAMES);
            case GRAPHFRAMES ->
                Optional.of(find(settings.engine())
                        .orElseThrow(() -> new UserException(
                                UserException.Exit.USAGE,
                                "network.engine: the engine GRAPHFRAMES is not on the class path. Build it with"
                                        + " -Pgraphframes, and add the jar of the module graphframes and --packages "
                                        + GRAPHFRAMES
                                        + ", or set network.engine: COMPACT.")));
        };
    }

    private static Optional<GraphEngine> find(NetworkConfig.Engine engine) {
        return ServiceLoader.load(GraphEngine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(e -> e.name().equals(engine.name()))
                .findFirst();
    }
}
