package io.quarkiverse.authlete.api;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Declarations as text, with what a caller's code depends on. */
final class Signatures {

    private Signatures() {
    }

    static String of(Class<?> type) {
        String kind = type.isAnnotation() ? "@interface"
                : type.isInterface() ? "interface"
                        : type.isEnum() ? "enum"
                                : type.isRecord() ? "record" : "class";
        boolean plain = kind.equals("class");
        AnnotatedType superclass = plain ? type.getAnnotatedSuperclass() : null;
        // What cannot be named is no promise.
        boolean shown = superclass != null && superclass.getType() != Object.class
                && PublicTypes.isPublic(raw(superclass.getType()));
        String interfaces = Arrays.stream(type.getAnnotatedInterfaces()).map(Signatures::of).collect(joining(", "));
        return (plain && Modifier.isAbstract(type.getModifiers()) ? "abstract " : "")
                + (plain && Modifier.isFinal(type.getModifiers()) ? "final " : "")
                + (type.isSealed() ? "sealed " : "") + kind + " " + name(type) + variables(type)
                + (shown ? " extends " + of(superclass) : "")
                + (interfaces.isEmpty() ? "" : (type.isInterface() ? " extends " : " implements ") + interfaces);
    }

    static String of(Member member) {
        String text;
        if (member instanceof Field field) {
            text = (field.isEnumConstant() ? "" : modifiers(field)) + of(field.getAnnotatedType()) + " " + field.getName();
        } else {
            Executable executable = (Executable) member;
            String parameters = Arrays.stream(executable.getAnnotatedParameterTypes()).map(Signatures::of)
                    .collect(joining(", "));
            String exceptions = Arrays.stream(executable.getAnnotatedExceptionTypes()).map(Signatures::of)
                    .collect(joining(", "));
            text = modifiers(executable) + variables(executable)
                    + (executable instanceof Constructor ? "new"
                            : of(executable.getAnnotatedReturnType()) + " "
                                    + executable.getName())
                    + "(" + (executable.isVarArgs() ? parameters.substring(0, parameters.length() - 2) + "..." : parameters)
                    + ")"
                    + (exceptions.isEmpty() ? "" : " throws " + exceptions);
        }
        return text;
    }

    private static String modifiers(Member member) {
        int modifiers = member.getModifiers();
        boolean ofInterface = member instanceof Method && member.getDeclaringClass().isInterface();
        return (Modifier.isProtected(modifiers) ? "protected " : "") + (Modifier.isStatic(modifiers) ? "static " : "")
        // Nobody can extend the classes, so it makes no difference there.
                + (ofInterface && Modifier.isAbstract(modifiers) ? "abstract " : "");
    }

    private static String variables(GenericDeclaration declaration) {
        TypeVariable<?>[] variables = declaration.getTypeParameters();
        return variables.length == 0 ? ""
                : Arrays.stream(variables)
                        .map(variable -> variable.getName() + bounds(variable.getAnnotatedBounds(), " extends "))
                        .collect(joining(", ", "<", declaration instanceof Class ? ">" : "> "));
    }

    private static String bounds(AnnotatedType[] bounds, String keyword) {
        String text = Arrays.stream(bounds).map(Signatures::of).collect(joining(" & "));
        return text.isEmpty() || text.equals("Object") ? "" : keyword + text;
    }

    static String of(AnnotatedType type) {
        String nullable = type.isAnnotationPresent(Nullable.class) ? "@Nullable " : "";
        if (type instanceof AnnotatedArrayType array) {
            return of(array.getAnnotatedGenericComponentType()) + nullable + "[]";
        } else if (type instanceof AnnotatedParameterizedType generic) {
            return nullable + name(raw(type.getType())) + Arrays.stream(generic.getAnnotatedActualTypeArguments())
                    .map(Signatures::of).collect(joining(", ", "<", ">"));
        } else if (type instanceof AnnotatedWildcardType wildcard) {
            return "?" + bounds(wildcard.getAnnotatedLowerBounds(), " super ")
                    + (wildcard.getAnnotatedLowerBounds().length > 0 ? ""
                            : bounds(wildcard.getAnnotatedUpperBounds(), " extends "));
        } else if (type instanceof AnnotatedTypeVariable) {
            return nullable + type.getType().getTypeName();
        }
        return nullable + name(raw(type.getType()));
    }

    static Stream<Class<?>> classes(AnnotatedType type) {
        if (type instanceof AnnotatedArrayType array) {
            return classes(array.getAnnotatedGenericComponentType());
        } else if (type instanceof AnnotatedParameterizedType generic) {
            return Stream.concat(Stream.of(raw(type.getType())),
                    Arrays.stream(generic.getAnnotatedActualTypeArguments()).flatMap(Signatures::classes));
        } else if (type instanceof AnnotatedWildcardType wildcard) {
            return Stream.of(wildcard.getAnnotatedLowerBounds(), wildcard.getAnnotatedUpperBounds()).flatMap(Arrays::stream)
                    .flatMap(Signatures::classes);
        } else if (type instanceof AnnotatedTypeVariable) {
            return Stream.empty();
        }
        return Stream.of(raw(type.getType()));
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    /** Without the package if it is not ours. */
    static String name(Class<?> type) {
        String name = type.getCanonicalName();
        return name.startsWith(PublicTypes.ROOT + ".") ? name.substring(PublicTypes.ROOT.length() + 1)
                : name.substring(type.getPackageName().length() + (type.isPrimitive() ? -type.getPackageName().length() : 1));
    }
}
