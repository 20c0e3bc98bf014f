package io.quarkiverse.authlete.deployment;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.restassured.RestAssured;

/** What Prometheus gets from an application. */
record Metrics(String text) {

    /** Adds the metrics extension to this test only: the others show that the client works without it. */
    static TestApplication in(TestApplication test) {
        return test.setForcedDependencies(
                List.of(Dependency.of("io.quarkus", "quarkus-micrometer-registry-prometheus", Version.getVersion())));
    }

    static Metrics scrape() {
        return new Metrics(RestAssured.get("/q/metrics").then().statusCode(200).extract().asString());
    }

    /** The sum of all samples that have these labels, such as {@code operation="list"}. */
    double sum(String name, String... labels) {
        return samples().filter(line -> name.equals(name(line)) && Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }

    long series(String name, String... labels) {
        return samples().filter(line -> name.equals(name(line)) && Stream.of(labels).allMatch(line::contains)).count();
    }

    Set<String> names() {
        return samples().map(Metrics::name).collect(toSet());
    }

    private Stream<String> samples() {
        return text.lines().filter(line -> !line.startsWith("#"));
    }

    private static String name(String line) {
        return line.split("[{ ]", 2)[0];
    }
}
