package io.quarkiverse.authlete.deployment;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

import io.quarkiverse.authlete.model.TokenRequest;
import io.quarkiverse.authlete.runtime.json.ErrorBody;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;

/** Registers what a native executable needs: Jackson reads and writes the model by reflection, and the API is https. */
class NativeImageProcessor {

    @BuildStep
    ReflectiveClassBuildItem model(CombinedIndexBuildItem index) {
        DotName model = DotName.createSimple(TokenRequest.class.getPackageName());
        String[] classes = index.getIndex().getClassesInPackage(model).stream()
                .filter(type -> type.isEnum() || isJson(type) || isJson(index.getIndex().getClassByName(type.superName())))
                .map(ClassInfo::name)
                .map(DotName::toString)
                .sorted()
                .toArray(String[]::new);
        return ReflectiveClassBuildItem.builder(classes).constructors().methods().fields()
                .reason("Read and written as JSON by the Authlete client").build();
    }

    /** @param type a class or, for a builder, what it inherits its methods from; {@code null} if it is not of the model */
    private static boolean isJson(ClassInfo type) {
        return type != null && type.annotationsMap().keySet().stream()
                .anyMatch(annotation -> annotation.toString().startsWith("com.fasterxml.jackson.annotation."));
    }

    @BuildStep
    ReflectiveClassBuildItem errorBody() {
        return ReflectiveClassBuildItem.builder(ErrorBody.class).constructors().methods().fields()
                .reason("Read as JSON by the Authlete client").build();
    }

    @BuildStep
    ExtensionSslNativeSupportBuildItem ssl() {
        return new ExtensionSslNativeSupportBuildItem(TokenOperationsProcessor.FEATURE);
    }
}
