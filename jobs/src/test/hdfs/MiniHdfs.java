import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** HDFS in one process, for ClusterTest: java -cp JARS MiniHdfs.java FOLDER; ends when it is killed. */
final class MiniHdfs {
    public static void main(String[] args) throws Exception {
        Configuration settings = new Configuration();
        settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, args[0]);
        MiniDFSCluster cluster =
                new MiniDFSCluster.Builder(settings).numDataNodes(2).build();
        cluster.waitActive();
        System.out.println("HDFS at " + cluster.getURI());
        Thread.currentThread().join();
    }
}
