package io.quarkiverse.authlete.deployment;

import io.quarkiverse.authlete.runtime.json.ErrorBody;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;

/** Registers what a native executable needs: Jackson reads and writes the model by reflection, and the API is https. */
class NativeImageProcessor {

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
