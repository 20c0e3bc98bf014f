package org.acme;

// tag::histogram[]
import java.time.Duration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;

public class CallHistogram {

    @Produces
    @Singleton
    MeterFilter callHistogram() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return !id.getName().equals("authlete.client.calls") ? config
                        : DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(Duration.ofMillis(500).toNanos(), Duration.ofSeconds(1).toNanos())
                                .build().merge(config);
            }
        };
    }
}
// end::histogram[]
