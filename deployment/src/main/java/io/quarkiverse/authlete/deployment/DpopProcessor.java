package io.quarkiverse.authlete.deployment;

import jakarta.inject.Singleton;

import io.quarkiverse.authlete.runtime.dpop.DpopRecorder;
import io.quarkiverse.authlete.runtime.dpop.DpopServices;
import io.quarkiverse.authlete.runtime.dpop.DpopSigners;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.tls.deployment.spi.TlsRegistryBuildItem;
import io.quarkus.vertx.core.deployment.CoreVertxBuildItem;

/** Connects DPoP to the JOSE library, if the application has it. */
class DpopProcessor {

    private static final String LIBRARY = "org.jose4j.jws.JsonWebSignature";

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    SyntheticBeanBuildItem keys(ServicesInUseBuildItem inUse, TlsRegistryBuildItem tls, CoreVertxBuildItem vertx,
            ShutdownContextBuildItem shutdown, DpopRecorder recorder) {
        RuntimeValue<DpopSigners> signers = QuarkusClassLoader.isClassPresentAtRuntime(LIBRARY)
                ? recorder.jose4j(tls.registry(), vertx.getVertx())
                : recorder.noLibrary();
        return SyntheticBeanBuildItem.configure(DpopServices.class)
                .scope(Singleton.class)
                .unremovable()
                .setRuntimeInit()
                .runtimeValue(recorder.read(inUse.services(), signers, vertx.getVertx(), shutdown))
                .done();
    }
}
