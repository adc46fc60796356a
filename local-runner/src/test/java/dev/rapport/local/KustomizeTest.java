package dev.rapport.local;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class KustomizeTest {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Path BASE = CHECKOUT.resolve("k8s").resolve("base");
    private static final JsonMapper YAML = new JsonMapper(new YAMLFactory());

    @Test
    void everyContainerSaysHowItIsAndHowMuchItTakesAndMayDoNothingElse() throws Exception {
        assertThat(workloads()).hasSize(3);
        for (var workload : workloads()) {
            var name = workload.at("/metadata/name").asText();
            var container = workload.at("/spec/template/spec/containers/0");
            for (var probe : List.of("startup", "liveness", "readiness")) {
                assertThat(container.at("/" + probe + "Probe/httpGet/port").asText()).as(name).isEqualTo("http");
            }
            assertThat(container.at("/startupProbe/httpGet/path").asText()).as(name).isEqualTo("/q/health/started");
            assertThat(container.at("/livenessProbe/httpGet/path").asText()).as(name).isEqualTo("/q/health/live");
            assertThat(container.at("/readinessProbe/httpGet/path").asText()).as(name).isEqualTo("/q/health/ready");
            assertThat(container.at("/resources/requests/memory").asText()).as(name)
                    .isEqualTo(container.at("/resources/limits/memory").asText()).isNotEmpty();
            assertThat(container.at("/resources/requests/cpu").asText()).as(name).isNotEmpty();
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).as(name).isTrue();
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).as(name).isFalse();
            assertThat(container.at("/securityContext/capabilities/drop/0").asText()).as(name).isEqualTo("ALL");
            assertThat(container.at("/ports/0/name").asText()).as(name).isEqualTo("http");
            assertThat(workload.at("/spec/template/spec/securityContext/runAsNonRoot").asBoolean()).as(name).isTrue();
        }
    }

    @Test
    void everyServiceFindsItsPods() throws Exception {
        var labels = workloads().stream()
                .collect(Collectors.toMap(each -> each.at("/metadata/name").asText(),
                        each -> each.at("/spec/template/metadata/labels")));
        assertThat(ofKind("Service")).hasSize(3).allSatisfy(service -> {
            assertThat(service.at("/spec/selector")).isEqualTo(labels.get(service.at("/metadata/name").asText()));
            assertThat(service.at("/spec/ports/0/targetPort").asText()).isEqualTo("http");
        });
        assertThat(workloads()).allSatisfy(workload -> assertThat(workload.at("/spec/selector/matchLabels"))
                .isEqualTo(workload.at("/spec/template/metadata/labels")));
    }

    @Test
    void whatIsMountedIsDeclaredAndEveryConfigMapExists() throws Exception {
        var maps = new TreeSet<>(List.of("rapport-settings"));
        kustomization(CHECKOUT.resolve("rules")).path("configMapGenerator")
                .forEach(each -> maps.add(each.path("name").asText()));
        for (var workload : workloads()) {
            var name = workload.at("/metadata/name").asText();
            var pod = workload.at("/spec/template/spec");
            var declared = texts(pod.path("volumes"), "/name");
            declared.addAll(texts(workload.at("/spec/volumeClaimTemplates"), "/metadata/name"));
            assertThat(texts(pod.at("/containers/0/volumeMounts"), "/name")).as(name).isEqualTo(declared);
            assertThat(maps).as(name).containsAll(texts(pod.path("volumes"), "/configMap/name"))
                    .containsAll(texts(pod.at("/containers/0/env"), "/valueFrom/configMapKeyRef/name"));
        }
    }

    @Test
    void everyFileOfRulesIsInAConfigMap() throws Exception {
        var listed = new TreeSet<String>();
        kustomization(CHECKOUT.resolve("rules")).path("configMapGenerator")
                .forEach(each -> each.path("files").forEach(file -> listed.add(file.asText())));
        var there = new TreeSet<String>();
        for (var folder : List.of("acts", "behaviours", "examples", "messages", "phrases")) {
            var path = CHECKOUT.resolve("rules").resolve(folder);
            try (Stream<Path> files = Files.isDirectory(path) ? Files.list(path) : Stream.empty()) {
                files.forEach(file -> there.add(folder + "/" + file.getFileName()));
            }
        }
        assertThat(listed).as("k8s/list-rules.sh writes the list anew").isEqualTo(there);
    }

    @Test
    void kubectlRendersIt() throws Exception {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl"))), "no kubectl here");
        var process = new ProcessBuilder("kubectl", "kustomize", BASE.toString()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        var kinds = documents(output).stream().map(each -> each.path("kind").asText())
                .filter(kind -> !kind.equals("ConfigMap")).sorted().toList();
        assertThat(kinds).containsExactly("Deployment", "Deployment", "Service", "Service", "Service", "ServiceAccount",
                "StatefulSet");
    }

    private static List<JsonNode> workloads() throws IOException {
        return Stream.concat(ofKind("Deployment").stream(), ofKind("StatefulSet").stream()).toList();
    }

    private static List<JsonNode> ofKind(String kind) throws IOException {
        var found = new ArrayList<JsonNode>();
        for (var resource : kustomization(BASE).path("resources")) {
            var file = BASE.resolve(resource.asText());
            if (Files.isRegularFile(file)) {
                documents(Files.readString(file)).stream().filter(each -> each.path("kind").asText().equals(kind))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static JsonNode kustomization(Path folder) throws IOException {
        return YAML.readTree(folder.resolve("kustomization.yaml").toFile());
    }

    private static List<JsonNode> documents(String yaml) throws IOException {
        try (var values = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return values.readAll();
        }
    }

    private static Set<String> texts(JsonNode list, String pointer) {
        return StreamSupport.stream(list.spliterator(), false).map(each -> each.at(pointer).asText())
                .filter(text -> !text.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }
}
