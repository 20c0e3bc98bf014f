package io.quarkiverse.authlete.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * What the process has spent until now, event loops and the garbage collector included.
 *
 * @param cpuNanos CPU time
 * @param allocated allocated bytes by thread, because what a thread has allocated is gone with it
 */
record ProcessCost(long cpuNanos, Map<Long, Long> allocated) {

    static ProcessCost now() {
        com.sun.management.ThreadMXBean threads = ManagementFactory
                .getPlatformMXBean(com.sun.management.ThreadMXBean.class);
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        Map<Long, Long> allocated = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            if (bytes[i] >= 0) {
                allocated.put(ids[i], bytes[i]);
            }
        }
        return new ProcessCost(ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime(), allocated);
    }

    long cpuNanosSince(ProcessCost earlier) {
        return cpuNanos - earlier.cpuNanos;
    }

    long bytesSince(ProcessCost earlier) {
        return allocated.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - earlier.allocated.getOrDefault(thread.getKey(), 0L)).sum();
    }
}
