package org.smssev.notebook.kernel;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseKernelBuilder;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.common.Image;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.smssev.notebook.TextTable;

/** The kernel: cells go to a {@link JavaShell}, tables come back as HTML, pictures as PNG. */
final class JavaKernel extends BaseKernel {
    private final JavaShell shell = new JavaShell();

    private JavaKernel(Builder builder) {
        super(
                "smssev",
                builder.version(),
                new LanguageInfo.Builder("Java")
                        .version(Runtime.version().toString())
                        .mimetype("text/x-java-source")
                        .fileExtension(".jshell")
                        .pygments("java")
                        .codemirror("text/x-java")
                        .build(),
                List.of(),
                builder.history(),
                builder.io(),
                builder.comms(),
                builder.renderer(),
                builder.magicParser(),
                builder.magics(),
                false,
                builder.styler());
        Image.registerAll(renderer);
        renderer.createRegistration(TextTable.class)
                .preferring(MIMEType.TEXT_HTML)
                .supporting(MIMEType.TEXT_PLAIN)
                .register((table, context) -> {
                    context.renderIfRequested(MIMEType.TEXT_HTML, table::html);
                    context.renderIfRequested(MIMEType.TEXT_PLAIN, table::toString);
                });
    }

    static JavaKernel create() {
        return new Builder().build();
    }

    /** The parts that the library makes. */
    private static final class Builder extends BaseKernelBuilder<Builder, JavaKernel> {
        @Override
        public JavaKernel build() {
            return new JavaKernel(this);
        }

        String version() {
            String version = JavaKernel.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }

        org.dflib.jjava.jupyter.kernel.history.HistoryManager history() {
            return buildHistoryManager();
        }

        org.dflib.jjava.jupyter.kernel.JupyterIO io() {
            return buildJupyterIO(buildJupyterIOEncoding());
        }

        org.dflib.jjava.jupyter.kernel.comm.CommManager comms() {
            return buildCommManager();
        }

        Renderer renderer() {
            return buildRenderer();
        }

        org.dflib.jjava.jupyter.kernel.magic.MagicParser magicParser() {
            return magicParser;
        }

        org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry magics() {
            return buildMagicsRegistry();
        }

        org.dflib.jjava.jupyter.kernel.util.StringStyler styler() {
            return buildErrorStyler();
        }
    }

    @Override
    public Object evalRaw(String cell) {
        return shell.eval(cell);
    }

    @Override
    public DisplayData inspect(String code, int at, boolean extraDetail) {
        List<String> signatures = shell.signatures(code, at);
        return signatures.isEmpty() ? null : new DisplayData(String.join("\n", signatures));
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        int[] anchor = new int[1];
        List<String> found = shell.continuations(code, at, anchor);
        return found.isEmpty() ? null : new ReplacementOptions(found, anchor[0], at);
    }

    @Override
    public String isComplete(String code) {
        return switch (shell.completeness(code)) {
            case COMPLETE, COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE, EMPTY -> IS_COMPLETE_YES;
            case DEFINITELY_INCOMPLETE -> IS_COMPLETE_MAYBE;
            case UNKNOWN -> IS_COMPLETE_BAD;
        };
    }

    @Override
    public List<String> formatError(Throwable error) {
        return error instanceof CellException ? error.getMessage().lines().toList() : super.formatError(error);
    }

    @Override
    public void interrupt() {
        shell.stop();
    }

    @Override
    public void onShutdown(boolean isRestarting) {
        shell.close();
    }
}
