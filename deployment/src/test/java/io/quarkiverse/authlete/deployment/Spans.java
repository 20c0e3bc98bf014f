package io.quarkiverse.authlete.deployment;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quarkus.arc.Unremovable;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;

/** The spans that have ended in an application with OpenTelemetry. */
@Singleton
public class Spans {

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

    /** Adds the extension for OpenTelemetry to the application of a test. */
    public static TestApplication configure(TestApplication test, String... moreExtensions) {
        return test
                .setForcedDependencies(Stream.concat(Stream.of("quarkus-opentelemetry-deployment"), Stream.of(moreExtensions))
                        .map(artifact -> Dependency.of("io.quarkus", artifact, Version.getVersion())).toList())
                .overrideConfigKey("quarkus.otel.traces.exporter", "none");
    }

    @Produces
    @Singleton
    @Unremovable
    SpanProcessor processor() {
        return SimpleSpanProcessor.create(exporter);
    }

    List<SpanData> all() {
        return exporter.getFinishedSpanItems();
    }

    /** Spans of calls. */
    List<SpanData> calls() {
        return named("authlete ").toList();
    }

    /** Spans of attempts in the order in which they were started. */
    List<SpanData> attempts() {
        return all().stream().filter(span -> span.getKind() == SpanKind.CLIENT).toList();
    }

    Stream<SpanData> named(String prefix) {
        return all().stream().filter(span -> span.getName().startsWith(prefix));
    }

    void clear() {
        exporter.reset();
    }

    /** Everything in the spans that a backend could show. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (SpanData span : all()) {
            text.append(span.getName()).append(span.getAttributes()).append(span.getStatus()).append(span.getLinks())
                    .append(span.getResource()).append(span.getInstrumentationScopeInfo())
                    .append(span.getSpanContext().getTraceState());
            span.getEvents().forEach(event -> text.append(event.getName()).append(event.getAttributes()));
            text.append('\n');
        }
        return text.toString();
    }
}
