package io.quarkiverse.authlete.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.quarkiverse.authlete.TokenOperations;

/** The types and members that an application can use, found in the compiled classes so that none is forgotten. */
final class PublicTypes {

    static final String ROOT = TokenOperations.class.getPackageName();

    private static final String INTERNAL = ROOT + ".runtime";

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private PublicTypes() {
    }

    static List<Class<?>> all() {
        try {
            Path classes = Path.of(TokenOperations.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<Path> files = Files.walk(classes.resolve(ROOT.replace('.', '/')))) {
                return files.map(file -> classes.relativize(file).toString())
                        .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                        .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                        .filter(name -> !isInternal(name))
                        .<Class<?>> map(PublicTypes::load)
                        .filter(PublicTypes::isPublic)
                        .sorted(Comparator.comparing(Class::getName))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isInternal(String name) {
        return name.startsWith(INTERNAL + ".");
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isPublic(Class<?> type) {
        return isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    private static boolean isPublic(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    /** Its own members, and those it has from superclasses that cannot be named, such as generated builders. */
    static List<Member> members(Class<?> type) {
        List<Member> members = new ArrayList<>(Arrays.asList(type.getDeclaredConstructors()));
        for (Class<?> owner = type; owner == type || owner != null && !isPublic(owner); owner = owner.getSuperclass()) {
            members.addAll(Arrays.asList(owner.getDeclaredFields()));
            members.addAll(Arrays.asList(owner.getDeclaredMethods()));
        }
        members.removeIf(member -> !isPublic(member.getModifiers()) || member.isSynthetic()
                || member instanceof Method && OF_EVERY_OBJECT.contains(member.getName())
                || overridden(member, members, type));
        return members;
    }

    private static boolean overridden(Member member, List<Member> members, Class<?> type) {
        return member.getDeclaringClass() != type && member instanceof Method method
                && members.stream().anyMatch(other -> other instanceof Method own && own.getDeclaringClass() == type
                        && !own.isSynthetic() && own.getName().equals(method.getName())
                        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }

    /** The types that a member shows, arguments of generic types included. */
    static Stream<Class<?>> shownBy(Member member) {
        return member instanceof Field field ? Signatures.classes(field.getAnnotatedType())
                : Stream.of(Stream.of(((Executable) member).getAnnotatedParameterTypes()),
                        Stream.of(((Executable) member).getAnnotatedExceptionTypes()),
                        Stream.of(((Executable) member).getAnnotatedReturnType()),
                        Stream.of(((Executable) member).getTypeParameters())
                                .flatMap(type -> Stream.of(type.getAnnotatedBounds())))
                        .flatMap(types -> types).flatMap(Signatures::classes);
    }

    /** The types that the declaration of a type shows. */
    static Stream<Class<?>> shownBy(Class<?> type) {
        return Stream.concat(Stream.ofNullable(type.getAnnotatedSuperclass()), Stream.of(type.getAnnotatedInterfaces()))
                .flatMap(Signatures::classes);
    }
}
