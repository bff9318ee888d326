package org.smssev.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The files for containers and schedules, as far as they can be checked without what runs them. */
class ContainerFilesTest {
    private static final Path HOME = Path.of("..");
    /** What every schedule calls. */
    private static final String CONTRACT = "run --config ";

    @Test
    void everyScheduleCallsTheSameCommand() throws IOException {
        JsonNode cron =
                yaml("schedules/kubernetes/cronjob.yaml").at("/spec/jobTemplate/spec/template/spec/containers/0");
        JsonNode operator =
                yaml("schedules/kubernetes/scheduled-spark-application.yaml").at("/spec/template");
        assertThat(words(cron.get("args"))).startsWith(CONTRACT);
        assertThat(words(operator.get("arguments"))).startsWith(CONTRACT);
        assertThat(words(yaml("docker/compose.yaml").at("/services/run/command")))
                .startsWith(CONTRACT);
        assertThat(text("schedules/smssev_dag.py")).contains("smssev(\"run\", \"--config\", CONFIG");
        assertThat(text("schedules/smssev.cron").lines().filter(l -> l.matches("[0-9@].*")))
                .hasSize(2)
                .allMatch(l -> l.contains(" flock -n -E 5 ") && l.contains("/bin/smssev-retry\" " + CONTRACT));
        assertThat(operator.get("mainClass").asText()).isEqualTo(Smssev.class.getName());
    }

    @Test
    void noScheduleLetsRunsOverlap() throws IOException {
        for (String file : List.of("cronjob", "scheduled-spark-application")) {
            assertThat(yaml("schedules/kubernetes/" + file + ".yaml")
                            .at("/spec/concurrencyPolicy")
                            .asText())
                    .as(file)
                    .isEqualTo("Forbid");
        }
        assertThat(text("schedules/smssev_dag.py")).contains("max_active_runs=1", "catchup=False");
    }

    @Test
    void kubernetesRepeatsNoExitCodeOfOurs() throws IOException {
        JsonNode rule = yaml("schedules/kubernetes/cronjob.yaml").at("/spec/jobTemplate/spec/podFailurePolicy/rules/0");
        assertThat(rule.get("action").asText()).isEqualTo("FailJob");
        assertThat(words(rule.at("/onExitCodes/values"))).isEqualTo("1 2 3 4 5");
        assertThat(yaml("schedules/kubernetes/scheduled-spark-application.yaml")
                        .at("/spec/template/restartPolicy/type")
                        .asText())
                .isEqualTo("Never");
    }

    @Test
    void containersRunAsNobodyInParticular() throws IOException {
        assertThat(text("docker/Dockerfile").lines().filter(l -> l.startsWith("FROM ")))
                .as("pinned to a patch release")
                .allMatch(l -> l.matches("FROM \\S+:[0-9]+\\.[0-9]+\\.[0-9]+\\S*( AS build)?"));
        assertThat(text("docker/Dockerfile")).contains("\nUSER 10001:10001\n", "COPY docker/entrypoint.sh ");
        for (JsonNode service : yaml("docker/compose.yaml").get("services")) {
            assertThat(words(service.get("cap_drop"))).isEqualTo("ALL");
            assertThat(service.get("read_only").asBoolean()).isTrue();
            assertThat(words(service.get("volumes"))).isEqualTo("data:/data");
        }
        JsonNode pod = yaml("schedules/kubernetes/cronjob.yaml").at("/spec/jobTemplate/spec/template/spec");
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
    }

    @Test
    void whatComposeNamesIsThere() throws IOException {
        JsonNode compose = yaml("docker/compose.yaml");
        for (JsonNode service : compose.get("services")) {
            service.path("depends_on").fieldNames().forEachRemaining(other -> {
                assertThat(compose.at("/services/" + other + "/healthcheck/test"))
                        .as(other)
                        .isNotEmpty();
                assertThat(service.at("/depends_on/" + other + "/condition").asText())
                        .isEqualTo("service_healthy");
            });
            Path dockerfile = HOME.resolve(service.at("/build/dockerfile").asText());
            assertThat(dockerfile).isRegularFile();
        }
        assertThat(HOME.resolve("docker/entrypoint.sh")).isExecutable();
        assertThat(HOME.resolve("bin/install")).isExecutable();
    }

    private static JsonNode yaml(String file) throws IOException {
        // Anchors and merges are resolved, as compose does.
        Object resolved = new Yaml().load(text(file));
        return new ObjectMapper().valueToTree(resolved);
    }

    private static String text(String file) throws IOException {
        return Files.readString(HOME.resolve(file));
    }

    private static String words(JsonNode list) {
        return String.join(
                " ",
                StreamSupport.stream(list.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }
}
