package org.smssev.common.table;

import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.defaults.engine.hadoopio.HadoopFileIO;
import io.delta.kernel.defaults.engine.hadoopio.HadoopOutputFile;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.smssev.common.io.ConditionalFiles;

/**
 * Files as Delta Kernel writes them, but for commits on S3: Kernel looks whether there is one and then writes, which keeps
 * apart the writers of one process only. Here the store refuses the second, as file systems do.
 */
final class CommitFiles extends HadoopFileIO {
    private final Configuration hadoop;

    CommitFiles(Configuration hadoop) {
        super(hadoop);
        this.hadoop = hadoop;
    }

    @Override
    public OutputFile newOutputFile(String path) {
        return new CommitFile(hadoop, path);
    }

    private static final class CommitFile extends HadoopOutputFile {
        private final Configuration hadoop;

        CommitFile(Configuration hadoop, String path) {
            super(hadoop, path);
            this.hadoop = hadoop;
        }

        @Override
        public void writeAtomically(CloseableIterator<String> lines, boolean overwrite) throws IOException {
            Path file = new Path(path());
            FileSystem fs = file.getFileSystem(hadoop);
            if (overwrite || !ConditionalFiles.serves(fs, file)) {
                super.writeAtomically(lines, overwrite);
                return;
            }
            StringBuilder text = new StringBuilder();
            try (lines) {
                while (lines.hasNext()) {
                    text.append(lines.next()).append('\n');
                }
            }
            if (!ConditionalFiles.create(fs, file, text.toString().getBytes(StandardCharsets.UTF_8))) {
                throw new FileAlreadyExistsException(file.toString());
            }
        }
    }
}
