package org.smssev.notebook.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** What Jupyter starts. */
public final class KernelMain {
    private KernelMain() {}

    /** Runs the kernel until Jupyter ends it; the argument is the connection file. */
    public static void main(String[] args) throws Exception {
        // Charts are drawn into pictures, also where there is a screen.
        System.setProperty("java.awt.headless", "true");
        JupyterConnection connection =
                new JupyterConnection(KernelConnectionProperties.parse(Files.readString(Path.of(args[0]))));
        JavaKernel kernel = JavaKernel.create();
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        connection.waitUntilClose();
        // Spark leaves threads that are no daemons.
        System.exit(0);
    }
}
