package org.smssev.jobs.measure;

import java.util.List;
import org.smssev.common.config.NetworkConfig;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.NetworkTables.IpcNode;

/** The co-occurrence network that stages go on with: of the level of the settings, over all years. */
public final class MainNetwork {
    private MainNetwork() {}

    /** Its nodes. */
    public static List<IpcNode> nodes(StageContext context) {
        NetworkConfig network = context.config().network();
        return context.rows(IpcNode.class).stream()
                .filter(node -> network.isMain(node.level(), node.period()))
                .toList();
    }
}
