package io.quarkiverse.authlete.nativecheck;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/**
 * The classes that REST endpoints and exception mappers return, and those that Jackson is told how to read or write, with what
 * is inside.
 */
final class Entities {

    private static final Set<DotName> ANNOTATIONS = Stream.of("jakarta.ws.rs.GET", "jakarta.ws.rs.POST", "jakarta.ws.rs.PUT",
            "jakarta.ws.rs.PATCH", "jakarta.ws.rs.DELETE", "org.jboss.resteasy.reactive.server.ServerExceptionMapper")
            .map(DotName::createSimple).collect(toUnmodifiableSet());
    private static final DotName EXCEPTION_MAPPER = DotName.createSimple("jakarta.ws.rs.ext.ExceptionMapper");
    private static final String JACKSON = "com.fasterxml.jackson.";
    private static final Set<DotName> OPAQUE = Set.of(DotName.OBJECT_NAME, DotName.createSimple("jakarta.ws.rs.core.Response"));

    private final IndexView classes;

    /** @param classes what may be returned; all others, such as those of the JDK, need no registration */
    Entities(IndexView classes) {
        this.classes = classes;
    }

    /** @throws IllegalStateException if the type of a method hides what it returns */
    Set<String> returnedBy(IndexView application) {
        Set<String> found = new TreeSet<>();
        methods(application).forEach(method -> {
            if (hides(method.returnType())) {
                throw new IllegalStateException("The type of " + method.declaringClass().name() + "." + method.name()
                        + " does not tell what it returns. Use RestResponse<T>");
            }
            add(method.returnType(), found);
        });
        return found;
    }

    /** Whoever reads such a class by an {@code ObjectMapper} of his own leaves no other trace of it. */
    Set<String> annotatedForJackson(IndexView application) {
        Set<String> found = new TreeSet<>();
        application.getKnownClasses().stream().filter(type -> !type.isInterface() && type.annotationsMap().keySet().stream()
                .anyMatch(annotation -> annotation.toString().startsWith(JACKSON))).forEach(type -> add(type.name(), found));
        return found;
    }

    private static Stream<MethodInfo> methods(IndexView application) {
        Stream<MethodInfo> annotated = ANNOTATIONS.stream().flatMap(name -> application.getAnnotations(name).stream())
                .map(annotation -> annotation.target().asMethod());
        Stream<MethodInfo> mappers = application.getAllKnownImplementations(EXCEPTION_MAPPER).stream()
                .flatMap(mapper -> mapper.methods().stream())
                .filter(method -> method.name().equals("toResponse") && !method.isBridge());
        return Stream.concat(annotated, mappers);
    }

    private static boolean hides(Type type) {
        return switch (type.kind()) {
            case CLASS -> OPAQUE.contains(type.name());
            case PARAMETERIZED_TYPE -> type.asParameterizedType().arguments().stream().anyMatch(Entities::hides);
            case WILDCARD_TYPE -> true;
            default -> false;
        };
    }

    private void add(Type type, Set<String> found) {
        switch (type.kind()) {
            case CLASS -> add(type.name(), found);
            case PARAMETERIZED_TYPE -> {
                add(type.name(), found);
                type.asParameterizedType().arguments().forEach(argument -> add(argument, found));
            }
            case ARRAY -> add(type.asArrayType().elementType(), found);
            default -> {
                // Nothing to register.
            }
        }
    }

    private void add(DotName name, Set<String> found) {
        ClassInfo type = classes.getClassByName(name);
        if (type == null || type.isInterface() || !found.add(name.toString())) {
            return;
        }
        add(type.superName(), found);
        type.fields().stream().filter(field -> !Modifier.isStatic(field.flags()) && !field.isSynthetic())
                .forEach(field -> add(field.type(), found));
    }
}
