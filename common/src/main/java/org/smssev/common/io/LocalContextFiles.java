package org.smssev.common.io;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FsConstants;

/** {@link LocalFiles} for those who use Hadoop's {@code FileContext}, as Delta's commits do. */
public final class LocalContextFiles extends ChecksumFs {
    /** The setting that takes it for {@code file:} addresses. */
    public static final String SETTING = "fs.AbstractFileSystem.file.impl";

    /**
     * Made by Hadoop.
     *
     * @param address not looked at, as there is one local file system
     */
    public LocalContextFiles(URI address, Configuration hadoop) throws IOException, URISyntaxException {
        super(new Raw(hadoop));
    }

    private static final class Raw extends DelegateToFileSystem {
        Raw(Configuration hadoop) throws IOException, URISyntaxException {
            super(FsConstants.LOCAL_FS_URI, LocalFiles.raw(), hadoop, FsConstants.LOCAL_FS_URI.getScheme(), false);
        }

        @Override
        public int getUriDefaultPort() {
            return -1;
        }

        @Override
        public boolean isValidName(String name) {
            // What is allowed is for the disk to say.
            return true;
        }
    }
}
