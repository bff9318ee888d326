package org.smssev.notebook.kernel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * Tells Jupyter how to start the kernel: with this process's Java, class path and options. The kernel is called
 * {@code java} as the ready-made ones are, so that notebooks open in whichever is installed.
 */
public final class KernelSpec {
    /** A jar without classes that refers to the class path, for {@code %jars} in other Java kernels. */
    static final String PATH_JAR = "smssev-notebook-path.jar";

    private KernelSpec() {}

    /** Writes {@code kernels/java/kernel.json} and the path jar below a folder, which JUPYTER_PATH should name. */
    public static void main(String[] args) throws IOException {
        install(Path.of(args[0]));
    }

    static void install(Path folder) throws IOException {
        List<String> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .toList();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-javaagent:"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp", String.join(File.pathSeparator, classPath), KernelMain.class.getName(), "{connection_file}"));
        Path kernel = Files.createDirectories(folder.resolve("kernels").resolve("java"));
        Map<String, Object> spec = new java.util.LinkedHashMap<>();
        spec.put("argv", command);
        spec.put("display_name", "Java (smssev)");
        spec.put("language", "java");
        spec.put("interrupt_mode", "message");
        Files.writeString(
                kernel.resolve("kernel.json"),
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(spec) + "\n",
                StandardCharsets.UTF_8);
        writePathJar(folder.resolve(PATH_JAR).toAbsolutePath(), classPath);
    }

    private static void writePathJar(Path jar, List<String> classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        // Relative, as javac takes entries for paths and the JVM takes them for URLs; a folder ends with a slash.
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        classPath.stream()
                                .map(entry -> jar.getParent()
                                                .relativize(Path.of(entry))
                                                .toString()
                                                .replace('\\', '/')
                                        + (Files.isDirectory(Path.of(entry)) ? "/" : ""))
                                .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }
}
