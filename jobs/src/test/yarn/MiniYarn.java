import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/** YARN with two node managers in one process, for YarnTest: java -cp JARS MiniYarn.java FOLDER; ends when it is killed. */
final class MiniYarn {
    private static final int NODES = 2;

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        YarnConfiguration settings = new YarnConfiguration();
        settings.setInt(YarnConfiguration.RM_SCHEDULER_MINIMUM_ALLOCATION_MB, 256);
        settings.setInt(YarnConfiguration.YARN_MINICLUSTER_NM_PMEM_MB, 4096);
        settings.set("yarn.scheduler.capacity.root.queues", "default");
        settings.set("yarn.scheduler.capacity.root.default.capacity", "100");
        settings.set("yarn.scheduler.capacity.maximum-am-resource-percent", "0.5");
        // A JVM reserves much more address space than it uses.
        settings.setBoolean(YarnConfiguration.NM_VMEM_CHECK_ENABLED, false);
        // A disk that is 90 % full is no fault of a test.
        settings.setBoolean(YarnConfiguration.NM_DISK_HEALTH_CHECK_ENABLE, false);
        settings.setBoolean(YarnConfiguration.LOG_AGGREGATION_ENABLED, false);
        MiniYARNCluster cluster = new MiniYARNCluster(folder.getFileName().toString(), NODES, 1, 1);
        cluster.init(settings);
        cluster.start();
        if (!cluster.waitForNodeManagersToConnect(60_000)) {
            throw new IllegalStateException("The node managers did not connect within a minute");
        }
        Files.createDirectories(folder);
        try (OutputStream out = Files.newOutputStream(folder.resolve("yarn-site.xml"))) {
            site(cluster.getConfig()).writeXml(out);
        }
        System.out.println("YARN at " + cluster.getConfig().get(YarnConfiguration.RM_ADDRESS));
        Thread.currentThread().join();
    }

    /** YARN's own settings, without Hadoop's defaults, which would win over those of other files. */
    private static Configuration site(Configuration all) {
        Configuration site = new Configuration(false);
        for (Map.Entry<String, String> setting : all) {
            if (setting.getKey().startsWith("yarn.")) {
                site.set(setting.getKey(), setting.getValue());
            }
        }
        return site;
    }
}
